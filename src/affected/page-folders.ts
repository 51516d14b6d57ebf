/** The folder of a path, without its last slash; empty for a file at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** A folder and those that it lies in, up to the content folder. */
export function foldersAbove(folder: string, contentDir: string): string[] {
  const folders: string[] = [];
  for (let above = folder; above !== ''; above = folderOf(above)) {
    folders.push(above);
    if (above === contentDir) break;
  }
  return folders;
}

/** Whether a page is the index of its folder. */
export function isIndex(path: string): boolean {
  const start = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  const name = path.slice(start, Math.max(start, dot));
  return (name === 'index' || name === '_index') && dot < path.length - 1;
}
