const XLINK = "http://www.w3.org/1999/xlink";

/** The name of a changed attribute as in markup, which a record does not give if it has a prefix. */
export function qualifiedName(record: MutationRecord, element: Element): string {
  const name = record.attributeName ?? "";
  const namespace = record.attributeNamespace;
  if (namespace === null) {
    return name;
  }
  const attribute = element.getAttributeNodeNS(namespace, name);
  // A removed attribute can no longer be asked; `xlink` is the one prefix that pages use.
  return attribute?.name ?? (namespace === XLINK ? `xlink:${name}` : name);
}
