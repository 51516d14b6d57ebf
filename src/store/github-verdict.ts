import { complaintIn, describeReason, isAdvice } from './github-words.ts';
import type { ClientEnd } from './github-calls.ts';
import type { ClientLog } from './github-log.ts';
import { describePrefixes } from './keys.ts';
import type { Restored, RestoreRequest } from './port.ts';

type Log = Pick<ClientLog, 'troubles' | 'notes' | 'programs'>;

export type SaveVerdict =
  | { readonly kind: 'stored' }
  /** The service has, or is just receiving, an entry of that key. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'unavailable'; readonly why: string }
  | { readonly kind: 'no-service' }
  /** Not stored, for no reason given. */
  | { readonly kind: 'unclear' };

/**
 * What `restoreCache` meant. It yields `undefined` for a miss and for every failure alike, but each failing path of
 * version 6.3 (v1 and v2) logs a warning or an error, and the path of a miss logs neither.
 */
export function judgeRestore(
  keys: Pick<RestoreRequest, 'key' | 'restoreKeys'>,
  end: ClientEnd,
  log: Log,
): Restored | 'no-service' {
  if (end.kind === 'no-service') return 'no-service';
  if (end.kind === 'returned' && typeof end.value === 'string')
    return { kind: end.value === keys.key ? 'exact' : 'prefix', key: end.value };
  const denial = denialIn(end, log, 'read');
  if (denial !== undefined) return { kind: 'denied', why: denial };
  if (end.kind === 'threw') return { kind: 'unavailable', why: describeReason(end.message) };
  if (log.troubles.length === 0) return { kind: 'miss', why: describeMiss(keys, log) };
  const found = log.notes.some((note) => /^(?:Cache hit for|Archive Path:)/.test(note));
  const why = joinReasons(log);
  if (!found) return { kind: 'unavailable', why };
  if (!why.startsWith('tar failed'))
    return { kind: 'unavailable', why: `an entry was found, but it could not be fetched: ${why}` };
  // It came whole and stays as it is: nothing but another entry can stand in for it.
  const key =
    log.notes.map((note) => /^Cache hit for(?: restore-key)?: (.+)$/.exec(note)?.[1]).find(Boolean) ?? keys.key;
  return { kind: 'refused', key, why: `an entry was found, but what came is no sound archive: ${why}` };
}

/**
 * What `saveCache` meant. It yields -1 for a conflict, a refusal and every outage alike; for a failed reservation the
 * cause stands in a debug line (v2) or an information (v1) only. With the v1 service a failed upload even yields the
 * positive id, after a warning.
 */
export function judgeSave(end: ClientEnd, log: Log): SaveVerdict {
  if (end.kind === 'no-service') return { kind: 'no-service' };
  const denial = denialIn(end, log, 'write');
  if (denial !== undefined) return { kind: 'denied', why: denial };
  if (end.kind === 'threw') return { kind: 'unavailable', why: describeReason(end.message) };
  if (end.value !== -1 && log.troubles.length === 0) return { kind: 'stored' };
  const cause = log.notes
    .map((note) => RESERVATION.exec(note))
    .map((match) => match?.[1] ?? match?.[2])
    .find((text) => text !== undefined);
  if (cause !== undefined) {
    const taken = /\(409\)|already exists/i.test(cause);
    return taken
      ? { kind: 'conflict' }
      : { kind: 'unavailable', why: joinReasons({ ...log, troubles: [cause, ...log.troubles] }) };
  }
  return log.troubles.length > 0 ? { kind: 'unavailable', why: joinReasons(log) } : { kind: 'unclear' };
}

const RESERVATION =
  /^Failed to reserve cache: (.*)$|^Failed to save: Unable to reserve cache .*?\. More details: (.*)$/s;

/** What to add to the news that a call was stopped: the last failed attempt, when there was one. */
export function describeProgress(log: Log): string {
  const last = [...log.notes, ...log.troubles].findLast((line) => /^Attempt \d|failed|error|unable/i.test(line));
  return last === undefined ? '' : `; before that: ${describeReason(last)}`;
}

/** The service says it with a fixed prefix, the client of a job that may not with a sentence. */
function denialIn(end: ClientEnd, { troubles, notes }: Log, doing: 'read' | 'write'): string | undefined {
  const lines = [
    ...(end.kind === 'threw' ? [end.message] : []),
    ...troubles,
    // Whole answers are noted too.
    ...notes.filter((note) => !/^(?:Raw )?Body:/.test(note)),
  ];
  const said = new RegExp(`cache ${doing} denied:.*|.*does not permit ${doing}s.*`);
  const words = lines.map((line) => said.exec(line)?.[0]).find((text) => text !== undefined);
  return words === undefined ? undefined : describeReason(words);
}

function describeMiss(keys: Pick<RestoreRequest, 'key' | 'restoreKeys'>, { notes }: Log): string {
  const nothing = `nothing is stored under a key that begins with ${describePrefixes(keys)}`;
  const scope = 'for this branch, its base or the default branch';
  // Which program compressed an entry is part of what it is found by.
  return notes.includes('zstd version: null')
    ? `${nothing}, ${scope}; what machines with zstd have stored is not found here, where that program is missing`
    : `${nothing}, ${scope}`;
}

function joinReasons({ troubles, programs }: Pick<Log, 'troubles' | 'programs'>): string {
  const reasons = [...new Set(troubles.map(describeReason))];
  // The client reports the exit code only; what was wrong stands in what the programs printed.
  const details = troubles.some((trouble) => trouble.includes('exit code')) ? complaintIn(programs) : [];
  // The client tells first when to come again, and then what happened.
  return [...reasons.filter((reason) => !isAdvice(reason)), ...details, ...reasons.filter(isAdvice)].join('; ');
}
