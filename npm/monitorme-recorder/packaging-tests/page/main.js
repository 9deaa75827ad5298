import { Recorder } from "monitorme-recorder";

const endpoint = new URL(location.href).searchParams.get("endpoint");
// Vite 6 builds for browsers that have no `await` at the top level.
Recorder.init({ endpoint, ingestKey: "test" }).then(() => Recorder.flush());
