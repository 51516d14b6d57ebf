import { unreachable } from '../core/never.ts';
import type { CacheOrigin, DroppedFiles, ReportCache } from './report.ts';
import { count } from './words.ts';

/** What happened between the cache and the site, in one line: what fitted, how old it is, whose it is. Without keys. */
export function cacheSentence(cache: ReportCache): string {
  switch (cache.kind) {
    case 'not-asked':
      return 'not asked: the state that lies in the site was used';
    case 'off':
      return `not asked: ${cache.why}`;
    case 'exact':
    case 'prefix':
      return `restored ${count(cache.files, 'file')}: ${restoredPhrase(cache)}`;
    case 'found':
      return `${buildPhrase(cache)} is stored; only a look-up was asked for, so nothing was restored`;
    case 'miss':
      return 'nothing is stored yet that fits';
    case 'rejected':
      return `the stored state was not used: ${cache.why}`;
    case 'unavailable':
      return `the cache could not be used: ${cache.why}`;
    default:
      return unreachable(cache);
  }
}

/** For whoever looks for a mistake: under which keys the cache was asked, and what it answered. */
export function keyLines(cache: ReportCache, { key, restoreKeys }: KeysAsked): readonly string[] {
  return [
    `Key ${key}`,
    ...restoreKeys.map((prefix) => `or any ${prefix}...`),
    ...('matchedKey' in cache ? [`Found ${cache.matchedKey}`] : []),
    ...(cache.kind === 'miss' && cache.why ? [`The store says: ${cache.why}`] : []),
  ];
}

interface KeysAsked {
  readonly key: string;
  readonly restoreKeys: readonly string[];
}

/** The same for a table, where what was restored matters more than what it is stored under. */
export function cacheRows(cache: ReportCache): readonly (readonly [name: string, value: string])[] {
  if (!isRestored(cache)) return [['Cache', cacheSentence(cache)]];
  return [
    ['Cache', `restored ${restoredPhrase(cache)}`],
    ['Cache key', cache.matchedKey],
  ];
}

export function isRestored(cache: ReportCache): cache is RestoredCache {
  return cache.kind === 'exact' || cache.kind === 'prefix';
}

/** Whose state it is, how old, and how whole. */
export function restoredPhrase(cache: RestoredCache): string {
  return `${buildPhrase(cache)}${originPhrase(cache.from)}${droppedPhrase(cache.dropped)}`;
}

type RestoredCache = ReportCache & { readonly kind: 'exact' | 'prefix' };

/** Which build it is, as far as its key tells: keys end with the digest of the sources. */
function buildPhrase({ key, matchedKey }: { readonly key: string; readonly matchedKey: string }): string {
  if (matchedKey === key) return 'the build of these sources';
  if (matchedKey.startsWith(`${key}/unfinished-`)) return 'what a job that did not end well left of these sources';
  if (matchedKey.startsWith(`${key}/`)) return 'an incremental build of these sources';
  const [sources, theirs] = [key, matchedKey].map((name) => /\/tree-[0-9a-f]+$/.exec(name)?.[0]);
  return sources !== undefined && sources === theirs
    ? 'the build of these sources in another place'
    : 'an earlier build';
}

function droppedPhrase(dropped: DroppedFiles | undefined): string {
  if (dropped === undefined) return '';
  const names = `${dropped.first.join(', ')}${dropped.count > dropped.first.length ? ', ...' : ''}`;
  return `; left out ${count(dropped.count, 'output')} not as recorded (${names})`;
}

function originPhrase(from: CacheOrigin | undefined): string {
  if (from === undefined) return '';
  const age = from.ageSeconds === null ? 'recorded at an unknown time' : `recorded ${agePhrase(from.ageSeconds)} ago`;
  const commit = from.commit === null ? '' : ` from commit ${from.commit.slice(0, 12)}`;
  const event = from.event === null ? '' : ` by a run of ${from.event}`;
  return `, ${age}${commit}${event}`;
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
