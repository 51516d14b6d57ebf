import { readTracked } from '../changes/tracked.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { Acceptance } from '../manifest/acceptance.ts';
import { isRestored } from '../report/cache-words.ts';
import type { DroppedFiles, ReportCache } from '../report/report.ts';
import { mayRestore, takesCode, type AccessVerdict } from '../store/access.ts';
import { ownerOf, replacementPrefix, type CacheKeys } from './cache-keys.ts';
import { lookUp } from './look-up.ts';
import type { PrepareOptions } from '../preparation/prepared.ts';
import { asThisTree, restoreState } from './transfer.ts';

export interface Obtaining extends PrepareOptions {
  readonly site: SiteConfig;
  readonly keys: CacheKeys;
  readonly access: AccessVerdict;
  readonly acceptance: Acceptance;
}

export interface Obtained {
  readonly cache: ReportCache;
  /** Key of an entry that is of no use. */
  readonly spoilt: string | undefined;
}

/** Restores, looks up, or leaves the cache alone, as the workflow and the event have it. */
export async function obtain({
  inputs,
  variables,
  store,
  site,
  keys,
  access,
  acceptance,
  progress,
}: Obtaining): Promise<Obtained> {
  if (!mayRestore(access.access)) return { cache: { kind: 'off', why: access.why }, spoilt: undefined };
  if (store === undefined) return { cache: { kind: 'not-asked' }, spoilt: undefined };
  if (inputs.lookupOnly) {
    const found = asThisTree(await lookUp(store, keys, inputs.restoreTimeout), keys);
    return { cache: found, spoilt: spoiltKeyOf(found, keys.key) };
  }
  const restore = (asked: CacheKeys): Promise<ReportCache> =>
    restoreState({
      store,
      site: inputs.site,
      outputDir: site.outputDir,
      keys: asked,
      authored: readTracked(inputs.site, site.outputDir, variables),
      extraPaths: inputs.extraPaths,
      bytecode: takesCode(inputs, access),
      deadlineMs: inputs.restoreTimeout,
      acceptance,
      progress,
    });
  const { key } = keys;
  const found = await restore(keys);
  const spoilt = spoiltKeyOf(found, key);
  if (spoilt !== key) return { cache: found, spoilt };
  const instead = asThisTree(await restore({ key: replacementPrefix(key), restoreKeys: [] }), keys);
  return isRestored(instead) ? { cache: instead, spoilt: spoiltKeyOf(instead, key) } : { cache: found, spoilt };
}

/** An entry that is of no use, or of little, cannot be replaced, so another one has to stand in for it. */
function spoiltKeyOf(cache: ReportCache, key: string): string | undefined {
  if (cache.kind === 'rejected') return cache.matchedKey === undefined ? undefined : ownerOf(cache.matchedKey, key);
  return isRestored(cache) && cache.dropped !== undefined ? ownerOf(cache.matchedKey, key) : undefined;
}

/** What went wrong on the way, for people. */
export function warningsOf(cache: ReportCache): string[] {
  if (cache.kind === 'unavailable') return [`The cache could not be used: ${cache.why}`];
  if (isRestored(cache) && cache.dropped !== undefined)
    return [`The stored state is damaged: ${droppedPhrase(cache.dropped)} were not as recorded and were left out`];
  return cache.kind === 'rejected' ? [`The stored state was not used: ${cache.why}`] : [];
}

/** Such as: 3 restored outputs (public/a.html, public/b.html, ...). */
export function droppedPhrase({ count, first }: DroppedFiles): string {
  return `${String(count)} restored outputs (${first.join(', ')}${count > first.length ? ', ...' : ''})`;
}
