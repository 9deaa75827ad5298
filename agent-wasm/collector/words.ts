/** A row of unsigned 32-bit numbers that grows as it is written. */
export interface Words {
  /** How many there are. */
  length(): number;
  /** Appends a number; a negative one is kept as its 32-bit pattern. */
  push(word: number): void;
  /** Replaces a number that is there already. */
  set(position: number, word: number): void;
  /** Drops everything from this position on. */
  truncate(length: number): void;
  /** Hands over what was written, in a buffer of its own, and starts anew. */
  take(): Uint32Array<ArrayBuffer>;
}

/** `keptWords` is the memory that stays reserved between two takes. */
export function createWords(keptWords: number): Words {
  let buffer = new Uint32Array(keptWords);
  let length = 0;
  return {
    length: () => length,
    push(word) {
      if (length === buffer.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length++] = word;
    },
    set(position, word) {
      buffer[position] = word;
    },
    truncate(to) {
      length = to;
    },
    take() {
      const taken = buffer.slice(0, length);
      if (buffer.length > keptWords) {
        buffer = new Uint32Array(keptWords);
      }
      length = 0;
      return taken;
    },
  };
}

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/** Numbers that are no whole words, as two words each. */
export function floats(numbers: readonly number[]): number[] {
  return numbers.flatMap((number) => {
    double[0] = number;
    return [...halves];
  });
}
