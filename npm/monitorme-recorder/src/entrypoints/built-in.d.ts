// What the build makes and puts into the bundles.

declare module "agent-wasm" {
  import type { CoreClass } from "../../../../agent-wasm/worker/core.ts";

  export const Core: CoreClass;
  /** Until it is called the class cannot be used. */
  export function initSync(compiled: { readonly module: WebAssembly.Module }): unknown;
}

declare module "agent-wasm-in-javascript" {
  import type { CoreClass } from "../../../../agent-wasm/worker/core.ts";

  export const Core: CoreClass;
}

declare module "monitorme-recorder:worker-source" {
  const workerSource: string;
  // biome-ignore lint/style/noDefaultExport: The bundler exports texts and bytes this way.
  export default workerSource;
}

declare module "monitorme-recorder:wasm" {
  /** Compressed by gzip. */
  const wasm: Uint8Array<ArrayBuffer>;
  // biome-ignore lint/style/noDefaultExport: The bundler exports texts and bytes this way.
  export default wasm;
}
