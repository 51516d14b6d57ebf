import { asFiniteNumber, asString, field, isObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { jsonCopy, type Storable } from '../../core/json-copy.ts';
import { EntryMap } from './entry-map.ts';
import type { HotField } from './fields.ts';
import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { ContentStats } from './page-content.ts';
import type { PathKeys } from './path-keys.ts';

/** A hot map by page or file: `parsed_content`, `rendered_output`, `validation_results`. */
export function contentCodec(name: HotField, keys: PathKeys): GroupCodec<EntryMap> {
  return {
    names: [name],
    decode: (read) => EntryMap.fromJson(read(name), (recorded) => keys.ofRecorded(recorded)),
    encode: (entries) => ({ [name]: entries.toJson() }),
  };
}

/** What tables of kept content have in common. What is set is copied, and so is what is got. */
export class ContentTable {
  readonly #group: LazyGroup<EntryMap>;

  constructor(group: LazyGroup<EntryMap>) {
    this.#group = group;
  }

  get size(): number {
    return this.#group.value.size;
  }

  keys(): IterableIterator<string> {
    return this.#group.value.keys();
  }

  get(key: string): JsonObject | undefined {
    return structuredClone(this.peek(key));
  }

  /** The entry itself, only to be looked at. */
  peek(key: string): JsonObject | undefined {
    const entry = this.#group.value.get(key);
    return isObject(entry) ? entry : undefined;
  }

  /** @throws TypeError that names the place of what is no JSON. */
  set(key: string, entry: Storable): void {
    this.#group.edit().set(key, jsonCopy(entry, `${this.#group.names.join()} of ${key}`));
  }

  /** Answers whether there was one. */
  delete(key: string): boolean {
    return this.#group.value.has(key) && this.#group.edit().delete(key);
  }

  deleteWhere(condemned: (entry: JsonValue, key: string) => boolean): void {
    const keys = [...this.#group.value.entries()].flatMap(([key, entry]) => (condemned(entry, key) ? [key] : []));
    for (const key of keys) this.#group.edit().delete(key);
  }

  clear(): void {
    this.#group.edit().clear();
  }

  stats(): ContentStats {
    let totalBytes = 0;
    for (const entry of this.#group.value.values()) totalBytes += asFiniteNumber(field(entry, 'size_bytes')) ?? 0;
    return { pages: this.size, totalBytes, averageBytes: this.size === 0 ? 0 : totalBytes / this.size };
  }
}

/** Whether a recorded text field is the given one. */
export function isRecorded(entry: JsonObject, name: string, value: string): boolean {
  return asString(field(entry, name)) === value;
}
