import { parse } from 'node:path';
import type { Variables } from '../config/environment.ts';
import { UserError } from '../core/user-error.ts';
import { lookThrough } from '../disk/look.ts';
import { atBest } from '../disk/outcome.ts';
import { loadSiteConfig } from '../flow/analyse.ts';
import type { DeltaOptions } from '../delta-job/find-delta.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import type { RawInputs } from '../inputs/spec.ts';
import { resolvePlace } from '../place/resolve.ts';
import { folderKind } from './site-folder.ts';

type DeltaSite = DeltaOptions['site'];

/**
 * The Bengal site in a folder; `undefined` where there is none, since two folders of outputs are enough.
 *
 * @param raw How the site is built, as the step before the build was told.
 */
export function findDeltaSite(
  root: string,
  { raw, variables }: { readonly raw: RawInputs; readonly variables: Variables },
): DeltaSite {
  if (folderKind(root) !== 'site') return undefined;
  const parsed = parseSiteInputs({ ...raw, site: root }, { workspace: parse(root).root, folder: folderKind });
  if (!parsed.ok) throw new UserError(parsed.problems);
  return { root, config: loadSiteConfig(parsed.value, variables) };
}

/** The folder that was given, or the output of the site. */
export function requireOutput(given: string | undefined, site: DeltaSite): string {
  if (given !== undefined) return given;
  if (site === undefined)
    throw new UserError([
      'Expected a folder of outputs: there is no Bengal site here that would say where its output is',
    ]);
  const place = resolvePlace(site.root, site.config.outputDir);
  if (place.kind === 'refused') throw new UserError([place.why]);
  if (lookForInput(place.at) !== 'folder')
    throw new UserError([`There is no output in ${JSON.stringify(site.config.outputDir)}: build the site first`]);
  return place.at;
}

export function lookForInput(path: string): 'folder' | 'file' | 'missing' {
  const entry = atBest(lookThrough(path));
  return entry?.isDirectory() === true ? 'folder' : entry?.isFile() === true ? 'file' : 'missing';
}
