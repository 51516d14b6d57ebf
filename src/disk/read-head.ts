import { closeSync, constants, lstatSync, openSync, readSync } from './node.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/** Windows has no such flag. */
const NO_FOLLOW = 'O_NOFOLLOW' in constants ? constants.O_NOFOLLOW : 0;

/** The first bytes of a regular file, at most so many; no link is followed. Something else than a file counts as absent. */
export function readHead(path: string, most: number): Outcome<Buffer> {
  return outcomeOf(path, () => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) return undefined;
    const file = openSync(path, constants.O_RDONLY | NO_FOLLOW);
    try {
      const bytes = Buffer.alloc(Math.min(most, stat.size));
      let length = 0;
      while (length < bytes.length) {
        const got = readSync(file, bytes, length, bytes.length - length, null);
        if (got === 0) break;
        length += got;
      }
      return bytes.subarray(0, length);
    } finally {
      closeSync(file);
    }
  });
}
