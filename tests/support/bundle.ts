import { build } from "esbuild";

/** Bundles a module for a page, as an IIFE. */
export async function bundleForPage(entry: string, minify = false): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    minify,
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`nothing came of bundling ${entry}`);
  return output.text;
}
