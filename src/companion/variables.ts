import { delimiter, join } from 'node:path';
import type { Variables } from '../config/environment.ts';
import { existsSync } from '../disk/node.ts';
import { exchangePaths } from './exchange-folder.ts';

/** The one variable that the companion reads. Bengal takes names that begin with its own for configuration. */
export const PLAN_VARIABLE = 'SITE_CACHE_PLAN';

/** Folder of the companion: beside the executables, or at the root of a checkout of this tool. */
export function companionFolder(): string {
  const beside = join(import.meta.dirname, 'companion');
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../companion');
}

/**
 * What the build needs in its environment: where Python finds the companion, where the plan lies, and a fixed order of
 * sets, since a trace holds only among builds with the same one. What the user has set stays.
 */
export function variablesForBuild(site: string, variables: Variables): ReadonlyMap<string, string> {
  const companion = companionFolder();
  const path = (variables['PYTHONPATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && folder !== companion);
  return new Map([
    ['PYTHONPATH', [companion, ...path].join(delimiter)],
    ['PYTHONHASHSEED', variables['PYTHONHASHSEED'] ?? '0'],
    [PLAN_VARIABLE, exchangePaths(site).plan],
  ]);
}

/** The variables as lines that a POSIX shell reads. */
export function exportLines(variables: ReadonlyMap<string, string>): string {
  return [...variables].map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`).join('');
}
