import { Recorder } from "monitorme-recorder";

/** What tests need of a page that talks to servers. */
export interface RequestingPage {
  /** Requests a path of both origins, by fetch, by XMLHttpRequest and from a frame. */
  request(endpoint: string, ingestKey: string, otherOrigin: string): Promise<string>;
}

const page: RequestingPage = {
  async request(endpoint, ingestKey, otherOrigin) {
    await Recorder.init({ endpoint, ingestKey, start: "at-once", privacy: { level: "allow" } });
    const session = Recorder.sessionId ?? "";
    const frame = await openFrame();
    for (const origin of [location.origin, otherOrigin]) {
      await fetch(`${origin}/by-fetch`);
      await fetch(new Request(`${origin}/by-request`, { headers: { accept: "application/json" } }));
      await requestByXhr(`${origin}/by-xhr`);
      await frame.fetch(`${origin}/by-frame`);
    }
    await Recorder.stop();
    await fetch("/after-stop");
    return session;
  },
};

/** A frame whose document the recorder has read. */
async function openFrame(): Promise<Window & typeof globalThis> {
  const frame = document.createElement("iframe");
  frame.srcdoc = "<p>a frame";
  document.body.append(frame);
  await new Promise((resolve) => {
    frame.onload = resolve;
  });
  await Recorder.flush();
  return frame.contentWindow as Window & typeof globalThis;
}

function requestByXhr(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.onload = () => resolve();
    request.onerror = () => reject(new Error(`no answer from ${url}`));
    request.send();
  });
}

Object.assign(globalThis, { requestingPage: page });
