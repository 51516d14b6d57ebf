import { createHash, type Hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from './node.ts';
import type { GitHash, Sha256 } from '../core/digest.ts';

const PIECE_BYTES = 1024 ** 2;
/** Larger files are none that a site is made of; a file can claim any size without holding so much. */
const MOST_BYTES = 16 * 1024 ** 3;

/** SHA-256 of a regular file of any size. Throws what the disk says, also when the file changes meanwhile. */
export function hashFile(path: string): Sha256 {
  return feed(path, () => createHash('sha256')) as Sha256;
}

/** The id that git gives the bytes of a regular file of any size. Throws like `hashFile`. */
export function gitIdOfFile(path: string, algorithm: GitHash): string {
  return feed(path, (size) => createHash(algorithm).update(`blob ${String(size)}\0`));
}

/** In pieces: a string or buffer of the library holds two gigabytes at most. No more is read than the size says. */
function feed(path: string, begin: (size: number) => Hash): string {
  // What took the place of the file since it was looked at is neither followed nor waited for. Windows has no such flags.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  const file = openSync(path, (O_RDONLY ?? 0) | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Error(`${path} is no regular file`);
    if (stat.size > MOST_BYTES) throw new Error(`${path} is too large`);
    const hash = begin(stat.size);
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, stat.size));
    for (let left = stat.size; left > 0;) {
      const bytes = readSync(file, piece, 0, Math.min(left, piece.length), null);
      if (bytes === 0) throw new Error(`${path} became shorter while it was read`);
      hash.update(piece.subarray(0, bytes));
      left -= bytes;
    }
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
