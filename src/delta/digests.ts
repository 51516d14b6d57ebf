import type { Sha256 } from '../core/digest.ts';

/** What one output holds. */
export interface OutputDigest {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
}

/** Path below the output folder -> what it holds; `unknown`: something lies there, and nobody knows what. */
export type OutputDigests = ReadonlyMap<string, OutputDigest | 'unknown'>;

/** Paths below the output folder, each list in code-unit order. */
export interface Differences {
  readonly added: readonly string[];
  /** Other bytes than before, or nobody knows which there were. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** What differs between two outputs, byte for byte. */
export function compareDigests(before: OutputDigests, after: OutputDigests): Differences {
  const added = [...after.keys()].filter((path) => !before.has(path)).sort();
  const removed = [...before.keys()].filter((path) => !after.has(path)).sort();
  const changed = [...after]
    .filter(([path, now]) => before.has(path) && !isSame(before.get(path), now))
    .map(([path]) => path)
    .sort();
  return { added, changed, removed, unchanged: after.size - added.length - changed.length };
}

function isSame(left: OutputDigest | 'unknown' | undefined, right: OutputDigest | 'unknown'): boolean {
  if (left === undefined || left === 'unknown' || right === 'unknown') return false;
  return left.sha256 === right.sha256 && left.size === right.size;
}
