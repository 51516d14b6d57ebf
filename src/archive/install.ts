import { dirname, join } from 'node:path';
import type { SitePath } from '../core/paths.ts';
import { look, lookExactly } from '../disk/look.ts';
import { cpSync } from '../disk/node.ts';
import { atBest, ifPresent } from '../disk/outcome.ts';
import { resolvePlace } from '../place/resolve.ts';
import { openStaging, type Staging } from './staging.ts';
import { swapTrees, type Swap } from './swap.ts';

/**
 * Swaps staged trees in, as `swapTrees` does, also where a link leads to another disk than that of the site: nothing can
 * be renamed from one disk to another, so what goes there is copied beside its place first.
 */
export function installTrees(swap: Omit<Swap, 'elsewhere'>): void {
  const stagings: Staging[] = [];
  try {
    const elsewhere = new Map<SitePath, { fresh: string; old: string }>();
    for (const path of swap.roots) {
      const beside = otherDiskFor(swap, path);
      if (beside === undefined) continue;
      const staging = openStaging(beside);
      stagings.push(staging);
      const [staged, fresh, old] = [join(swap.folder, path), join(staging.folder, 'new'), join(staging.aside, 'old')];
      if (ifPresent(look(staged)) !== undefined)
        cpSync(staged, fresh, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
      elsewhere.set(path, { fresh, old });
    }
    swapTrees({ ...swap, elsewhere });
  } finally {
    for (const staging of stagings) staging.remove();
  }
}

/** The folder that holds the place, where that is on another disk than the staged tree. */
function otherDiskFor({ site, folder }: Pick<Swap, 'site' | 'folder'>, path: SitePath): string | undefined {
  const place = resolvePlace(site, path);
  if (place.kind !== 'linked') return undefined;
  let beside = dirname(place.at);
  while (diskOf(beside) === undefined && dirname(beside) !== beside) beside = dirname(beside);
  return diskOf(beside) === diskOf(folder) ? undefined : beside;
}

function diskOf(path: string): bigint | undefined {
  return atBest(lookExactly(path))?.dev;
}
