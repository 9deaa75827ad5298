// Installs what the lock file in a folder names, unless it is there: packages that only tests use,
// which are no part of the workspace. The folder is the first argument.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const FOLDER = resolve(process.argv[2] ?? ".");
const LOCK = `${FOLDER}/package-lock.json`;
/** A copy of the lock file that was installed. */
const INSTALLED = `${FOLDER}/node_modules/.installed-lock.json`;

// `npm ci` refuses a lock file that lacks optional packages of other platforms, which is what npm
// writes where a registry mirror lacks them; `npm install` takes the same versions.
if (read(INSTALLED) !== read(LOCK)) {
  if (!npm("ci") && !npm("install")) {
    process.exit(1);
  }
  writeFileSync(INSTALLED, read(LOCK));
}

function npm(verb: "ci" | "install"): boolean {
  const { status } = spawnSync("npm", [verb, "--prefer-offline"], {
    cwd: FOLDER,
    // Only a failure of the last attempt is worth reading.
    stdio: ["ignore", "ignore", verb === "ci" ? "ignore" : "inherit"],
    shell: process.platform === "win32",
  });
  return status === 0;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
