import { join } from 'node:path';
import { lstatSync, rmSync } from '../disk/node.ts';

/** Compiled templates: Bengal runs what lies there, without asking whose it is. It compiles them again by itself. */
const COMPILED = ['.bengal/templates', '.bengal/cache/kida'];

/**
 * Removes what Bengal would run of a state that nobody may build upon. A full build reads none of the rest. Through
 * links nothing is removed: they lead to what is not ours.
 */
export function removeCompiled(site: string): void {
  for (const path of COMPILED) {
    const parents = path.split('/').map((_, index, parts) => join(site, ...parts.slice(0, index)));
    try {
      if (!parents.every((folder) => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)) continue;
      rmSync(join(site, path), { recursive: true, force: true });
    } catch {
      // What we may not remove, the build may not write either, and says so.
    }
  }
}
