import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from '../disk/node.ts';
import { isSha256, type Sha256 } from '../core/digest.ts';
import { asFiniteNumber, asString, field, type JsonObject, type JsonValue } from '../core/json.ts';
import { asInteger, fromInteger } from './exact-json.ts';

const NANOSECONDS = 1_000_000_000n;
const CHUNK_BYTES = 1 << 17;
/** A microsecond; one double more or less of today's seconds is a quarter of it. */
const MOST_ROUNDING_MS = 0.001;

export interface FingerprintValues {
  /** Seconds since 1970, as Python's `st_mtime`. */
  readonly mtime: number;
  /** Nanoseconds since 1970, exact; absent in what Bengal before 0.3.3 wrote. */
  readonly mtimeNs?: bigint | undefined;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, 64 hexadecimal digits; absent when nobody computed it. */
  readonly hash?: Sha256 | undefined;
}

/** What a stat says that fingerprints ask: `fs.statSync(path, { bigint: true })` has it exactly. */
export interface ExactStat {
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint;
  /** Bytes. */
  readonly size: bigint | number;
}

/** What `fs.statSync(path)` says: a number of milliseconds, which leaves out the last three digits of the nanoseconds. */
export interface PlainStat {
  readonly mtimeMs: number;
  readonly size: number;
}

export type FingerprintStat = ExactStat | PlainStat;

/**
 * What Bengal notes about a file to see later whether it changed (`{mtime, mtime_ns, size, hash}` in
 * `file_fingerprints`, see `bengal/cache/build_cache/fingerprint.py` and `file_tracking.py`). Immutable.
 */
export class FileFingerprint implements FingerprintValues {
  readonly mtime: number;
  readonly mtimeNs: bigint | undefined;
  readonly size: number;
  readonly hash: Sha256 | undefined;

  constructor({ mtime, mtimeNs, size, hash }: FingerprintValues) {
    this.mtime = mtime;
    this.mtimeNs = mtimeNs;
    this.size = size;
    this.hash = hash;
    Object.freeze(this);
  }

  /**
   * The fingerprint of a file on disk. The time is taken before the content is read: a file that changes meanwhile will
   * look changed.
   *
   * @param options `hash: false` leaves the content unread.
   * @throws what the file system reports, e.g. `ENOENT`.
   */
  static fromPath(path: string, options: { readonly hash?: boolean } = {}): FileFingerprint {
    const stat = statSync(path, { bigint: true });
    return FileFingerprint.fromStat(stat, options.hash === false ? undefined : hashFileSync(path));
  }

  static fromStat(stat: ExactStat, hash?: Sha256): FileFingerprint {
    return new FileFingerprint({
      mtime: secondsOf(stat.mtimeNs),
      mtimeNs: stat.mtimeNs,
      size: Number(stat.size),
      hash,
    });
  }

  /**
   * Reads an entry of `file_fingerprints`, the bare SHA-256 of the older `file_hashes`, or what `toJSON` gave. Missing
   * numbers are 0 as in Bengal: they match no file, and the hash decides. `undefined` for what is no entry.
   */
  static fromJSON(value: JsonValue | undefined): FileFingerprint | undefined {
    const bare = asHash(value);
    if (bare !== undefined) return new FileFingerprint({ mtime: 0, size: 0, hash: bare });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new FileFingerprint({
      mtime: asFiniteNumber(field(value, 'mtime')) ?? 0,
      mtimeNs: asNanoseconds(field(value, 'mtime_ns')),
      size: asFiniteNumber(field(value, 'size')) ?? 0,
      hash: asHash(field(value, 'hash')),
    });
  }

  /**
   * Whether time and size are the recorded ones: then Bengal takes the file for unchanged. The nanoseconds decide where
   * both have them, else as many digits as there are.
   */
  matchesStat(stat: FingerprintStat): boolean {
    return this.size === Number(stat.size) && this.#timeMatches(stat);
  }

  #timeMatches(stat: FingerprintStat): boolean {
    if (!('mtimeNs' in stat)) {
      // Seconds as a double are not exact to the last digit that milliseconds as a double have.
      if (this.mtimeNs === undefined) return Math.abs(this.mtime * 1000 - stat.mtimeMs) < MOST_ROUNDING_MS;
      return millisecondsOf(this.mtimeNs) === stat.mtimeMs;
    }
    return this.mtimeNs === undefined ? this.mtime === secondsOf(stat.mtimeNs) : this.mtimeNs === stat.mtimeNs;
  }

  /**
   * This fingerprint with its hash, computed now where there was none.
   *
   * @throws Error when the file is no longer the one of the fingerprint: its hash would be another one's.
   * @throws what the file system reports.
   */
  withHash(path: string): FileFingerprint {
    if (this.hash !== undefined) return this;
    const hash = hashFileSync(path);
    if (!this.matchesStat(statSync(path, { bigint: true })))
      throw new Error(`${path} changed since its fingerprint was taken: take a new one, with FileFingerprint.fromPath`);
    const { mtime, mtimeNs, size } = this;
    return new FileFingerprint({ mtime, mtimeNs, size, hash });
  }

  /**
   * For `JSON.stringify`: `{mtime, mtime_ns, size, hash}`, the nanoseconds as a string of digits, since a JSON number
   * loses some of them in JavaScript. (`BuildCache` writes the integer that Bengal expects.)
   */
  toJSON(): JsonObject {
    return { ...fingerprintEntry(this), ...(this.mtimeNs === undefined ? {} : { mtime_ns: String(this.mtimeNs) }) };
  }
}

/** The entry that Bengal writes, for `stringifyExact`. */
export function fingerprintEntry({ mtime, mtimeNs, size, hash }: FingerprintValues): JsonObject {
  return {
    mtime,
    ...(mtimeNs === undefined ? {} : { mtime_ns: fromInteger(mtimeNs) }),
    size,
    hash: hash ?? null,
  };
}

/** As Node makes them of what the system says (`msFromTimeSpec` in `lib/internal/fs/utils.js`). */
function millisecondsOf(nanoseconds: bigint): number {
  const { seconds, rest } = splitSeconds(nanoseconds);
  return Number(seconds) * 1000 + Number(rest) / 1_000_000;
}

/** Seconds as CPython makes them of nanoseconds (`posixmodule.c`, `fill_time`): the sum of two doubles, not a quotient. */
export function secondsOf(nanoseconds: bigint): number {
  const { seconds, rest } = splitSeconds(nanoseconds);
  return Number(seconds) + 1e-9 * Number(rest);
}

/** The rest is never negative. */
function splitSeconds(nanoseconds: bigint): { readonly seconds: bigint; readonly rest: bigint } {
  const rest = ((nanoseconds % NANOSECONDS) + NANOSECONDS) % NANOSECONDS;
  return { seconds: (nanoseconds - rest) / NANOSECONDS, rest };
}

/**
 * SHA-256 of a file's bytes, read in pieces of 128 KiB.
 *
 * @throws what the file system reports.
 */
export function hashFileSync(path: string): Sha256 {
  const file = openSync(path, 'r');
  try {
    const digest = createHash('sha256');
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      digest.update(chunk.subarray(0, length));
    }
    return digest.digest('hex') as Sha256;
  } finally {
    closeSync(file);
  }
}

function asHash(value: JsonValue | undefined): Sha256 | undefined {
  const text = asString(value);
  return text !== undefined && isSha256(text) ? text : undefined;
}

function asNanoseconds(value: JsonValue | undefined): bigint | undefined {
  const text = asString(value);
  return text !== undefined && /^-?\d{1,20}$/.test(text) ? BigInt(text) : asInteger(value);
}
