import "../record.ts";
import "./virtual-list.css";

import { createRoot } from "react-dom/client";

import { Shelf } from "./shelf.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");
createRoot(root).render(<Shelf />);
