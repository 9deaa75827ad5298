/** One line of the log: what happened and the facts that go with it. */
export type Log = (level: "info" | "error", message: string, facts?: LogFacts) => void;

/** Facts of a log line, under names in snake case. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Creates a log that gives one JSON object per line, its line break included, to `write`. */
export function createLog(write: (line: string) => void): Log {
  return (level, message, facts = {}) => {
    const time = new Date().toISOString();
    write(`${JSON.stringify({ time, level, message, ...facts })}\n`);
  };
}
