import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A project in which somebody has installed the package. */
export interface Project {
  readonly folder: string;
  remove(): Promise<void>;
}

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = fileURLToPath(new URL("../page", import.meta.url));
const run = promisify(execFile);

/** Packs the package, as `npm publish` would. Gives the path of the tarball, in a folder of its own. */
export async function pack(): Promise<{ tarball: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "monitorme-pack-"));
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", folder],
    { cwd: PACKAGE },
  );
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  return {
    tarball: join(folder, packed?.filename ?? ""),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Makes a project of the files in `page` and installs the tarball in it, as the README says. */
export async function createProject(tarball: string): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "monitorme-project-"));
  await cp(PAGE, folder, { recursive: true });
  const manifest = { name: "shop", version: "1.0.0", private: true, type: "module" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await run("npm", ["install", "--offline", "--ignore-scripts", tarball], { cwd: folder });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
