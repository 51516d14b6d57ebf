import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unpackArchive } from '../../src/archive/unpack.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

/** A state that real Bengal wrote. */
export interface RecordedState {
  readonly name: string;
  /** Why it cannot be had here; a test passes it on as `skip`. */
  readonly missing: string | false;
  /** A copy of its `.bengal` folder, to do with as one likes. */
  copy(): Promise<TemporaryFolder>;
}

/** The state of the example, and those of the cases beside this repository where it is checked out with them. */
export const RECORDED_STATES: readonly RecordedState[] = [
  {
    name: 'lighthouse',
    missing: false,
    async copy() {
      const folder = await temporaryFolder();
      cpSync(join(root, 'examples/lighthouse/recorded/.bengal'), join(folder.path, '.bengal'), { recursive: true });
      return below(folder, '.bengal');
    },
  },
  ...['harbour', 'harbour-head'].map((name) => {
    const archive = resolve(root, '../shared/cases', name, 'state.tar.zst');
    return {
      name,
      missing: existsSync(archive) ? false : `no ${archive} on this machine`,
      async copy() {
        const folder = await temporaryFolder();
        const unpacked = await unpackArchive({ file: archive, into: folder.path, allow: () => true });
        if (unpacked.kind !== 'unpacked') throw new Error(unpacked.why);
        return below(folder, '.bengal');
      },
    } as const;
  }),
];

function below(folder: TemporaryFolder, name: string): TemporaryFolder {
  return { path: join(folder.path, name), [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}
