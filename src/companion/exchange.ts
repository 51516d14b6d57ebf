import { join } from 'node:path';
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from '../disk/node.ts';
import { putOutputBack } from '../output/set-aside.ts';
import { EXCHANGE_FOLDER, exchangePaths } from './exchange-folder.ts';

/** Writes one file of the exchange, whole or not at all. */
export function writeExchangeFile(site: string, path: string, content: string): void {
  openFolder(site);
  const temporary = `${path}.${String(process.pid)}.tmp`;
  writeFileSync(temporary, content, { flush: true });
  renameSync(temporary, path);
}

/** The folder ignores itself, so that no checkout shows it as changed. */
function openFolder(site: string): void {
  const folder = join(site, EXCHANGE_FOLDER);
  mkdirSync(folder, { recursive: true });
  if (!lstatSync(folder).isDirectory()) throw new Error(`${EXCHANGE_FOLDER} is no folder of the site`);
  const ignore = join(folder, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
}

/** Forgets plan, journal and what was set aside: the build that they belong to has been recorded. */
export function closeExchange(site: string): void {
  const { plan, journal, environment, previous } = exchangePaths(site);
  for (const path of [plan, journal, environment]) rmSync(path, { force: true });
  rmSync(previous, { recursive: true, force: true });
}

/** What became of an output that was set aside for a build that nobody recorded. */
export type Recovery =
  | { readonly kind: 'nothing' }
  /** The build never ran: the output is where it was. */
  | { readonly kind: 'put-back'; readonly files: number }
  /** The build began and was not recorded: what lies in the output folder is whatever it wrote. */
  | { readonly kind: 'broken-off' };

/** Before anything is prepared anew: what an earlier preparation left behind. */
export function recoverOutput(site: string, outputDir: string): Recovery {
  const { journal, previous } = exchangePaths(site);
  try {
    if (lstatSync(previous, { throwIfNoEntry: false })?.isDirectory() !== true) return { kind: 'nothing' };
    if (existsSync(journal)) return { kind: 'broken-off' };
    const back = putOutputBack({ site, outputDir, from: previous });
    return back.kind === 'put-back' ? back : { kind: 'broken-off' };
  } catch {
    // Who cannot tell builds everything.
    return { kind: 'broken-off' };
  }
}
