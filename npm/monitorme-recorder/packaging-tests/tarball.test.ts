import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { createProject, type Project, pack } from "./support/project.ts";

const run = promisify(execFile);

let project: Project;

before(async () => {
  const packed = await pack();
  project = await createProject(packed.tarball);
  await packed.remove();
});

after(() => project.remove());

test("the tarball holds what is needed and nothing else", async () => {
  const folder = join(project.folder, "node_modules/monitorme-recorder");
  const files = await readdir(folder, { recursive: true });
  assert.deepEqual(files.sort(), [
    "LICENSE",
    "README.md",
    "dist",
    "dist/agent_wasm_bg.wasm",
    "dist/by-url.js",
    "dist/core.js",
    "dist/index.d.ts",
    "dist/index.js",
    "dist/inlined.js",
    "dist/monitorme-recorder.script.js",
    "dist/page-around.js",
    "dist/recorder-api.d.ts",
    "dist/url.d.ts",
    "dist/url.js",
    "dist/worker.js",
    "package.json",
  ]);
});

test("every address in the exports map leads to a file", async () => {
  const folder = join(project.folder, "node_modules/monitorme-recorder");
  const { exports } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const targets: string[] = Object.values<string | Record<string, string>>(exports).flatMap(
    (target) => (typeof target === "string" ? target : Object.values(target)),
  );
  assert.ok(targets.length >= 8);
  await Promise.all(targets.map((target) => readFile(join(folder, target))));
});

for (const resolution of ["bundler", "nodenext"]) {
  test(`its types are found with \`moduleResolution\` ${resolution}`, async () => {
    const tsc = new URL("bin/tsc", import.meta.resolve("typescript/package.json"));
    const options = ["--noEmit", "--strict", "--target", "es2022", "--types", ""];
    const module = resolution === "bundler" ? "esnext" : "nodenext";
    const how = ["--module", module, "--moduleResolution", resolution];
    await run(process.execPath, [fileURLToPath(tsc), ...options, ...how, "main.ts"], {
      cwd: project.folder,
    });
  });
}

test("a server may import it, and nothing is recorded there", async () => {
  const script = `
    import { Recorder } from "monitorme-recorder";
    await Recorder.init({ endpoint: "https://edge.example.com", ingestKey: "test" });
    Recorder.addEvent("rendered");
    console.log(Recorder.sessionId, await Recorder.flush());
  `;
  const node = ["--input-type=module", "--eval", script];
  const { stdout, stderr } = await run(process.execPath, node, { cwd: project.folder });
  assert.deepEqual({ stdout, stderr }, { stdout: "null false\n", stderr: "" });
});
