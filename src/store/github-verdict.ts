import type { ClientLog } from './github-client-log.ts';

/** How a call of the client ended: its result, or what it threw. */
export type ClientEnd<Result> =
  { readonly kind: 'returned'; readonly value: Result } | { readonly kind: 'threw'; readonly error: unknown };

export type RestoreVerdict =
  | { readonly kind: 'found'; readonly key: string }
  | { readonly kind: 'miss' }
  | { readonly kind: 'failed'; readonly why: string };

export type SaveVerdict =
  | { readonly kind: 'stored' }
  /** The service has, or is just receiving, an entry of that key. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }
  /** Not stored, for no reason given. */
  | { readonly kind: 'unclear' };

/** Longest reason taken from the client, in UTF-16 units. */
const LONGEST_REASON = 400;

/**
 * What `restoreCache` meant. It yields `undefined` for a miss and for every failure alike, but each failing path of
 * version 6.3 (v1 and v2) logs a warning or an error, and the path of a miss logs neither.
 */
export function judgeRestore(end: ClientEnd<string | undefined>, log: ClientLog): RestoreVerdict {
  if (end.kind === 'threw') return { kind: 'failed', why: describeError(end.error) };
  if (end.value !== undefined) return { kind: 'found', key: end.value };
  const refusal = log.notes.find((note) => note.includes('does not permit reads'));
  if (refusal !== undefined) return { kind: 'failed', why: clean(refusal) };
  if (log.troubles.length === 0) return { kind: 'miss' };
  const found = log.notes.some((note) => note.startsWith('Cache hit for'));
  const why = joinReasons(log);
  return { kind: 'failed', why: found ? `an entry was found but could not be fetched: ${why}` : why };
}

/**
 * What `saveCache` meant. It yields -1 for a conflict, a refusal and every outage alike; for a failed reservation the
 * cause stands in a debug line only. With the v1 service a failed upload even yields the positive id, after a warning.
 */
export function judgeSave(end: ClientEnd<number>, log: ClientLog): SaveVerdict {
  const spoken = [...(end.kind === 'threw' ? [describeError(end.error)] : []), ...log.troubles, ...log.notes];
  const denial = spoken.map((line) => /cache write denied:.*/s.exec(line)?.[0]).find((text) => text !== undefined);
  if (denial !== undefined) return { kind: 'denied', why: clean(denial) };
  if (end.kind === 'threw') return { kind: 'failed', why: describeError(end.error) };
  if (end.value !== -1 && log.troubles.length === 0) return { kind: 'stored' };
  const cause = log.notes
    .map((note) => /^Failed to reserve cache: (.*)$/s.exec(note)?.[1])
    .find((text) => text !== undefined);
  if (cause !== undefined) {
    return /\(409\)|already exists/i.test(cause) ? { kind: 'conflict' } : { kind: 'failed', why: clean(cause) };
  }
  return log.troubles.length > 0 ? { kind: 'failed', why: joinReasons(log) } : { kind: 'unclear' };
}

/** What to add to the news that a call was abandoned: the last failed attempt, when there was one. */
export function describeProgress(log: ClientLog): string {
  const last = [...log.notes, ...log.troubles].findLast((line) => /failed|error|unable/i.test(line));
  return last === undefined ? '' : `; the client last said: ${clean(last)}`;
}

function describeError(error: unknown): string {
  return clean(error instanceof Error ? error.message : String(error));
}

function joinReasons({ troubles, notes }: ClientLog): string {
  // The client reports the exit code of `tar` only; what `tar` complained of stands in its output.
  const complaint = troubles.some((trouble) => trouble.includes('exit code'))
    ? notes.find((note) => /^\S*(?:tar|zstd|gzip)\S*: /.test(note))
    : undefined;
  const messages = complaint === undefined ? troubles : [...troubles, complaint];
  return [...new Set(messages.map(clean))].join('; ');
}

/** The first line of a message without the client's preambles and without secrets. */
function clean(message: string): string {
  const [first = ''] = message.trim().split(/\r?\n/, 1);
  const text = first
    .replace(
      /^(?:Error: |Failed to (?:restore|save): ?|uploadCacheArchiveSDK: internal error uploading cache archive: )+/,
      '',
    )
    .replaceAll(/([?&]sig=)[^&\s"']+/g, '$1***')
    .trim();
  if (text === '') return 'the cache client gave no reason';
  return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;
}
