import { readTracked } from '../changes/tracked.ts';
import type { Variables } from '../config/environment.ts';
import { AUTHORED_FOLDERS } from '../core/paths.ts';
import { findOverlap } from '../output/set-aside.ts';
import { resolvePlace } from '../place/resolve.ts';
import type { Facts } from '../flow/gather.ts';
import { authoredPaths } from '../flow/authored-places.ts';

/** What of the output may be taken away before a build, and by whom. */
export interface Clearing {
  /** Files below the output folder that the manifest recorded as output. */
  readonly recorded: readonly string[];
  /** What somebody wrote, relative to the site, and what never is output whatever the configuration says. */
  readonly sources: readonly string[];
  /** Files below the output folder that the repository keeps. */
  readonly authored: () => ReadonlySet<string>;
  /**
   * Whether Bengal may be told to remove the output folder as a whole: it would remove what the repository keeps there,
   * sources too, and fails upon a link.
   */
  readonly mayClean: () => boolean;
}

const NO_OUTPUT = [...AUTHORED_FOLDERS, '.bengal'];

/** Git is asked once, and only where somebody wants to know. */
export function clearingOf(
  { inputs, site, manifest }: Pick<Facts, 'inputs' | 'site' | 'manifest'>,
  found: readonly string[],
  variables: Variables,
): Clearing {
  const sources = [...NO_OUTPUT, ...authoredPaths(site), ...found];
  const [root, outputDir] = [inputs.site, site.outputDir];
  let tracked: ReadonlySet<string> | undefined;
  const authored = (): ReadonlySet<string> => (tracked ??= readTracked(root, outputDir, variables));
  return {
    recorded: [...(manifest?.outputs.keys() ?? [])],
    sources,
    authored,
    mayClean: () =>
      authored().size === 0 &&
      resolvePlace(root, outputDir).kind === 'plain' &&
      findOverlap({ site: root, outputDir, sources }) === undefined,
  };
}
