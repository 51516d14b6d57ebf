import type { SiteConfig } from '../config/site-config.ts';
import type { ConfigVerdict } from '../config/config-verdict.ts';

export interface TrapFacts {
  readonly site: Pick<SiteConfig, 'inferred' | 'overshadowed' | 'problems'>;
  readonly config: ConfigVerdict;
  /** All that we know to feed the configuration is as it was recorded. */
  readonly sameFingerprint: boolean;
  /** `.bengal/cache.json` lies beside its compressed form. */
  readonly decodedCache: boolean;
  /** Symbolic links among the sources that were not followed: `changes/walk-sources.ts` says which. */
  readonly unfollowed: readonly string[];
}

/** What makes builds slow or wrong without a word, each with what to do about it in one line. Pure. */
export function findTraps(facts: TrapFacts): string[] {
  return [branchTrap, folderTrap, variableTrap, decodedTrap, linkTrap].flatMap((find) => find(facts) ?? []);
}

type Trap = (facts: TrapFacts) => string | undefined;

const branchTrap: Trap = ({ site: { inferred, problems } }) => {
  // What cannot be read may set one.
  if (!inferred.hasBranch || problems.length > 0) return undefined;
  const baseUrl = inferred.settings.find(([setting]) => setting === 'site.baseurl')?.[1] ?? '';
  return `The site sets no base URL, so Bengal makes the name of the branch a part of its configuration, and each branch and pull request starts cold. Set it in the configuration: site.baseurl: ${JSON.stringify(baseUrl)}`;
};

const folderTrap: Trap = ({ site: { overshadowed } }) =>
  overshadowed === undefined
    ? undefined
    : `Bengal ignores ${overshadowed}, because a folder config stands beside it, even without settings in it. Remove that folder, or move the settings into config/_default/`;

const variableTrap: Trap = ({ config, sameFingerprint }) =>
  config.status === 'changed' && config.source === 'probe' && sameFingerprint
    ? "Bengal's configuration hash differs, and yet files and variables are as they were: the build step has a variable BENGAL_... or an option that this step does not see. Set it for the whole job (env of the job, inputs environment and profile)"
    : undefined;

const decodedTrap: Trap = ({ decodedCache }) =>
  decodedCache
    ? 'An uncompressed .bengal/cache.json lies there, and makes Bengal build incrementally without being asked. Remove it: rm .bengal/cache.json'
    : undefined;

const linkTrap: Trap = ({ unfollowed: [first, ...others] }) =>
  first === undefined
    ? undefined
    : `${first}${others.length === 0 ? ' is a symbolic link that leads' : ` and ${String(others.length)} more are symbolic links that lead`} out of the checkout, nowhere, in a circle or to what a build writes, so nobody can tell whether what stands there changed, and no build is skipped. Let it lead to what the checkout holds, or put a copy in its place`;
