import { Recorder, type RecorderOptions } from "monitorme-recorder";
import { Recorder as RecorderByUrl } from "monitorme-recorder/url";

const options: RecorderOptions = { endpoint: "https://edge.example.com", ingestKey: "test" };
await Recorder.init(options);
const sessionId: string | null = Recorder.sessionId;
Recorder.identify("42", { plan: "pro", sessionId });
Recorder.addEvent("order placed", { total: 12.5 });
const isDelivered: boolean = (await Recorder.flush()) && (await Recorder.stop());
await RecorderByUrl.init({ ...options, workerUrl: "/worker.js", wasmUrl: new URL(location.href) });
Recorder.addEvent("stopped", { isDelivered });

// @ts-expect-error The ingest key is missing.
await Recorder.init({ endpoint: "https://edge.example.com" });
// @ts-expect-error Only the URL form takes addresses.
await Recorder.init({ ...options, workerUrl: "/worker.js" });
