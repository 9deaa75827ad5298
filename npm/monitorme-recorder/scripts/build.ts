// Builds `dist` from the sources and from `target/wasm`, which `cargo xtask build` makes.

import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const ROOT = join(PACKAGE, "../..");
const CORE = join(ROOT, "target/wasm/agent/agent_wasm.js");
const WASM = join(ROOT, "target/wasm/agent/agent_wasm_bg.wasm");
const CORE_IN_JAVASCRIPT = join(ROOT, "target/wasm/agent-in-javascript");
const ENTRYPOINTS = join(PACKAGE, "src/entrypoints");
const DIST = join(PACKAGE, "dist");
/** Where declarations are written before those of the public modules are picked. */
const DECLARATIONS = join(DIST, "declarations");

const COMMON: BuildOptions = {
  alias: {
    "agent-wasm": CORE,
    "agent-wasm-in-javascript": join(CORE_IN_JAVASCRIPT, "agent_wasm.js"),
  },
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  target: "es2022",
};

await rm(DIST, { recursive: true, force: true });
await mkdir(DIST);
await Promise.all([
  buildInlined(),
  buildByUrl(),
  bundle(join(PACKAGE, "src/page-around.ts"), "page-around.js", "esm"),
  buildDeclarations(),
]);

/** The forms that carry their worker. */
async function buildInlined(): Promise<void> {
  const zipped = join(DIST, "agent_wasm_bg.wasm.gz");
  await writeFile(zipped, gzipSync(await readFile(WASM), { level: 9 }));
  const source = await bundleText("worker-with-wasm.ts", [builtIn("wasm", zipped, "binary")]);
  const file = join(DIST, "worker-with-wasm.js");
  await writeFile(file, source);
  const plugins = [builtIn("worker-source", file, "text")];
  await Promise.all([
    bundle(join(PACKAGE, "src/index.ts"), "index.js", "esm", [loadedLater()]),
    bundle(join(ENTRYPOINTS, "inlined.ts"), "inlined.js", "esm", plugins),
    bundle(join(ENTRYPOINTS, "script-tag.ts"), "monitorme-recorder.script.js", "iife", plugins),
  ]);
  await Promise.all([rm(zipped), rm(file)]);
}

/** The form that loads its worker, and what it loads. */
async function buildByUrl(): Promise<void> {
  await Promise.all([
    bundle(join(ENTRYPOINTS, "url.ts"), "url.js", "esm", [loadedLater()]),
    bundle(join(ENTRYPOINTS, "by-url.ts"), "by-url.js", "esm"),
    bundle(join(ENTRYPOINTS, "worker.ts"), "worker.js", "iife"),
    bundle(join(ENTRYPOINTS, "core.ts"), "core.js", "esm", [inJavaScript()]),
    copyFile(WASM, join(DIST, "agent_wasm_bg.wasm")),
  ]);
}

async function bundle(
  entry: string,
  outfile: string,
  format: "esm" | "iife",
  plugins: Plugin[] = [],
): Promise<void> {
  await build({
    ...COMMON,
    ...inFormat(format),
    entryPoints: [entry],
    outfile: join(DIST, outfile),
    plugins,
  });
}

async function bundleText(entry: string, plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    ...COMMON,
    ...inFormat("iife"),
    entryPoints: [join(ENTRYPOINTS, entry)],
    plugins,
    write: false,
  });
  return outputFiles.map((file) => file.text).join("");
}

/**
 * Outside of modules there is no `import.meta`. Only code of wasm-bindgen that is never reached
 * asks for it: we always say where the WebAssembly is. A single character beyond Latin-1 would have the
 * browser hold a file that carries everything in twice the memory.
 */
function inFormat(format: "esm" | "iife"): BuildOptions {
  return format === "esm"
    ? { format }
    : { format, charset: "ascii", define: { "import.meta.url": '""' } };
}

/** Leaves modules that are imported while the page runs to files of their own. */
function loadedLater(): Plugin {
  return {
    name: "loaded later",
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ kind, path }) =>
        kind === "dynamic-import"
          ? { path: `./${basename(path, ".ts")}.js`, external: true }
          : undefined,
      );
    },
  };
}

/** Lets sources import a file that the build knows, as `monitorme-recorder:<name>`. */
function builtIn(name: string, path: string, loader: "binary" | "text"): Plugin {
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^monitorme-recorder:${name}$`) }, () => ({
        path,
        namespace: name,
      }));
      onLoad({ filter: /./, namespace: name }, async () => ({
        contents: await readFile(path),
        loader,
      }));
    },
  };
}

/**
 * Joins the glue and the translated core. The glue notices that memory has grown by its old views,
 * which WebAssembly empties; the translation has to do that as well.
 */
function inJavaScript(): Plugin {
  return {
    name: "core in JavaScript",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/agent_wasm_bg\.wasm$/ }, () => ({
        path: join(CORE_IN_JAVASCRIPT, "agent_wasm_bg.wasm.js"),
      }));
      onLoad({ filter: /agent_wasm_bg\.wasm\.js$/ }, async ({ path }) => {
        const translated = await readFile(path, "utf8");
        const growth = "buffer = newBuffer;";
        if (translated.split(growth).length !== 2) {
          throw new Error("the translation does not grow its memory as it used to");
        }
        return {
          contents: translated.replace(
            growth,
            `structuredClone(buffer, { transfer: [buffer] }); ${growth}`,
          ),
        };
      });
      // Asked for where references of WebAssembly begin; here there are none.
      onResolve({ filter: /^__wbindgen_externref_xform__$/ }, ({ path }) => ({
        path,
        namespace: "no-references",
      }));
      onLoad({ filter: /./, namespace: "no-references" }, () => ({
        contents: "export const __wbindgen_externref_statics_end = () => 0;",
      }));
    },
  };
}

/** Declarations of the public modules; what is inside stays inside. */
async function buildDeclarations(): Promise<void> {
  const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));
  await promisify(execFile)(process.execPath, [
    tsc,
    "--project",
    join(PACKAGE, "tsconfig.json"),
    "--noEmit",
    "false",
    "--emitDeclarationOnly",
    "--declaration",
    "--rootDir",
    ROOT,
    "--outDir",
    DECLARATIONS,
  ]);
  const sources = join(DECLARATIONS, "npm/monitorme-recorder/src");
  for (const name of ["index", "recorder-api", "entrypoints/url"]) {
    const declarations = await readFile(join(sources, `${name}.d.ts`), "utf8");
    // In `dist` all modules stand in one folder.
    const flat = declarations.replace(/"\.\.?\/recorder-api\.ts"/g, '"./recorder-api.js"');
    await writeFile(join(DIST, `${name.replace("entrypoints/", "")}.d.ts`), flat);
  }
  await rm(DECLARATIONS, { recursive: true });
}
