import { resolve } from 'node:path';
import type { Sha256 } from '../core/digest.ts';
import type { Entry } from './memo-entry.ts';
import type { ResultStore } from './result-store.ts';
import { fingerprintFile, UNREADABLE } from './tracked-file.ts';

export interface Surroundings {
  readonly store: ResultStore;
  readonly root: string;
  readonly now: number;
  /** The functions that this process knows, by name. */
  readonly functions: ReadonlyMap<string, { readonly code: Sha256; readonly maxAgeMs: number }>;
}

export type Validity = { readonly kind: 'valid' } | { readonly kind: 'stale'; readonly why: string };

/**
 * Whether a stored result is what running the function would give: its code, its files and everything that it called
 * are as they were. A callee that this process does not know is a doubt, and so is anything unreadable. Each callee is
 * judged once, however many ways lead to it.
 */
export function judgeEntry(key: Sha256, entry: Entry, surroundings: Surroundings): Validity {
  return judge(key, entry, { ...surroundings, judged: new Map(), fingerprints: new Map() });
}

interface Judging extends Surroundings {
  readonly judged: Map<Sha256, Validity>;
  readonly fingerprints: Map<string, string>;
}

const VALID: Validity = { kind: 'valid' };

function judge(key: Sha256, entry: Entry, judging: Judging): Validity {
  const known = judging.judged.get(key);
  if (known !== undefined) return known;
  // Until it is known. Entries that lead to themselves are forged, and stale.
  judging.judged.set(key, { kind: 'stale', why: `${entry.label} depends on itself` });
  const verdict = judgeNew(entry, judging);
  judging.judged.set(key, verdict);
  return verdict;
}

function judgeNew(entry: Entry, judging: Judging): Validity {
  const { functions, now } = judging;
  const known = functions.get(entry.name);
  if (known === undefined) return stale(`${entry.name} is not known to this process, so nobody can tell its code`);
  if (known.code !== entry.code) return stale(`the code of ${entry.name} changed`);
  if (!(entry.at <= now && now - entry.at <= known.maxAgeMs)) return stale(`${entry.label} is too old`);
  for (const [path, fingerprint] of entry.files) {
    if (fingerprintNow(path, judging) !== fingerprint || fingerprint === UNREADABLE) return stale(`${path} changed`);
  }
  for (const [key, result] of entry.children) {
    const child = judging.store.readEntry(key);
    if (child === undefined) return stale('the result of a call that it made is gone');
    if (child.result !== result) return stale(`${child.label} gave another result since`);
    const verdict = judge(key, child, judging);
    if (verdict.kind === 'stale') return verdict;
  }
  return VALID;
}

function stale(why: string): Validity {
  return { kind: 'stale', why };
}

function fingerprintNow(path: string, { root, fingerprints }: Judging): string {
  const known = fingerprints.get(path) ?? fingerprintFile(resolve(root, path));
  fingerprints.set(path, known);
  return known;
}
