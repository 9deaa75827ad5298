// What the build makes and puts into the bundles.

declare module "agent-wasm" {
  import type { CoreModule } from "../../../../agent-wasm/worker/core.ts";

  export const Core: CoreModule["Core"];
  const start: CoreModule["default"];
  // biome-ignore lint/style/noDefaultExport: This is what wasm-bindgen writes.
  export default start;
}

declare module "agent-wasm-in-javascript" {
  import type { CoreModule } from "../../../../agent-wasm/worker/core.ts";

  export const Core: CoreModule["Core"];
}

declare module "monitorme-recorder:worker-source" {
  const workerSource: string;
  // biome-ignore lint/style/noDefaultExport: The bundler exports texts and bytes this way.
  export default workerSource;
}

declare module "monitorme-recorder:wasm" {
  const wasm: Uint8Array<ArrayBuffer>;
  // biome-ignore lint/style/noDefaultExport: The bundler exports texts and bytes this way.
  export default wasm;
}
