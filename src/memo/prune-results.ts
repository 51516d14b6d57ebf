import { rmSync } from '../disk/node.ts';
import { by } from '../core/order.ts';
import type { ResultStore, StoredEntry } from './result-store.ts';

export interface PruneLimits {
  /** Results that were of no use for this many milliseconds go. */
  readonly maxAgeMs?: number;
  /** The results that were of no use for the longest go, until the rest has no more bytes than this. */
  readonly maxBytes?: number;
}

export interface Pruned {
  readonly removed: number;
  readonly kept: number;
  /** Bytes of the results that are kept. */
  readonly bytes: number;
  /** Files that no entry names: left by a crash, or by entries that went. */
  readonly strays: number;
}

/** A file as young as this may belong to an entry that another process is about to write. */
const IN_USE_MS = 3_600_000;

/** Removes entries beyond the limits, then files that no entry names. Other processes may go on meanwhile. */
export function pruneResults(store: ResultStore, { maxAgeMs, maxBytes }: PruneLimits, now: number): Pruned {
  const entries = [...store.entries()].sort(
    (left, right) => right.usedAt - left.usedAt || by<StoredEntry>(({ key }) => key)(left, right),
  );
  const kept = new Map<string, StoredEntry>();
  const results = new Map<string, number>();
  let bytes = 0;
  for (const stored of entries) {
    const { result, bytes: size } = stored.entry;
    const more = results.has(result) ? 0 : size;
    const tooOld = maxAgeMs !== undefined && now - stored.usedAt > maxAgeMs;
    if (tooOld || (maxBytes !== undefined && bytes + more > maxBytes)) {
      store.remove(stored.key);
      continue;
    }
    kept.set(stored.key, stored);
    results.set(result, size);
    bytes += more;
  }
  return {
    removed: entries.length - kept.size,
    kept: kept.size,
    bytes,
    strays: removeStrays(store, kept.values(), now),
  };
}

function removeStrays(store: ResultStore, kept: Iterable<StoredEntry>, now: number): number {
  let strays = 0;
  for (const { path, changedAt } of store.strays(Array.from(kept, ({ entry }) => entry))) {
    if (now - changedAt < IN_USE_MS) continue;
    rmSync(path, { force: true });
    strays++;
  }
  return strays;
}
