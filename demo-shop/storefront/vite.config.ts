import { existsSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const RECORDER = "monitorme-recorder";
const RECORDER_FOLDER = resolve(import.meta.dirname, "../node_modules", RECORDER);
const RECORDER_STAND_IN = resolve(import.meta.dirname, "src/recorder-not-installed.ts");
const SERVICE = "http://localhost:4000";

// The shop is the same without its recorder: where the package is not installed, its import
// leads to a stand-in that does nothing.
const isRecorderInstalled = existsSync(resolve(RECORDER_FOLDER, "package.json"));

// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export.
export default defineConfig({
  plugins: [react()],
  resolve: { alias: isRecorderInstalled ? {} : { [RECORDER]: RECORDER_STAND_IN } },
  build: { outDir: "../dist", emptyOutDir: true },
  server: { proxy: { "/api": SERVICE } },
});
