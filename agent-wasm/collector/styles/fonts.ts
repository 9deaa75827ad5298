import type { Page } from "../document/dom-reads.ts";
import { FONT_BYTES_MAX, FONTS_MAX } from "../limits.ts";
import { RULE_EDITS, STYLE_SHEET } from "../op-codes.ts";
import { patchConstructor, patchMethod, stopAll } from "../patch.ts";
import type { Scope } from "../scope.ts";
import type { Stop } from "../tape.ts";
import type { AdoptedSheets } from "./adopted-sheets.ts";

/** The fonts that scripts add to the document. */
export interface Fonts {
  forgetAll(): void;
  /** Writes what has not been written. */
  write(): void;
  stop: Stop;
}

/**
 * Fonts are told as what they could have been: `@font-face` rules of a sheet of their own. A font
 * does not say where it came from, so its source is noted when it is made.
 */
export function startFonts(
  { page, ids, writer, begin, guard, requestPost }: Scope,
  adopted: AdoptedSheets,
): Fonts {
  const sources = new WeakMap<FontFace, string>();
  const fonts: FontFace[] = [];
  /** How the fonts have changed since they were written. */
  let edits: { index: number; rule: string | null }[] = [];
  let sheetId = 0;

  const noteMade = guard.wrap((font: FontFace, source: unknown) => {
    const text = sourceText(page, source);
    if (text !== null) {
      sources.set(font, text);
    }
  });

  const noteAdded = guard.wrap((font: FontFace) => {
    const source = sources.get(font);
    if (source !== undefined && !fonts.includes(font) && fonts.length < FONTS_MAX) {
      edits.push({ index: fonts.length, rule: fontFaceRule(font, source) });
      fonts.push(font);
      requestPost();
    }
  });

  const noteDeleted = guard.wrap((font: FontFace) => {
    const index = fonts.indexOf(font);
    if (index >= 0) {
      edits.push({ index, rule: null });
      fonts.splice(index, 1);
      requestPost();
    }
  });

  function define(): void {
    sheetId = ids.reserve();
    adopted.adoptInDocument(sheetId);
    begin(STYLE_SHEET);
    writer.word(sheetId);
    writer.string("");
    writer.end();
  }

  const set: FontFaceSet = Object.getPrototypeOf(page.document.fonts);
  const stops = [
    patchConstructor(page, "FontFace", (font, [, source]) => noteMade(font as FontFace, source)),
    patchMethod(set, "add", (target, values, call) => {
      const result = call(values);
      if (target === page.document.fonts) {
        noteAdded(values[0] as FontFace);
      }
      return result;
    }),
    patchMethod(set, "delete", (_target, values, call) => {
      noteDeleted(values[0] as FontFace);
      return call(values);
    }),
    patchMethod(set, "clear", (_target, values, call) => {
      [...fonts].forEach(noteDeleted);
      return call(values);
    }),
  ];

  return {
    forgetAll() {
      sheetId = 0;
      edits = fonts.map((font, index) => ({
        index,
        rule: fontFaceRule(font, sources.get(font) ?? ""),
      }));
    },
    write() {
      if (edits.length === 0) {
        return;
      }
      if (sheetId === 0) {
        define();
      }
      begin(RULE_EDITS);
      writer.word(sheetId);
      for (const { index, rule } of edits) {
        writer.word(index);
        writer.word(rule === null ? 1 : 0);
        writer.string(rule);
      }
      writer.end();
      edits = [];
    },
    stop: stopAll(stops),
  };
}

function fontFaceRule(font: FontFace, source: string): string {
  const { family, style, weight, stretch, unicodeRange, display } = font;
  return `@font-face{font-family:${family};src:${source};font-style:${style};font-weight:${weight};font-stretch:${stretch};unicode-range:${unicodeRange};font-display:${display}}`;
}

/** The source as CSS has it; bytes become a data URL. `null` if there are too many of them. */
function sourceText(page: Page, source: unknown): string | null {
  if (typeof source === "string") {
    return source;
  }
  const isView = page.ArrayBuffer.isView(source);
  if ((!isView && !(source instanceof page.ArrayBuffer)) || source.byteLength > FONT_BYTES_MAX) {
    return null;
  }
  const bytes = isView
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  let binary = "";
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return `url("data:font/woff2;base64,${page.btoa(binary)}")`;
}
