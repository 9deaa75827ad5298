import "../record.ts";
import "../shared/style.css";

import { createApp } from "vue";
import { createRouter, createWebHistory } from "vue-router";

import HelpPage from "./help-page.vue";
import Layout from "./layout.vue";
import OrderPage from "./order-page.vue";
import StockPage from "./stock-page.vue";

const router = createRouter({
  history: createWebHistory(),
  linkActiveClass: "active",
  routes: [
    { path: "/", component: StockPage },
    { path: "/order", component: OrderPage },
    { path: "/help/:topic", component: HelpPage, props: true },
  ],
});

createApp(Layout).use(router).mount("#root");
