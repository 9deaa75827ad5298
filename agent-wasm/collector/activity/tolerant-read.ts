/** What a page throws may run its code when looked at, and that may throw again. */
export function read(from: unknown, name: string): unknown {
  try {
    return (from as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}
