import type { Page } from "../document/dom-reads.ts";
import { INITIATOR_BEACON, OUTCOME_FAILED, OUTCOME_QUEUED, SIDE_REQUEST } from "../op-codes.ts";
import { patchMethod } from "../patch.ts";
import type { Stop } from "../tape.ts";
import { absoluteUrl } from "./own-origin.ts";
import type { Requests } from "./requests.ts";

/** Records what the page hands to `navigator.sendBeacon`. */
export function startBeacon(page: Page, requests: Requests): Stop {
  return patchMethod(page.Navigator.prototype, "sendBeacon", (_target, values, call) => {
    const startedMs = page.performance.now();
    const isQueued = call(values);
    const url = absoluteUrl(values[0], page.document.baseURI);
    if (url !== null) {
      const facts = { initiator: INITIATOR_BEACON, method: "POST", url: url.href, startedMs };
      const request = requests.start(facts);
      request.note(SIDE_REQUEST, { headers: undefined, body: values[1] });
      request.end(isQueued ? OUTCOME_QUEUED : OUTCOME_FAILED, 0);
    }
    return isQueued;
  });
}
