import type { Page } from "../../../agent-wasm/collector/index.ts";

/** Under this, a page holds the projects that it is recorded for, whatever copy of the package does. */
const RECORDED = Symbol.for("monitorme.recorded");

/**
 * Claims a page for a recorder of a project; `null` if there is one, as when two parts of a page bring
 * a copy of the package each. Gives the way to give the claim up.
 */
export function claimProject(page: Page, project: string): (() => void) | null {
  const recorded: Set<string> = Reflect.get(page, RECORDED) ?? new Set();
  if (recorded.has(project)) {
    return null;
  }
  recorded.add(project);
  Reflect.set(page, RECORDED, recorded);
  return () => {
    recorded.delete(project);
    if (recorded.size === 0) {
      Reflect.deleteProperty(page, RECORDED);
    }
  };
}
