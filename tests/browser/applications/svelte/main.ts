import "../record.ts";
import "../shared/style.css";

import { mount } from "svelte";

import Layout from "./layout.svelte";

const target = document.getElementById("root");
if (!target) throw new Error("the page has no root");
mount(Layout, { target });
