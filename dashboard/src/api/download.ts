/** How much of a body has arrived. */
export interface Arrived {
  readonly receivedBytes: number;
  /** Size of the whole, or `null` if the answer does not say. */
  readonly totalBytes: number | null;
}

/** Reads the body of an answer to its end and reports each piece as it arrives. */
export async function download(
  response: Response,
  onArrived: (arrived: Arrived) => void,
): Promise<Uint8Array> {
  const totalBytes = announcedSize(response);
  const pieces: Uint8Array[] = [];
  let receivedBytes = 0;
  const reader = response.body?.getReader();
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    pieces.push(piece.value);
    receivedBytes += piece.value.byteLength;
    onArrived({ receivedBytes, totalBytes });
  }
  return joined(pieces, receivedBytes);
}

// The announced length of a compressed answer is not the length of what a reader receives.
function announcedSize(response: Response): number | null {
  const length = response.headers.get("Content-Length");
  return length === null || response.headers.has("Content-Encoding") ? null : Number(length);
}

function joined(pieces: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const whole = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  return whole;
}
