/** Lines around the first that differs. */
const CONTEXT_LINES = 6;

/**
 * Where the picture of a replay begins to differ from that of the page, or `null` if they are the
 * same. The whole difference of two large documents takes minutes to make out.
 */
export function firstDifference(replayed: string, recorded: string): string | null {
  if (replayed === recorded) return null;
  const [there, here] = [replayed.split("\n"), recorded.split("\n")];
  const line = here.findIndex((text, index) => text !== there[index]);
  const first = line === -1 ? here.length : line;
  const excerpt = (lines: readonly string[]) =>
    lines.slice(Math.max(0, first - CONTEXT_LINES), first + CONTEXT_LINES).join("\n");
  return `line ${first + 1}\non the page:\n${excerpt(here)}\nin the replay:\n${excerpt(there)}`;
}
