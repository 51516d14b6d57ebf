import { look } from '../disk/look.ts';
import { renameSync, rmSync, writeFileSync } from '../disk/node.ts';
import { outcomeOf } from '../disk/outcome.ts';
import type { SitePath } from '../core/paths.ts';
import { discardOutput, restoreOutput } from '../output/set-aside.ts';
import { findWorkFolder, openWorkFolder } from '../place/work-folder.ts';
import { exchangePaths } from './exchange-folder.ts';

/** Writes one file of the exchange, whole or not at all. */
export function writeExchangeFile(site: string, path: string, content: string): void {
  openExchange(site);
  const temporary = `${path}.${String(process.pid)}.tmp`;
  // Nothing is written through a link that somebody left under this name.
  rmSync(temporary, { force: true });
  writeFileSync(temporary, content, { flush: true, flag: 'wx' });
  renameSync(temporary, path);
}

/** Makes the folder where there is none. It ignores itself, so that no checkout shows it as changed. */
export function openExchange(site: string): void {
  openWorkFolder(site);
}

/** Whether the folder is the one that this tool made on this machine; what a repository brought is left alone. */
export function ownsExchange(site: string): boolean {
  return findWorkFolder(site) !== undefined;
}

/**
 * Forgets plan, journal and what was set aside: the build that they belong to has been recorded, or will not be. What the
 * disk does not give up stays, and says of no later build that it followed a plan.
 */
export function closeExchange(site: string): void {
  if (!ownsExchange(site)) return;
  const { plan, journal, environment, previous } = exchangePaths(site);
  for (const path of [plan, journal, environment]) outcomeOf(path, () => rmSync(path, { force: true }));
  discardOutput(previous);
}

/** What became of an output that was set aside for a build that nobody recorded. */
export type Recovery =
  | { readonly kind: 'nothing' }
  /** The build never ran: the output is where it was. */
  | { readonly kind: 'put-back'; readonly files: number }
  /** The build began and was not recorded: what lies in the output folder is whatever it wrote. */
  | { readonly kind: 'broken-off' };

export interface OutputAside {
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  /** What the manifest that still belongs to the state recorded as output, below the output folder. */
  readonly recorded: Iterable<string>;
}

/** Before anything is prepared anew: what an earlier preparation left behind. */
export function recoverOutput({ site, outputDir, recorded }: OutputAside): Recovery {
  const { journal, previous } = exchangePaths(site);
  try {
    if (!ownsExchange(site) || look(previous).kind === 'absent') return { kind: 'nothing' };
    if (look(journal).kind !== 'absent') return { kind: 'broken-off' };
    const back = restoreOutput({ site, outputDir, folder: previous, recorded });
    return back.kind === 'done' && back.left === 0 ? { kind: 'put-back', files: back.files } : { kind: 'broken-off' };
  } catch {
    // Who cannot tell builds everything.
    return { kind: 'broken-off' };
  }
}
