import { readdirSync, readFileSync, readlinkSync, realpathSync, type Dirent } from './node.ts';
import { look } from './look.ts';
import { needed, outcomeOf, type Outcome } from './outcome.ts';

export function readBytes(path: string): Outcome<Buffer> {
  return outcomeOf(path, () => readFileSync(path));
}

export function readText(path: string): Outcome<string> {
  return outcomeOf(path, () => readFileSync(path, 'utf8'));
}

/** The bytes of a file that has to be there. Throws `DiskTrouble`. */
export function neededBytes(path: string): Buffer {
  return needed(path, readBytes(path));
}

/** The text of a file that has to be there. Throws `DiskTrouble`. */
export function neededText(path: string): string {
  return needed(path, readText(path));
}

/** What a folder holds; a link to a folder is none. */
export function readFolder(path: string): Outcome<Dirent[]> {
  const found = look(path);
  if (found.kind !== 'present') return found;
  return found.value.isDirectory() ? readFolderThrough(path) : { kind: 'absent' };
}

/**
 * What a folder, or one that a link leads to, holds. Where a name in it is no text, it counts as unreadable: what we would
 * call the file does not exist.
 */
export function readFolderThrough(path: string): Outcome<Dirent[]> {
  return outcomeOf(path, () => {
    const entries = readdirSync(path, { withFileTypes: true });
    if (entries.some(({ name }) => name.includes('\ufffd')) && holdsForeignName(path))
      throw new Error('it holds a name that is no UTF-8');
    return entries;
  });
}

function holdsForeignName(path: string): boolean {
  return readdirSync(path, { encoding: 'buffer' }).some(
    (name) => !Buffer.from(name.toString('utf8'), 'utf8').equals(name),
  );
}

/** Where a path leads to, through every link. */
export function readRealPath(path: string): Outcome<string> {
  return outcomeOf(path, () => realpathSync(path));
}

/** Where a link points to, as it is written in it. */
export function readLink(path: string): Outcome<string> {
  return outcomeOf(path, () => readlinkSync(path));
}
