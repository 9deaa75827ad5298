import type { Scope } from "../scope.ts";
import type { Frames } from "./frames.ts";
import type { ElementStates } from "./node-entries.ts";
import { DOCUMENT_NODE } from "./node-types.ts";

/** The content of a template or the document of a frame. */
export type Content = DocumentFragment | Document;

/**
 * The roots of trees within elements: shadow roots, contents of templates, documents of frames.
 *
 * They are no children of their hosts, and no mutation record tells that they came. So hosts are
 * noted, and their roots written with the next mutation.
 */
export interface InnerRoots {
  /** Notes elements that hold content, by tag name; they have no state of their own. */
  readonly states: Readonly<Record<string, ElementStates>>;
  /** Whether any element is noted. */
  hasNoted(): boolean;
  /** What noted elements held and hold no longer, or has to be written anew. */
  takeReplaced(): Content[];
  /** Calls back for the roots of all noted elements, of those too that are noted meanwhile. */
  takeNoted(write: (root: Node, hostId: number) => void): void;
  /** Watches a root of this type, which is being written. */
  watch(root: Node, type: number): void;
  /** No longer watches a root, which has left. */
  unwatch(root: Node, type: number): void;
  /** Forgets an element that has left; gives the content that leaves with it. */
  forget(host: Element): Content | null;
  forgetAll(): void;
}

/** `noted`: elements whose roots the core may not know. */
export function createInnerRoots(
  { roots, reads, ids, marks }: Scope,
  noted: Set<Element>,
  frames: Frames,
): InnerRoots {
  /** What elements hold, as far as the core knows. */
  const contents = new Map<Element, Content>();

  function note(host: Element): number {
    noted.add(host);
    return 0;
  }

  /** A script that opens a document anew removes all listeners together with what was in it. */
  function noteRootElement(html: Element): number {
    roots.listenAgain(reads.ownerDocument(html));
    return 0;
  }

  function contentOf(host: Element): Content | null {
    switch (reads.tagName(host)) {
      case "TEMPLATE":
        return (host as HTMLTemplateElement).content;
      case "IFRAME":
        return frames.documentOf(host as HTMLIFrameElement);
      default:
        return null;
    }
  }

  return {
    states: { TEMPLATE: note, IFRAME: note, HTML: noteRootElement },
    hasNoted: () => noted.size > 0,
    takeReplaced() {
      const replaced: Content[] = frames.reopened();
      for (const document of replaced) {
        const frame = (document as Document).defaultView?.frameElement;
        if (frame) {
          noted.add(frame);
        }
      }
      for (const host of noted) {
        const known = contents.get(host);
        if (known !== undefined && known !== contentOf(host)) {
          replaced.push(known);
        }
      }
      return replaced;
    },
    takeNoted(write) {
      for (const host of noted) {
        noted.delete(host);
        const hostId = ids.get(host);
        if (hostId === 0 || marks.isBlocked(host)) {
          continue;
        }
        const content = contentOf(host);
        if (content === null) {
          contents.delete(host);
        } else {
          contents.set(host, content);
        }
        const root = content ?? reads.shadowRoot(host);
        if (root !== null && ids.get(root) === 0) {
          write(root, hostId);
        }
      }
    },
    watch(root, type) {
      if (type === DOCUMENT_NODE) {
        roots.add(root as Document);
        frames.open(root as Document);
      } else if (shadowMode(root) === undefined) {
        roots.observeOnly(root);
      } else {
        roots.add(root as ShadowRoot);
      }
    },
    unwatch(root, type) {
      roots.remove(root as Document | ShadowRoot);
      if (type === DOCUMENT_NODE) {
        frames.close(root as Document);
      }
    },
    forget(host) {
      if (contents.size === 0) {
        return null;
      }
      const content = contents.get(host);
      contents.delete(host);
      return content ?? null;
    },
    forgetAll() {
      contents.clear();
    },
  };
}

/** The mode of a shadow root; content of a template has none. */
export function shadowMode(fragment: Node): ShadowRootMode | undefined {
  return (fragment as Partial<ShadowRoot>).mode;
}
