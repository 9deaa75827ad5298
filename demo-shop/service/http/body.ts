import type { IncomingMessage } from "node:http";
import { BODY_BYTES_MAX } from "../limits.ts";
import { Problem } from "./problem.ts";

/** Reads a JSON body of at most `BODY_BYTES_MAX` bytes. Throws a `Problem` for any other body. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  requireJson(request);
  const bytes = await readBytes(request);
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new Problem(400, { code: "invalid_json", message: "The body is not valid JSON." });
  }
}

// A form of another site can send text but not this content type, so it cannot place orders.
function requireJson(request: IncomingMessage): void {
  const [contentType] = (request.headers["content-type"] ?? "").split(";");
  if (contentType?.trim().toLowerCase() === "application/json") return;
  const message = "The body must be sent as application/json.";
  throw new Problem(415, { code: "unsupported_content_type", message });
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > BODY_BYTES_MAX) throw bodyTooLarge();
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    sizeBytes += chunk.length;
    if (sizeBytes > BODY_BYTES_MAX) throw bodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function bodyTooLarge(): Problem {
  const message = `The body is larger than ${BODY_BYTES_MAX} bytes.`;
  return new Problem(413, { code: "body_too_large", message }, { connection: "close" });
}
