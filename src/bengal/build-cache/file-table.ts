import { statSync, type BigIntStats } from '../../disk/node.ts';
import { asString, isObject, type JsonValue } from '../../core/json.ts';
import { below, toPosix } from '../../core/paths.ts';
import { FileFingerprint, fingerprintEntry, hashFileSync, secondsOf } from '../file-fingerprint.ts';
import { EntryMap } from './entry-map.ts';
import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';

/** `file_fingerprints`; up to 0.1.4 `file_hashes`, path -> SHA-256. */
export function fingerprintsCodec(keys: PathKeys): GroupCodec<EntryMap> {
  return {
    names: ['file_fingerprints'],
    decode(read) {
      const fingerprints = read('file_fingerprints') ?? hashesAsFingerprints(read('file_hashes'));
      return EntryMap.fromJson(fingerprints, (recorded) => keys.ofRecorded(recorded));
    },
    encode: (entries) => ({ file_fingerprints: entries.toJson() }),
  };
}

function hashesAsFingerprints(value: JsonValue | undefined): JsonValue | undefined {
  if (!isObject(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([path, hash]) => {
      const fingerprint = FileFingerprint.fromJSON(hash);
      return fingerprint === undefined ? [] : [[path, fingerprintEntry(fingerprint)]];
    }),
  );
}

/** What was noted about files, and whether they still are as noted. */
export class FileTable {
  readonly #group: LazyGroup<EntryMap>;
  readonly #keys: PathKeys;

  constructor(group: LazyGroup<EntryMap>, keys: PathKeys) {
    this.#group = group;
    this.#keys = keys;
  }

  get size(): number {
    return this.#group.value.size;
  }

  keys(): IterableIterator<string> {
    return this.#group.value.keys();
  }

  get(key: string): FileFingerprint | undefined {
    return FileFingerprint.fromJSON(this.#group.value.get(key));
  }

  set(key: string, fingerprint: FileFingerprint): void {
    const before = this.#group.value.get(key);
    // What else Bengal may have noted about the file stays.
    this.#group.edit().set(key, { ...(isObject(before) ? before : {}), ...fingerprintEntry(fingerprint) });
  }

  /** Bengal's rule, see `BuildCache.isChanged`. */
  isChanged(key: string): boolean {
    const recorded = this.get(key);
    if (recorded === undefined) return true;
    const path = this.#keys.toAbsolute(key);
    try {
      const stat = statSync(path, { bigint: true });
      if (recorded.matchesStat(stat)) return false;
      if (recorded.hash === undefined || hashFileSync(path) !== recorded.hash) return true;
      this.set(key, FileFingerprint.fromStat(stat, recorded.hash));
      return false;
    } catch {
      // Whatever keeps us from looking at the file, nobody can say that it is unchanged.
      return true;
    }
  }

  /** A file that is gone is forgotten. */
  update(key: string): void {
    const path = this.#keys.toAbsolute(key);
    if (statSync(path, { throwIfNoEntry: false }) === undefined) this.delete(key);
    else this.set(key, FileFingerprint.fromPath(path));
  }

  delete(key: string): boolean {
    return this.#group.value.has(key) && this.#group.edit().delete(key);
  }

  clear(): void {
    this.#group.edit().clear();
  }
}

/** `output_sources`: output below the output directory -> key of its source. */
export function outputsCodec(keys: PathKeys): GroupCodec<EntryMap> {
  return {
    names: ['output_sources'],
    decode: (read) => {
      const outputs = EntryMap.fromJson(read('output_sources'));
      for (const [output, source] of outputs.entries()) {
        if (typeof source === 'string') outputs.set(output, keys.ofRecorded(source));
      }
      return outputs;
    },
    encode: (entries) => ({ output_sources: entries.toJson() }),
  };
}

/** Which source each output was made of. */
export class OutputTable {
  readonly #group: LazyGroup<EntryMap>;

  constructor(group: LazyGroup<EntryMap>) {
    this.#group = group;
  }

  sources(): ReadonlyMap<string, string> {
    return new Map([...this.#group.value.entries()].flatMap(([output, source]) => asPair(output, asString(source))));
  }

  /** Paths are absolute; answers whether the output lies below the directory. */
  track(source: string, output: string, outputDir: string): boolean {
    const relative = below(toPosix(outputDir), toPosix(output));
    if (relative === undefined) return false;
    this.#group.edit().set(relative, source);
    return true;
  }

  deleteSource(key: string): void {
    const outputs = [...this.#group.value.entries()].filter(([, source]) => source === key);
    for (const [output] of outputs) this.#group.edit().delete(output);
  }

  clear(): void {
    this.#group.edit().clear();
  }
}

function asPair(output: string, source: string | undefined): [string, string][] {
  return source === undefined ? [] : [[output, source]];
}

/** A file's modification time as Bengal compares it (float seconds), `null` when there is no such file. */
export function mtimeSeconds(path: string): number | null {
  const stat: BigIntStats | undefined = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : secondsOf(stat.mtimeNs);
}
