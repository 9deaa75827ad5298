import type { Page } from "../../../../agent-wasm/collector/index.ts";

/** The part of Trusted Types that is needed here; not every browser has it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Starts a worker, also on a page that demands Trusted Types and allows the policy `monitorme`. */
export function startWorkerAt(page: Page, url: string): Worker {
  return new page.Worker(trusted(page, url), { name: "monitorme" });
}

function trusted(page: Page, url: string): string {
  const types: TrustedTypes | undefined = Reflect.get(page, "trustedTypes");
  try {
    policy ??= types?.createPolicy("monitorme", { createScriptURL: (ours) => ours });
  } catch {
    // The page does not allow the policy. Whether it allows the worker will be seen.
  }
  return policy?.createScriptURL(url) ?? url;
}

/** A policy can be made once. */
let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;
