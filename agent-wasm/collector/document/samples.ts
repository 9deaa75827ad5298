import type { Scope } from "../scope.ts";
import type { Storm } from "./storm.ts";

/** Changes that are held back in a storm, each attribute and text once, whatever happens to it. */
export interface Samples {
  holdAttribute(changed: ChangedAttribute): void;
  holdText(text: Node): void;
  /** What has been held back for long enough; the caller takes entries out as it writes them. */
  due(): Due;
}

/** An attribute that has changed, by its name as in markup. */
export interface ChangedAttribute {
  readonly element: Element;
  readonly name: string;
}

interface Due {
  readonly attributes: ChangedAttribute[];
  readonly texts: Set<Node>;
}

/** `request` is called when something becomes due. */
export function createSamples(scope: Scope, storm: Storm, request: () => void): Samples {
  const { page } = scope;
  const names = new Map<Element, Set<string>>();
  const texts = new Set<Node>();
  const due: Due = { attributes: [], texts: new Set() };
  let timer = 0;

  const release = scope.guard.wrap(() => {
    timer = 0;
    for (const [element, changed] of names) {
      for (const name of changed) {
        due.attributes.push({ element, name });
      }
    }
    for (const text of texts) {
      due.texts.add(text);
    }
    names.clear();
    texts.clear();
    request();
  });

  function add<T>(held: Set<T>, entry: T): void {
    if (held.has(entry)) {
      storm.countSkipped(1);
    }
    held.add(entry);
  }

  function namesOf(element: Element): Set<string> {
    let changed = names.get(element);
    if (changed === undefined) {
      changed = new Set();
      names.set(element, changed);
    }
    return changed;
  }

  function releaseLater(): void {
    if (timer === 0) {
      timer = page.setTimeout(release, storm.sampleMs());
    }
  }

  return {
    holdAttribute({ element, name }) {
      add(namesOf(element), name);
      releaseLater();
    },
    holdText(text) {
      add(texts, text);
      releaseLater();
    },
    due: () => due,
  };
}
