import { entriesOf, type JsonObject, type JsonValue } from '../../core/json.ts';
import { byCodeUnit } from '../../core/order.ts';

const NONE: ReadonlySet<string> = new Set();

export interface SetMapNames {
  readonly key: (recorded: string) => string;
  readonly item: (recorded: string) => string;
}

const asRecorded: SetMapNames = { key: (name) => name, item: (name) => name };

/**
 * Key -> set of strings, as Bengal stores it: `{ "key": ["a", "b"] }`, in random order there and sorted here. Entries of
 * two spellings of one key are united. What is no string is kept aside and written again.
 */
export class SetMap {
  readonly #sets = new Map<string, Set<string>>();
  readonly #foreign = new Map<string, JsonValue>();

  static fromJson(value: JsonValue | undefined, names: SetMapNames = asRecorded): SetMap {
    const map = new SetMap();
    for (const [recorded, items] of entriesOf(value)) map.#take(names.key(recorded), items, names);
    return map;
  }

  get size(): number {
    return this.#sets.size;
  }

  get(key: string): ReadonlySet<string> {
    return this.#sets.get(key) ?? NONE;
  }

  has(key: string): boolean {
    return this.#sets.has(key);
  }

  entries(): IterableIterator<[string, ReadonlySet<string>]> {
    return this.#sets.entries();
  }

  keys(): IterableIterator<string> {
    return this.#sets.keys();
  }

  add(key: string, item: string): void {
    assertText(item);
    const set = this.#sets.get(key);
    if (set === undefined) this.#sets.set(key, new Set([item]));
    else set.add(item);
  }

  /** A key without items is kept: it says that there are none. */
  replace(key: string, items: Iterable<string>): void {
    const set = new Set(items);
    for (const item of set) assertText(item);
    this.#foreign.delete(key);
    this.#sets.set(key, set);
  }

  /** A key whose last item this was goes too. Answers whether it did. */
  remove(key: string, item: string): boolean {
    const set = this.#sets.get(key);
    if (set?.delete(item) !== true || set.size > 0) return false;
    this.delete(key);
    return true;
  }

  delete(key: string): void {
    this.#sets.delete(key);
    this.#foreign.delete(key);
  }

  clear(): void {
    this.#sets.clear();
    this.#foreign.clear();
  }

  toJson(spell: (key: string) => string = asRecorded.key): JsonObject {
    const known = [...this.#sets].map(([key, items]) => [spell(key), this.#itemsToJson(key, items)] as const);
    const foreign = [...this.#foreign].filter(([key]) => !this.#sets.has(key));
    return Object.fromEntries([...known, ...foreign]);
  }

  #take(key: string, items: JsonValue, names: SetMapNames): void {
    if (!Array.isArray(items)) {
      this.#foreign.set(key, items);
      return;
    }
    const set = this.#sets.get(key) ?? new Set();
    this.#sets.set(key, set);
    const others: JsonValue[] = [];
    for (const item of items as readonly JsonValue[]) {
      if (typeof item === 'string') set.add(names.item(item));
      else others.push(item);
    }
    if (others.length > 0) this.#foreign.set(key, others);
  }

  #itemsToJson(key: string, items: ReadonlySet<string>): JsonValue {
    const foreign = this.#foreign.get(key);
    const others = Array.isArray(foreign) ? (foreign as readonly JsonValue[]) : [];
    return [...[...items].sort(byCodeUnit), ...others];
  }
}

/** The compiler cannot see what a program in JavaScript passes, and a set of anything else would be written as nothing. */
function assertText(item: unknown): void {
  if (typeof item !== 'string') throw new TypeError(`Expected a string to keep, got ${typeof item}`);
}
