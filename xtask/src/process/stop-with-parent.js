// Imported before a Node program of ours: standard input is a pipe from the process that started
// it, and when that process ends, in whatever way, this one ends in order too.

process.stdin.resume();
process.stdin.once("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.once("error", () => process.kill(process.pid, "SIGTERM"));
// Only the program itself decides how long it runs.
process.stdin.unref?.();
