/** In a page: the names of the journals that its origin's recorders keep for an edge. */
export async function journalNames(endpoint: string): Promise<string[]> {
  const names: string[] = [];
  const root = await navigator.storage.getDirectory();
  const site = await root.getDirectoryHandle("monitorme", { create: true });
  for await (const project of site.values()) {
    const isMeant = decodeURIComponent(project.name).endsWith(` ${endpoint}/`);
    if (!isMeant) continue;
    for await (const name of (project as FileSystemDirectoryHandle).keys()) names.push(name);
  }
  return names;
}
