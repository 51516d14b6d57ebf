import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bengalOfCheckout, listFiles, versionsOf } from './build.ts';
import { recordBase } from './case-base.ts';

const root = resolve(import.meta.dirname, '../..');
const CACHED = join(root, '.cache/cases');
/** What decides what is recorded of a build, beside the site and Bengal. */
const RECORDERS = ['companion/bengal_cache_companion', 'src/manifest', 'src/companion', 'src/changes'];

/**
 * The base of a case by the companion and the recorder of this checkout, where the Bengal of the case is at hand: built
 * once, and again when one of them has changed. Else the state that is there.
 *
 * @returns The archive, and where it comes from.
 */
export async function stateOfCase(
  folder: string,
): Promise<{ readonly file: string; readonly from: 'recorded' | 'built' }> {
  const recorded = { file: join(folder, 'state.tar.zst'), from: 'recorded' } as const;
  const [bengal, wanted] = [bengalOfCheckout(), versionOf(folder)];
  if (bengal === undefined || wanted === undefined || (await versionsOf(bengal)).bengal !== wanted) return recorded;
  const name = basename(folder);
  const site = join(folder, 'site');
  const file = join(CACHED, `${name}-${digestOf([site, ...RECORDERS.map((path) => join(root, path))])}.tar.zst`);
  if (!existsSync(file)) {
    mkdirSync(CACHED, { recursive: true });
    const unfinished = `${file}.${String(process.pid)}`;
    await recordBase({ name, site, bengal, file: unfinished });
    renameSync(unfinished, file);
  }
  return { file, from: 'built' };
}

/** Of a release; what was built from a commit between two of them, nobody can get. */
function versionOf(folder: string): string | undefined {
  const told = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as {
    readonly bengal: string;
    readonly bengal_source?: string;
  };
  return told.bengal_source?.startsWith('tag ') === false ? undefined : told.bengal;
}

/** Over the names and contents of all files. */
function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const path of listFiles(folder).filter((file) => !file.includes('__pycache__'))) {
      const content = readFileSync(join(folder, path));
      hash.update(`${path}\0${String(content.length)}\0`).update(content);
    }
  return hash.digest('hex').slice(0, 12);
}
