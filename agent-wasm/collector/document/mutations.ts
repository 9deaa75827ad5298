import { MUTATION_END } from "../op-codes.ts";
import type { Scope } from "../scope.ts";
import type { Changes } from "./changes.ts";
import type { Placement } from "./placement.ts";

/** Mutation records of the page, as ops. */
export interface Mutations {
  /** Writes what the records led to. */
  write(records: readonly MutationRecord[]): void;
  /** Notes that an element got a shadow root, which no mutation record tells. */
  noteShadowRoot(host: Element): void;
}

export function createMutations(scope: Scope, placement: Placement, changes: Changes): Mutations {
  const { ids, writer, begin } = scope;
  const hosts = new Set<Element>();

  function write(records: readonly MutationRecord[]): void {
    if (records.length === 0 && hosts.size === 0) {
      return;
    }
    const start = writer.position();
    const firstNewId = ids.next();
    const touched = new Set<Node>();
    const attributes: MutationRecord[] = [];
    const texts: MutationRecord[] = [];
    for (const record of records) {
      switch (record.type) {
        case "childList":
          addAll(touched, record.addedNodes);
          addAll(touched, record.removedNodes);
          break;
        case "attributes":
          attributes.push(record);
          break;
        default:
          texts.push(record);
      }
    }
    if (touched.size > 0 || hosts.size > 0) {
      placement.write(touched, hosts, firstNewId);
      hosts.clear();
    }
    if (attributes.length > 0) {
      changes.writeAttributes(attributes, firstNewId);
    }
    if (texts.length > 0) {
      changes.writeTexts(texts, firstNewId);
    }
    if (writer.position() > start) {
      begin(MUTATION_END);
      writer.end();
      scope.requestPost();
    }
  }

  return {
    write,
    noteShadowRoot(host) {
      hosts.add(host);
    },
  };
}

function addAll(nodes: Set<Node>, added: NodeList): void {
  for (let index = 0; index < added.length; index++) {
    nodes.add(added[index] as Node);
  }
}
