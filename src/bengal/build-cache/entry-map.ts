import { entriesOf, type JsonObject, type JsonValue } from '../../core/json.ts';

/**
 * Key -> JSON value, for tables whose keys are files. One file recorded under two spellings is one entry: the one under
 * the canonical key, where Bengal looks. The other spelling is written again beside it: the development version asks for
 * its configuration file by the absolute path (`orchestration/build/initialization.py`).
 */
export class EntryMap {
  readonly #entries = new Map<string, JsonValue>();
  readonly #otherSpellings = new Map<string, Set<string>>();

  static fromJson(value: JsonValue | undefined, keyOf: (recorded: string) => string = (key) => key): EntryMap {
    const map = new EntryMap();
    const misspelled: [key: string, recorded: string, entry: JsonValue][] = [];
    for (const [recorded, entry] of entriesOf(value)) {
      const key = keyOf(recorded);
      if (key === recorded) map.#entries.set(key, entry);
      else misspelled.push([key, recorded, entry]);
    }
    const canonical = new Set(misspelled.map(([key]) => key).filter((key) => map.#entries.has(key)));
    for (const [key, recorded, entry] of misspelled) {
      if (!canonical.has(key)) map.#entries.set(key, entry);
      else map.#spellings(key).add(recorded);
    }
    return map;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): JsonValue | undefined {
    return this.#entries.get(key);
  }

  entries(): IterableIterator<[string, JsonValue]> {
    return this.#entries.entries();
  }

  keys(): IterableIterator<string> {
    return this.#entries.keys();
  }

  values(): IterableIterator<JsonValue> {
    return this.#entries.values();
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  set(key: string, entry: JsonValue): void {
    this.#entries.set(key, entry);
  }

  /** Answers whether there was one. */
  delete(key: string): boolean {
    this.#otherSpellings.delete(key);
    return this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#otherSpellings.clear();
  }

  toJson(): JsonObject {
    const all: [string, JsonValue][] = [];
    for (const [key, entry] of this.#entries) {
      all.push([key, entry]);
      for (const recorded of this.#otherSpellings.get(key) ?? []) all.push([recorded, entry]);
    }
    return Object.fromEntries(all);
  }

  #spellings(key: string): Set<string> {
    const spellings = this.#otherSpellings.get(key) ?? new Set();
    this.#otherSpellings.set(key, spellings);
    return spellings;
  }
}
