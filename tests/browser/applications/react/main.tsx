import "../record.ts";
import "../shared/style.css";

import { createRoot } from "react-dom/client";
import { BrowserRouter, Route, Routes } from "react-router";

import { HelpPage } from "./help-page.tsx";
import { Layout } from "./layout.tsx";
import { OrderPage } from "./order-page.tsx";
import { StockPage } from "./stock-page.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");
createRoot(root).render(
  <BrowserRouter>
    <Routes>
      <Route element={<Layout />}>
        <Route index element={<StockPage />} />
        <Route path="order" element={<OrderPage />} />
        <Route path="help/:topic" element={<HelpPage />} />
      </Route>
    </Routes>
  </BrowserRouter>,
);
