import { join } from 'node:path';
import { isCacheable } from '../bengal/cacheable.ts';
import { listCacheable, listCompiledTemplates } from '../bengal/list-files.ts';
import { isBengals, listStateFiles } from '../bengal/prune-state.ts';
import type { SitePath } from '../core/paths.ts';
import { look } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { readManifest } from '../manifest/manifest-file.ts';
import { resolvePlace } from '../place/resolve.ts';
import { walkFiles } from './walk-files.ts';

export interface TravellingOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  readonly extraPaths: readonly SitePath[];
  /** Whether compiled templates travel too. */
  readonly bytecode?: boolean;
}

/**
 * Files that go into the cache, as site paths: the state without what nothing refers to, the output as the manifest
 * recorded it (all of it without a manifest), and what the user adds.
 */
export async function listTravelling({
  site,
  outputDir,
  extraPaths,
  bytecode,
}: TravellingOptions): Promise<SitePath[]> {
  const found = await readManifest(site);
  const recorded = found.kind === 'read' ? found.manifest.outputs : undefined;
  const isOutput = (path: SitePath): boolean => recorded?.has(path.slice(outputDir.length + 1)) ?? true;
  return [
    ...listStateFiles(site),
    ...(bytecode === true ? listCompiledTemplates(site) : []),
    ...listCacheable(site, '.bengal').filter((path) => !isBengals(path)),
    ...filesAt(site, outputDir).filter((path) => isOutput(path) && isCacheable(path)),
    ...extraPaths.flatMap((path) => filesAt(site, path)).filter((path) => isCacheable(path)),
  ];
}

/** A file by itself, or those below a folder, which may lie behind a link that may be followed. */
function filesAt(site: string, path: SitePath): SitePath[] {
  const place = resolvePlace(site, path);
  if (place.kind === 'refused') return [];
  if (ifPresent(look(place.at))?.isFile() === true) return [path];
  return walkFiles(place.at, '').map((below) => `${path}/${below}` as SitePath);
}

/** Whether anything stands at a site path. */
export function isTaken(site: string, path: string): boolean {
  return ifPresent(look(join(site, path))) !== undefined;
}
