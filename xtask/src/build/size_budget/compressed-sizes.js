// Prints the sizes of the files named as arguments: as they are, and compressed as well as a server
// that does it once can.

import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const sizes = { raw_bytes: 0, gzip_bytes: 0, brotli_bytes: 0 };
for (const path of process.argv.slice(1)) {
  const content = readFileSync(path);
  sizes.raw_bytes += content.length;
  sizes.gzip_bytes += gzipSync(content, { level: 9 }).length;
  sizes.brotli_bytes += brotliCompressSync(content).length;
}
process.stdout.write(JSON.stringify(sizes));
