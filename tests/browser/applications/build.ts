import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";
import { build, type Rolldown } from "vite";

/** Builds the application in a folder as its developers would; gives its files by their paths. */
export async function buildApplication(name: string): Promise<Record<string, string | Buffer>> {
  const built = (await build({
    root: fileURLToPath(new URL(name, import.meta.url)),
    configFile: false,
    logLevel: "error",
    plugins: [react(), vue(), svelte({ configFile: false })],
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  const files = built.output.map((file) => {
    const content = file.type === "chunk" ? file.code : Buffer.from(file.source);
    return [`/${file.fileName}`, content] as const;
  });
  const byPath = Object.fromEntries(files);
  const page = byPath["/index.html"];
  if (page === undefined) throw new Error(`nothing came of building ${name}`);
  return { ...byPath, "/": page };
}
