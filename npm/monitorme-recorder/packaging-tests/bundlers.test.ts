import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as esbuild from "esbuild-0.28";
import type { Browser } from "playwright-core";
import * as vite6 from "vite-6";
import * as vite7 from "vite-7";
import * as vite8 from "vite-8";
import webpack from "webpack-5";

import { createProject, pack } from "./support/project.ts";
import { assertIsRecorded, launchChromium } from "./support/recording-check.ts";
import { type Sink, startSink } from "./support/sink.ts";
import { serveFolder } from "./support/static-server.ts";

let browser: Browser;
let sink: Sink;
let tarball: string;
let removeTarball: () => Promise<void>;

before(async () => {
  [browser, sink, { tarball, remove: removeTarball }] = await Promise.all([
    launchChromium(),
    startSink(),
    pack(),
  ]);
});

after(async () => {
  await Promise.all([browser.close(), sink.close(), removeTarball()]);
});

for (const [version, vite] of [
  ["6.4", vite6],
  ["7.3", vite7],
  ["8.3", vite8],
] as const) {
  test(`Vite ${version}, development server`, () =>
    withProject(async (root) => {
      const server = await vite.createServer({ root, configFile: false, logLevel: "error" });
      await server.listen(0);
      try {
        await assertIsRecorded(browser, server.resolvedUrls?.local[0] ?? "", sink);
      } finally {
        await server.close();
      }
    }));

  test(`Vite ${version}, build and preview`, () =>
    withProject(async (root) => {
      await vite.build({ root, configFile: false, logLevel: "error" });
      const options = { root, configFile: false, preview: { port: 0 } } as const;
      const server = await vite.preview(options);
      try {
        await assertIsRecorded(browser, server.resolvedUrls?.local[0] ?? "", sink);
      } finally {
        await server.close();
      }
    }));
}

test("webpack 5.112", () =>
  withProject(async (root) => {
    await new Promise<void>((resolve, reject) => {
      const configuration = {
        context: root,
        entry: "./main.js",
        mode: "production",
        output: { path: root, filename: "bundle.js" },
      } as const;
      webpack(configuration, (error, stats) => {
        const failure = error ?? (stats?.hasErrors() ? new Error(stats.toString()) : null);
        failure ? reject(failure) : resolve();
      });
    });
    await assertBundleRecords(root);
  }));

test("esbuild 0.28", () =>
  withProject(async (root) => {
    await esbuild.build({
      entryPoints: [join(root, "main.js")],
      bundle: true,
      format: "esm",
      outfile: join(root, "bundle.js"),
    });
    await assertBundleRecords(root);
  }));

/** Makes a project, as it is after `npm install monitorme-recorder` and nothing else. */
async function withProject(use: (folder: string) => Promise<void>): Promise<void> {
  const project = await createProject(tarball);
  try {
    await use(project.folder);
  } finally {
    await project.remove();
  }
}

/** Without its sources and packages: the bundle has to hold everything. */
async function assertBundleRecords(root: string): Promise<void> {
  await rm(join(root, "node_modules"), { recursive: true });
  const server = await serveFolder(root);
  try {
    await assertIsRecorded(browser, `${server.url}/bundled.html`, sink);
  } finally {
    await server.close();
  }
}
