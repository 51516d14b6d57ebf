import type { Variables } from '../config/environment.ts';
import type { SitePath } from '../core/paths.ts';
import { look } from '../disk/look.ts';
import { atBest } from '../disk/outcome.ts';
import { resolvePlace } from '../place/resolve.ts';
import { runGit } from './run-git.ts';

/**
 * Files below a folder of the site that the repository keeps, relative to that folder: somebody wrote them, whatever else
 * lies there. None where git knows of none, or does not answer.
 */
export function readTracked(site: string, folder: SitePath, variables: Variables): ReadonlySet<string> {
  const place = resolvePlace(site, folder);
  if (place.kind === 'refused' || atBest(look(place.at))?.isDirectory() !== true) return new Set();
  const { status, stdout } = runGit({ folder: place.at, variables }, ['ls-files', '-z', '--cached', '--', '.']);
  return new Set(status === 0 ? stdout.split('\0').filter((path) => path !== '') : []);
}
