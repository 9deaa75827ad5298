import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** A program that the test started and that says when it is ready. */
export interface Service {
  /** Every line it wrote to standard output so far. */
  readonly lines: readonly string[];
  /** The first line, past or future, for which `match` gives a value. */
  line<T>(match: (line: string) => T | undefined): Promise<T>;
  /** Closes its standard input, asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

const STOP_TIMEOUT_MS = 20_000;

/** Starts a program; what it writes to standard error goes to ours. */
export function startService(
  command: string,
  commandArguments: string[],
  environment: Record<string, string> = {},
): Service {
  const child = spawn(command, commandArguments, {
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    for (const listener of listeners) listener(line);
  });
  return {
    lines,
    line: (match) => firstLine(child, command, lines, listeners, match),
    stop: () => stop(child),
  };
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

function firstLine<T>(
  child: Child,
  command: string,
  lines: readonly string[],
  listeners: Set<(line: string) => void>,
  match: (line: string) => T | undefined,
): Promise<T> {
  for (const line of lines) {
    const value = match(line);
    if (value !== undefined) return Promise.resolve(value);
  }
  return new Promise((resolve, reject) => {
    const listener = (line: string): void => {
      const value = match(line);
      if (value === undefined) return;
      listeners.delete(listener);
      resolve(value);
    };
    listeners.add(listener);
    child.once("exit", (code) => reject(new Error(`${command} ended with ${code}`)));
    child.once("error", reject);
  });
}

async function stop(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.stdin.end();
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
