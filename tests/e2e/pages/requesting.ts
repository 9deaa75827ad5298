import { Recorder } from "monitorme-recorder";

/** What tests need of a page that talks to servers. */
export interface RequestingPage {
  /** Requests a path of both origins, by fetch and by XMLHttpRequest. */
  request(endpoint: string, ingestKey: string, otherOrigin: string): Promise<string>;
}

const page: RequestingPage = {
  async request(endpoint, ingestKey, otherOrigin) {
    await Recorder.init({ endpoint, ingestKey, start: "at-once", privacy: { level: "allow" } });
    const session = Recorder.sessionId ?? "";
    for (const origin of [location.origin, otherOrigin]) {
      await fetch(`${origin}/by-fetch`);
      await fetch(new Request(`${origin}/by-request`, { headers: { accept: "application/json" } }));
      await requestByXhr(`${origin}/by-xhr`);
    }
    await Recorder.stop();
    await fetch("/after-stop");
    return session;
  },
};

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
