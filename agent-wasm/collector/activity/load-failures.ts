import { ELEMENT_NODE } from "../document/node-types.ts";
import { LOAD_FAILURE, POLICY_VIOLATION } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import { read } from "./tolerant-read.ts";

/** Records what could not be loaded, and what the page's policy forbade. */
export function startLoadFailures(scope: Scope): void {
  const { reads, roots } = scope;

  // Images, scripts and style sheets that fail to load fire events that do not leave their tree.
  roots.listen("error", ({ target: node }) => {
    const target = node as Element;
    if (reads.nodeType(target) === ELEMENT_NODE) {
      const url = read(target, "src") || read(target, "href");
      const tag = reads.tagName(target).toLowerCase();
      scope.write(LOAD_FAILURE, [scope.idOf(target), tag, typeof url === "string" ? url : ""]);
    }
  });
  roots.listenInDocuments("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber, disposition } =
      event as SecurityPolicyViolationEvent;
    const place = [sourceFile ?? "", lineNumber, columnNumber];
    const isEnforced = disposition === "enforce" ? 1 : 0;
    scope.write(POLICY_VIOLATION, [effectiveDirective, blockedURI, ...place, isEnforced]);
  });
}
