import { ApiError, isSignedOut, request } from "./request.ts";

/** Who looks at the dashboard. */
export type Viewer =
  | { readonly kind: "signed_in"; readonly email: string }
  | { readonly kind: "signed_out"; readonly ownerExists: boolean };

/** Tells who is signed in. Being signed out is an answer, not an error. */
export async function readViewer(signal: AbortSignal): Promise<Viewer> {
  try {
    const response = await request("/api/sign-in", { signal });
    const body = (await response.json()) as { email: string };
    return { kind: "signed_in", email: body.email };
  } catch (error) {
    if (!isSignedOut(error)) {
      throw error;
    }
    return { kind: "signed_out", ownerExists: ownerExists(error) };
  }
}

/** Signs in; the edge answers with a cookie that scripts cannot read. */
export async function signIn(email: string, password: string): Promise<void> {
  await request("/api/sign-in", { method: "POST", body: { email, password } });
}

/** Creates the one owner, with the token the edge was set up with, and signs them in. */
export async function createOwner(
  setupToken: string,
  email: string,
  password: string,
): Promise<void> {
  const body = { setup_token: setupToken, email, password };
  await request("/api/owner", { method: "POST", body });
}

/** Ends the sign-in of this browser. */
export async function signOut(): Promise<void> {
  await request("/api/sign-in", { method: "DELETE" });
}

// Without a clear "no" an owner is assumed: offering to create a second one would mislead.
function ownerExists(error: unknown): boolean {
  const body = error instanceof ApiError ? error.refusal.body : undefined;
  return (body as { owner_exists?: unknown } | undefined)?.owner_exists !== false;
}
