import { Recorder } from "/node_modules/monitorme-recorder/dist/url.js";

const endpoint = new URL(location.href).searchParams.get("endpoint");
await Recorder.init({ endpoint, ingestKey: "test" });
await Recorder.flush();
