/** The payload of one batch, compressed in both ways. */
export interface Compressed {
  readonly payload_bytes: number;
  readonly lz4_bytes: number;
  readonly deflate_bytes: number;
  readonly lz4_ms: number;
  readonly deflate_ms: number;
}

/** A payload as a batch holds it. */
export interface SentPayload {
  readonly isCompressed: boolean;
  readonly payload_bytes: number;
  readonly base64: string;
}

/** What the measurement needs of its page. */
export interface CompressionPage {
  compare(payload: SentPayload): Promise<Compressed>;
}

/** What `tests/perf/codec` makes. */
interface Codec {
  default(options: { module_or_path: string }): Promise<unknown>;
  compress(payload: Uint8Array): Uint8Array;
  decompress(block: Uint8Array, decodedBytes: number): Uint8Array<ArrayBuffer>;
}

/** Small payloads are compressed again and again until this much is done, as clocks are coarse. */
const MEASURED_BYTES = 4_000_000;

// Served beside the page, not bundled with it.
const codecUrl = "/codec.js";
const codec = import(codecUrl).then(async (module: Codec) => {
  await module.default({ module_or_path: "/codec_bg.wasm" });
  return module;
});

const page: CompressionPage = {
  async compare({ isCompressed, payload_bytes, base64 }) {
    const { compress, decompress } = await codec;
    const sent = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const payload = isCompressed ? decompress(sent, payload_bytes) : sent;
    const times = Math.ceil(MEASURED_BYTES / payload_bytes);
    const [lz4_bytes, lz4_ms] = await measure(times, () => compress(payload).length);
    const [deflate_bytes, deflate_ms] = await measure(times, () => deflate(payload));
    return { payload_bytes, lz4_bytes, deflate_bytes, lz4_ms, deflate_ms };
  },
};

async function deflate(payload: Uint8Array<ArrayBuffer>): Promise<number> {
  const compressed = new Blob([payload]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return (await new Response(compressed).arrayBuffer()).byteLength;
}

/** A size, and the mean time that it takes to come to it. */
async function measure(
  times: number,
  compress: () => number | Promise<number>,
): Promise<[bytes: number, ms: number]> {
  let bytes = await compress();
  const start = performance.now();
  for (let time = 0; time < times; time += 1) {
    bytes = await compress();
  }
  return [bytes, (performance.now() - start) / times];
}

Object.assign(globalThis, { compressionPage: page });
