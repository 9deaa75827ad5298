import { statePicture } from "../../support/state-picture.ts";
import { createReplayedPage } from "../../support/visit/replayed-page.ts";

Object.assign(globalThis, { replayedPage: createReplayedPage(statePicture) });
