import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from '../disk/node.ts';
import { dirname, join } from 'node:path';

export interface AtomicWriteOptions {
  /** Permission bits of a file that does not exist yet; without it, what the umask leaves of 0666. */
  readonly mode?: number;
}

/**
 * Replaces a file in one step: readers, and whoever looks after a crash, see all of the old content or all of the new.
 * The temporary file beside it is called `tmp????????.tmp`, like those of Python's `mkstemp` that Bengal uses, so that
 * Bengal and we pass over one that a crash leaves. An existing regular file keeps its permission bits. Content may come
 * in parts.
 *
 * @throws what the file system reports, or whoever makes the parts; then the old file is untouched and no temporary file is left.
 */
export function writeAtomically(
  path: string,
  content: Uint8Array | Iterable<Uint8Array>,
  options: AtomicWriteOptions = {},
): void {
  const folder = dirname(path);
  const temporary = join(folder, `tmp${randomBytes(4).toString('hex')}.tmp`);
  const mode = modeOf(path) ?? options.mode;
  const file = openSync(temporary, 'wx', mode ?? 0o666);
  try {
    try {
      // The mode given to `open` is cut by the umask.
      if (mode !== undefined) fchmodSync(file, mode);
      for (const part of content instanceof Uint8Array ? [content] : content) writeFileSync(file, part);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (thrown) {
    unlinkSync(temporary);
    throw thrown;
  }
  syncFolder(folder);
}

function modeOf(path: string): number | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true ? stat.mode & 0o7777 : undefined;
}

/** Makes the rename itself durable. Windows cannot open folders, and some network file systems cannot sync them. */
function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // The content is safe either way: after a power failure there is the old file instead of the new one.
  } finally {
    closeSync(handle);
  }
}
