import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { cpSync, renameSync, rmSync, unlinkSync } from './node.ts';
import { codeOf } from './outcome.ts';

/** Moves a regular file to where nothing stands, to another disk too; its times come along. Throws what the disk says. */
export function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (thrown) {
    if (codeOf(thrown) !== 'EXDEV') throw thrown;
    // It appears under its name with all of its content, or not at all.
    const partial = join(dirname(to), `.${randomBytes(6).toString('hex')}.tmp`);
    try {
      cpSync(from, partial, { preserveTimestamps: true });
      renameSync(partial, to);
    } catch (failed) {
      rmSync(partial, { force: true });
      throw failed;
    }
    unlinkSync(from);
  }
}
