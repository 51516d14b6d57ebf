const INDEX = /(?:^|\/)_?index\.[^./]+$/;

/** The folder of a path, without its last slash; empty for a file at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Whether a page is the index of its folder. */
export function isIndex(path: string): boolean {
  return INDEX.test(path);
}
