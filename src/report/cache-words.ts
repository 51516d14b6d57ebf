import { unreachable } from '../core/never.ts';
import type { CacheOrigin, DroppedFiles, ReportCache } from './report.ts';
import { count } from './words.ts';

/** What happened between the cache and the site, in one line: what was tried, what fitted, how old it is, whose it is. */
export function cacheSentence(cache: ReportCache): string {
  switch (cache.kind) {
    case 'not-asked':
      return 'not asked: the state that lies in the site was used';
    case 'off':
      return `not asked: ${cache.why}`;
    case 'exact':
      return `restored ${count(cache.files, 'file')} of this very tree from ${cache.matchedKey}${originPhrase(cache.from)}${droppedPhrase(cache.dropped)}`;
    case 'prefix':
      return `${notStored(cache)}restored ${count(cache.files, 'file')} of ${treePhrase(cache)} from ${cache.matchedKey}${originPhrase(cache.from)}${droppedPhrase(cache.dropped)}`;
    case 'found':
      return cache.matchedKey === cache.key
        ? `${cache.matchedKey} is stored, which is of this very tree; only a look-up was asked for, so nothing was restored`
        : `${notStored(cache)}${cache.matchedKey} is stored, which is of ${treePhrase(cache)}; only a look-up was asked for, so nothing was restored`;
    case 'miss':
      return `nothing stored yet under ${cache.key} or ${prefixes(cache.tried) ?? 'a prefix of it'}${cache.why ? `: ${cache.why}` : ''}`;
    case 'rejected':
      return `the stored state was not used: ${cache.why}`;
    case 'unavailable':
      return `the cache could not be used: ${cache.why}`;
    default:
      return unreachable(cache);
  }
}

/** The same for a table, where what was restored matters more than what it is stored under. */
export function cacheRows(cache: ReportCache): readonly (readonly [name: string, value: string])[] {
  if (cache.kind !== 'exact' && cache.kind !== 'prefix') return [['Cache', cacheSentence(cache)]];
  return [
    ['Cache', `restored ${restoredPhrase(cache)}`],
    ['Cache key', cache.matchedKey],
  ];
}

/** Whose state it is, how old, and how whole. */
export function restoredPhrase(cache: RestoredCache): string {
  const tree = cache.kind === 'exact' ? 'this very tree' : treePhrase(cache).replace(/,$/, '');
  return `${tree}${originPhrase(cache.from)}${droppedPhrase(cache.dropped)}`;
}

type RestoredCache = ReportCache & { readonly kind: 'exact' | 'prefix' };

/** Keys end with the digest of the sources. */
function treePhrase({ key, matchedKey }: { key: string; matchedKey: string }): string {
  if (matchedKey.startsWith(`${key}/unfinished-`)) return 'this very tree, left by a job that did not end well,';
  if (matchedKey.startsWith(`${key}/`)) return 'this very tree, not built in full,';
  const [sources, theirs] = [key, matchedKey].map((name) => /\/tree-[0-9a-f]+$/.exec(name)?.[0]);
  return sources !== undefined && sources === theirs ? 'these very sources, built at another place,' : 'an older tree';
}

function notStored({ key, tried }: { key: string; tried?: number }): string {
  const others = prefixes(tried);
  return others === undefined ? '' : `tried ${key} and ${others}; `;
}

function prefixes(tried: number | undefined): string | undefined {
  return tried === undefined || tried === 0 ? undefined : count(tried, 'wider prefix', 'wider prefixes');
}

function droppedPhrase(dropped: DroppedFiles | undefined): string {
  if (dropped === undefined) return '';
  const names = `${dropped.first.join(', ')}${dropped.count > dropped.first.length ? ', ...' : ''}`;
  return `; left out ${count(dropped.count, 'output')} not as recorded (${names})`;
}

function originPhrase(from: CacheOrigin | undefined): string {
  if (from === undefined) return '';
  const age = from.ageSeconds === null ? 'recorded at an unknown time' : `recorded ${agePhrase(from.ageSeconds)} ago`;
  const commit = from.commit === null ? 'from an unknown commit' : `from commit ${from.commit.slice(0, 12)}`;
  const event = from.event === null ? '' : ` by a run of ${from.event}`;
  return `, ${age} ${commit}${event}`;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Seconds in the largest unit of which there are at least two. */
export function agePhrase(seconds: number): string {
  for (const [unit, length] of UNITS) if (seconds >= 2 * length) return count(Math.floor(seconds / length), unit);
  return count(Math.max(0, Math.floor(seconds)), 'second');
}
