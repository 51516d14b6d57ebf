import { createHash, hash } from 'node:crypto';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { digestOfParts, type Sha256 } from '../core/digest.ts';
import { closeSync, constants, openSync, readSync } from '../disk/node.ts';
import { needed } from '../disk/outcome.ts';
import { readRealPath, readLink } from '../disk/read.ts';

const BUFFER_BYTES = 1024 ** 2;

/** Digests one file after another through one buffer, which is a little faster than to read each as a whole. */
export type FileDigester = (path: string) => Sha256;

export function fileDigester(): FileDigester {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  return (path) => {
    // A link that has taken the place of the file since it was looked at must not be followed. Windows has no such flag.
    const file = openSync(path, constants.O_RDONLY | ((constants.O_NOFOLLOW as number | undefined) ?? 0));
    try {
      const first = readSync(file, buffer, 0, BUFFER_BYTES, null);
      if (first < BUFFER_BYTES) return hash('sha256', buffer.subarray(0, first), 'hex') as Sha256;
      const digest = createHash('sha256');
      for (let bytes = first; bytes > 0; bytes = readSync(file, buffer, 0, BUFFER_BYTES, null))
        digest.update(buffer.subarray(0, bytes));
      return digest.digest('hex') as Sha256;
    } finally {
      closeSync(file);
    }
  };
}

export type LinkDigest = { readonly digest: Sha256 } | { readonly doubt: string };

/**
 * What a symbolic link stands for: where it points, and what is in the file there. A link out of the tree or to a folder
 * is a doubt: what it leads to can change without a sign.
 */
export function digestLink(root: string, path: string, digestFile: FileDigester): LinkDigest {
  const link = join(root, path);
  const target = needed(link, readLink(link));
  const pointed = join(isAbsolute(target) ? '' : dirname(link), target);
  const led = readRealPath(link);
  if (led.kind === 'unreadable') return { doubt: 'nobody can tell where this symbolic link leads' };
  if (led.kind === 'absent') {
    // It leads nowhere. While it does, where it points is all there is to it; but never look outside for more.
    if (!isInside(root, pointed)) return { doubt: 'it is a symbolic link out of the site' };
    return { digest: digestOfParts([['dangling', target]]) };
  }
  const real = led.value;
  if (!isInside(root, real)) return { doubt: 'it is a symbolic link out of the site' };
  try {
    return {
      digest: digestOfParts([
        ['link', target],
        ['content', digestFile(real)],
      ]),
    };
  } catch {
    return { doubt: 'it is a symbolic link to something that is no readable file' };
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
