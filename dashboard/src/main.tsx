import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";

import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "./api/query-client.ts";
import { App } from "./app.tsx";

const place = document.getElementById("dashboard");
if (place === null) {
  throw new Error("index.html has no element for the dashboard");
}

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
