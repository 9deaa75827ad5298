import type { CaptureMessage } from "./messages.ts";
import { createWords } from "./words.ts";

/** Packs ops and the strings they mention; each string is carried once per message. */
export interface OpWriter {
  /** Opens an op. One that was left open, as after a fault, is taken back. */
  begin(code: number, at: number): void;
  /** Closes the op. */
  end(): void;
  /** Closes the op, or takes it back if nothing was written into its body. */
  endUnlessEmpty(): void;
  /** Writes a number into the body of the op. */
  word(value: number): void;
  /** Writes a string into the body of the op, or none. */
  string(value: string | null): void;
  /** The reference of a string, for an op that is about to mention it. */
  reference(value: string): number;
  /** Where the next word goes. */
  position(): number;
  /** Replaces a word of the open op. */
  set(position: number, value: number): void;
  /** How much has been written since the last take, in words; two characters count as one. */
  size(): number;
  /** Hands over everything written, or nothing if there is nothing. */
  take(): CaptureMessage | null;
}

/** `keptWords` is the memory that stays reserved between two messages. */
export function createOpWriter(keptWords: number): OpWriter {
  const ops = createWords(keptWords);
  const lengths = createWords(keptWords);
  let strings: string[] = [];
  let references = new Map<string, number>();
  let characters = 0;
  /** Where the open op begins, or -1. */
  let opened = -1;

  function reference(value: string): number {
    const known = references.get(value);
    if (known !== undefined) {
      return known;
    }
    const string = endsInHalfPair(value) ? `${value.slice(0, -1)}\ufffd` : value;
    strings.push(string);
    lengths.push(string.length);
    characters += string.length;
    references.set(value, strings.length);
    return strings.length;
  }

  function end(): void {
    if (ops.length() > opened) {
      ops.set(opened + 1, ops.length() - opened - HEAD_WORDS);
    }
    opened = -1;
  }

  return {
    begin(code, at) {
      if (opened >= 0) {
        ops.truncate(opened);
      }
      opened = ops.length();
      ops.push(code);
      ops.push(0);
      ops.push(at);
    },
    end,
    endUnlessEmpty() {
      if (ops.length() === opened + HEAD_WORDS) {
        ops.truncate(opened);
      }
      end();
    },
    word: ops.push,
    string(value) {
      ops.push(value === null ? 0 : reference(value));
    },
    reference,
    position: ops.length,
    set: ops.set,
    size: () => ops.length() + (characters >> 1),
    take() {
      if (opened >= 0) {
        ops.truncate(opened);
        opened = -1;
      }
      if (ops.length() === 0) {
        return null;
      }
      const text = strings.join("");
      strings = [];
      references = new Map();
      characters = 0;
      return { type: "capture", ops: ops.take(), lengths: lengths.take(), text };
    },
  };
}

/** Code, body length and time. */
const HEAD_WORDS = 3;

/**
 * Whether a string ends in the first half of a surrogate pair. Joined with a string that begins
 * with the second half it would become one character, which nobody could split again.
 */
function endsInHalfPair(value: string): boolean {
  const last = value.charCodeAt(value.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}
