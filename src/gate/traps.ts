import type { SiteConfig } from '../config/site-config.ts';
import type { ConfigVerdict } from '../config/verdict.ts';
import type { BuildMode } from './decision.ts';

export interface TrapFacts {
  readonly mode: BuildMode;
  readonly site: Pick<SiteConfig, 'inferred' | 'overshadowed' | 'problems'>;
  readonly config: ConfigVerdict;
  /** All that we know to feed the configuration is as it was recorded. */
  readonly sameFingerprint: boolean;
  /** `.bengal/cache.json` lies beside its compressed form. */
  readonly decodedCache: boolean;
  readonly cleaned: boolean;
  /** Changed files whose time is before the build that left the state. */
  readonly oldEdits: readonly string[];
}

/** What makes builds slow or wrong without a word, each with what to do about it in one line. Pure. */
export function findTraps(facts: TrapFacts): string[] {
  return [branchTrap, folderTrap, variableTrap, decodedTrap, cleanTrap, timeTrap].flatMap((find) => find(facts) ?? []);
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

const cleanTrap: Trap = ({ mode, cleaned }) =>
  mode === 'incremental' && cleaned
    ? 'The last build was given --clean-output, which Bengal takes for another configuration: it will build every page anew. Leave it out, since this action clears the output itself (input repair: true)'
    : undefined;

const timeTrap: Trap = ({ mode, oldEdits }) =>
  mode === 'incremental' && oldEdits[0] !== undefined
    ? `${String(oldEdits.length)} changed ${oldEdits.length === 1 ? 'file carries' : 'files carry'} a time before the last build, such as ${oldEdits[0]}: Bengal by itself would take them for unchanged. Do not restore modification times after the checkout`
    : undefined;
