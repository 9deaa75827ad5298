declare const scheduler: { yield(): Promise<void> };

/** Makes the clock run so fast that every slice of the recorder ends when it first looks at it. */
export function shortenSlices(): void {
  const { performance } = globalThis;
  const now = performance.now.bind(performance);
  let lead = 0;
  performance.now = () => {
    lead += 5;
    return now() + lead;
  };
}

/** Gives the recorder its turn so many times. */
export async function yieldToSlices(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await scheduler.yield();
}
