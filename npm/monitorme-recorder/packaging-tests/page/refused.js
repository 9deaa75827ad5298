import { Recorder } from "/node_modules/monitorme-recorder/dist/index.js";
import { Recorder as RecorderByUrl } from "/node_modules/monitorme-recorder/dist/url.js";

const globals = () => [
  window.fetch,
  XMLHttpRequest.prototype.open,
  XMLHttpRequest.prototype.send,
  History.prototype.pushState,
  History.prototype.replaceState,
  Element.prototype.attachShadow,
];
const before = globals();

/** Tries to record; says what is left of the attempt. */
globalThis.tryToRecord = async (form, options) => {
  const recorder = form === "url" ? RecorderByUrl : Recorder;
  let rejection = null;
  await recorder.init(options).catch((reason) => {
    rejection = `${reason.name}: ${reason.message}`;
  });
  Recorder.addEvent("tried");
  const isFlushed = await recorder.flush();
  return {
    rejection,
    isFlushed,
    sessionId: recorder.sessionId,
    isPageAsBefore: globals().every((method, index) => method === before[index]),
  };
};
