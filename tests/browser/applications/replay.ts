import { createReplayedPage } from "../../support/visit/replayed-page.ts";
import { applicationPicture } from "./picture.ts";

Object.assign(globalThis, { replayedPage: createReplayedPage(applicationPicture) });
