import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openMemo, type Memo, type MemoOptions } from '../../src/memo/memo.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A folder with files, and a store of results beside them. */
export interface MemoRig extends AsyncDisposable {
  /** Where the files lie, absolute. */
  readonly root: string;
  /** Where results are kept, absolute. */
  readonly folder: string;
  readonly warnings: string[];
  write(path: string, content: string): void;
  read(path: string): string;
  remove(path: string): void;
  /** A memo as a new process would open it. */
  open(options?: Partial<MemoOptions>): Memo;
}

export async function memoRig(files: Readonly<Record<string, string>> = {}): Promise<MemoRig> {
  const folder = await temporaryFolder();
  const [root, results] = [join(folder.path, 'site'), join(folder.path, 'cache')];
  const warnings: string[] = [];
  const rig: MemoRig = {
    ...{ root, folder: results, warnings },
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    open: (options = {}) =>
      openMemo({ folder: results, root, warn: (sentence) => warnings.push(sentence), ...options }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
  mkdirSync(root);
  for (const [path, content] of Object.entries(files)) rig.write(path, content);
  return rig;
}

/** A promise that is settled from outside. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
