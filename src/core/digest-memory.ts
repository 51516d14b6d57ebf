import type { Sha256 } from './digest.ts';

/** What the disk says of a file. */
export interface FileFacts {
  readonly dev: bigint;
  readonly ino: bigint;
  /** Bytes. */
  readonly size: bigint;
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

/**
 * Digests of files that this process has read, so that whoever comes later need not read them again. A file counts as the
 * one that was read while its place on the disk, its size and both its times are the same; the time of change cannot be
 * set by anybody. It belongs to whoever makes it and is handed on as a value.
 */
export interface DigestMemory {
  /** The digest of the file with these facts; `digest` reads the file where nobody has. */
  readonly recall: (stat: FileFacts, digest: () => Sha256) => Sha256;
}

/** A write within this time of the one before may leave a file with the same times: the clock of a disk is coarse. */
const COARSEST_CLOCK_NS = 2_000_000_000n;

/** @param now Nanoseconds since 1970. */
export function digestMemory(now: () => bigint = () => BigInt(Date.now()) * 1_000_000n): DigestMemory {
  const known = new Map<string, Sha256>();
  return {
    recall(stat, digest) {
      const { dev, ino, size, mtimeNs, ctimeNs } = stat;
      const isYoung = ctimeNs + COARSEST_CLOCK_NS > now();
      // A disk without numbers for its files says 0 for all of them.
      if (ino === 0n || isYoung) return digest();
      const key = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
      const found = known.get(key) ?? digest();
      known.set(key, found);
      return found;
    },
  };
}

/** Remembers nothing. */
export const NO_MEMORY: DigestMemory = { recall: (_, digest) => digest() };
