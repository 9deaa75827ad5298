import { domPicture } from "../../support/dom-picture.ts";
import { statePicture } from "../../support/state-picture.ts";
import { stylePicture } from "../../support/style-picture.ts";

/** All but what is in the bodies of tables, which takes long and looks the same in every row. */
const STYLED = "body, body :not(tbody *)";

/** Everything that applications are compared by. Their replays are served from the same origin. */
export function applicationPicture(document: Document): string {
  return [
    domPicture(document, `${location.origin}/`, "allow"),
    stylePicture(document, STYLED),
    statePicture(document),
  ].join("\n");
}
