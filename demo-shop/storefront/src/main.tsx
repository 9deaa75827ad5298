import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/buttons.css";
import { startRecording } from "./monitorme.ts";
import { Shop } from "./shop.tsx";

const root = document.getElementById("shop");
if (root === null) throw new Error('The page has no element with the id "shop".');

startRecording();
createRoot(root).render(
  <StrictMode>
    <Shop />
  </StrictMode>,
);
