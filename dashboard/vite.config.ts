import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `wrangler dev` serves the query API while the dashboard itself is served by Vite. */
const EDGE_ADDRESS = "http://localhost:8787";

// biome-ignore lint/style/noDefaultExport: Vite reads the default export of its configuration.
export default defineConfig({
  plugins: [react()],
  server: {
    proxy: {
      // The edge refuses changes that come from another origin, as those from Vite's port would.
      "/api": { target: EDGE_ADDRESS, changeOrigin: true, headers: { Origin: EDGE_ADDRESS } },
    },
  },
  // A data: address would need an opening in the Content-Security-Policy; a file needs none.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  worker: { format: "es" },
});
