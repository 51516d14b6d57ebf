export interface CacheEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  /** Name in the blob store. */
  readonly blob: string;
  /** Bytes as told at the end of the upload; absent while reserved only. */
  readonly sizeBytes?: number;
}

/** Entries in order of creation, with the matching rules of GitHub's cache. */
export class CacheEntries {
  readonly #entries: CacheEntry[] = [];
  /** Never used again, so that the blob of an entry that was cleared is not taken for that of a new one. */
  #lastId = 0;

  clear(): void {
    this.#entries.length = 0;
  }

  get all(): readonly CacheEntry[] {
    return this.#entries;
  }

  /** `undefined` when the key is taken, reserved ones included. */
  reserve(key: string, version: string): CacheEntry | undefined {
    if (this.#entries.some((entry) => entry.key === key && entry.version === version)) return undefined;
    this.#lastId += 1;
    const id = this.#lastId;
    const entry = { id, key, version, blob: `blob-${String(id)}` };
    this.#entries.push(entry);
    return entry;
  }

  reserved(key: string, version: string): CacheEntry | undefined {
    return this.#entries.find(
      (entry) => entry.key === key && entry.version === version && entry.sizeBytes === undefined,
    );
  }

  finish(entry: CacheEntry, sizeBytes: number): void {
    this.#entries[this.#entries.indexOf(entry)] = { ...entry, sizeBytes };
  }

  find({
    key,
    restoreKeys,
    version,
  }: {
    key: string;
    restoreKeys: readonly string[];
    version: string;
  }): CacheEntry | undefined {
    const newestFirst = this.#entries
      .filter((entry) => entry.version === version && entry.sizeBytes !== undefined)
      .reverse();
    const exact = newestFirst.find((entry) => entry.key === key);
    if (exact !== undefined) return exact;
    for (const prefix of [key, ...restoreKeys]) {
      const match = newestFirst.find((entry) => entry.key.startsWith(prefix));
      if (match !== undefined) return match;
    }
    return undefined;
  }
}
