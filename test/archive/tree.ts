import { lstat, mkdir, readdir, readFile, utimes, writeFile, chmod } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Contents by relative POSIX path. */
export type Tree = Readonly<Record<string, string | Uint8Array>>;

export async function writeTree(root: string, tree: Tree): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const [path, content] of Object.entries(tree)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

/** All files below `root` with their contents as hexadecimal, sorted by path. */
export async function readTree(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const tree: Record<string, string> = {};
  for (const path of paths.sort()) {
    const name = relative(root, path).replaceAll(sep, '/');
    tree[name] = (await lstat(path)).isFile() ? (await readFile(path)).toString('hex') : 'not a regular file';
  }
  return tree;
}

export async function setTimeAndMode(
  path: string,
  { seconds, mode }: { seconds: number; mode: number },
): Promise<void> {
  await chmod(path, mode);
  await utimes(path, seconds, seconds);
}
