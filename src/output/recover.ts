import type { SitePath } from '../core/paths.ts';
import { look } from '../disk/look.ts';
import { findWorkFolder } from '../place/work-folder.ts';
import { discardOutput, restoreOutput } from './set-aside.ts';

export interface Recovery {
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  /**
   * What the manifest beside the state recorded as output. Without one a build has changed the state since, or nobody can
   * tell: what it wrote counts then, and nothing older may stand beside it.
   */
  readonly recorded: Iterable<string> | undefined;
}

/** Puts back what a process that was killed had set aside for a build that never ran, and clears away the rest of it. */
export function recoverOutput({ site, outputDir, recorded }: Recovery): void {
  const folder = findWorkFolder(site)?.previous;
  if (folder === undefined || look(folder).kind === 'absent') return;
  if (recorded !== undefined) restoreOutput({ site, outputDir, folder, recorded });
  discardOutput(folder);
}
