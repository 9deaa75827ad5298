import { isRefusal, request } from "./request.ts";

/** Reads a style sheet from the archive, as it was stored; `null` if the archive does not have it. */
export async function readSheet(session: string, hash: string): Promise<Uint8Array | null> {
  try {
    const response = await request(`/api/sessions/${encodeURIComponent(session)}/sheets/${hash}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (isRefusal(error, "sheet_not_found")) {
      return null;
    }
    throw error;
  }
}
