import {
  asFiniteNumber,
  asStrings,
  entriesOf,
  field,
  isObject,
  type JsonObject,
  type JsonValue,
} from '../../core/json.ts';
import { isAbsolutePosix, toPosix } from '../../core/paths.ts';
import { below } from '../../core/paths.ts';
import { findRecordedRoot } from '../file-ref.ts';
import { CURRENT_VERSION, FIELD_NAMES, isFieldName, isHotField, type FieldName, type HotField } from './fields.ts';
import { LazyGroup, type GroupCodec, type ReadField, type SavedGroup } from './lazy-group.ts';
import { isExternal, type Stores } from './stores.ts';

export interface CacheSource {
  /** The main file as it was read, or the fields of a fresh one. */
  readonly main: JsonObject;
  readonly stores: Stores;
  /** Nothing on disk belongs to this cache. */
  readonly fresh: boolean;
}

/** What a save writes: the stores first, then the main file. */
export interface ComposedCache {
  readonly main: JsonObject;
  readonly stores: readonly (readonly [HotField, JsonValue])[];
  /** Takes the composition back: what had changed still has to be written. */
  undo(): void;
}

/** The fields of a cache: JSON as it was read, and the groups that were decoded from it. */
export class CacheData {
  readonly #source: CacheSource;
  readonly #groups: SavedGroup[] = [];
  #main: JsonObject;

  constructor(source: CacheSource) {
    this.#source = source;
    this.#main = source.main;
  }

  /** Fields of the file that no Bengal knows. Its loader would discard everything for one of them. */
  get unknownFields(): readonly string[] {
    return Object.keys(this.#source.main).filter((name) => !isFieldName(name));
  }

  /** The schema number of the file as it was read or last written; 0 where it had none. */
  get version(): number {
    return asFiniteNumber(this.#main['version']) ?? 0;
  }

  group<Value>(codec: GroupCodec<Value>): LazyGroup<Value> {
    const group = new LazyGroup(codec, this.#read);
    // Older keys are spelled in other ways, and nothing on disk belongs to a fresh cache: both are written in full.
    group.changed = this.#source.fresh || this.#main['version'] !== CURRENT_VERSION;
    this.#groups.push(group);
    return group;
  }

  /** What has to be written now. Until `undo`, everything counts as written. */
  compose(): ComposedCache {
    const pending = this.#groups.filter((group) => group.changed);
    const encoded = new Map<string, JsonValue>();
    for (const group of pending) for (const [name, value] of Object.entries(group.encode())) encoded.set(name, value);
    const before = this.#main;
    const stores = this.#storesToWrite(encoded);
    this.#main = this.#composeMain(encoded);
    for (const group of pending) group.changed = false;
    return {
      main: this.#main,
      stores,
      undo: () => {
        this.#main = before;
        for (const group of pending) group.changed = true;
      },
    };
  }

  /** The whole cache as JSON, hot maps inline. */
  toJson(): JsonObject {
    const encoded = new Map(Object.entries(this.#main).filter(([name]) => isFieldName(name)));
    for (const group of this.#groups) {
      const fields = group.edited ? group.encode() : this.#asRead(group.names);
      for (const [name, value] of Object.entries(fields)) encoded.set(name, value);
    }
    return structuredClone(Object.fromEntries(encoded));
  }

  readonly #read: ReadField = (name) => {
    if (isHotField(name) && !this.#source.fresh && isExternal(this.#main, name)) {
      const store = this.#source.stores.read(name);
      if (store !== undefined) return store;
    }
    return field(this.#main, name);
  };

  #asRead(names: readonly FieldName[]): Readonly<Record<string, JsonValue>> {
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = this.#read(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  #storesToWrite(encoded: ReadonlyMap<string, JsonValue>): [HotField, JsonValue][] {
    return this.#groups.flatMap((group) =>
      group.names.flatMap((name): [HotField, JsonValue][] => {
        if (!isHotField(name) || !isExternal(this.#main, name)) return [];
        const value = encoded.get(name);
        if (value !== undefined) return [[name, value]];
        return this.#source.stores.exists(name) ? [] : [[name, field(this.#main, name) ?? {}]];
      }),
    );
  }

  #composeMain(encoded: ReadonlyMap<string, JsonValue>): JsonObject {
    const main = new Map(Object.entries(this.#main).filter(([name]) => isFieldName(name)));
    for (const name of FIELD_NAMES) {
      const external = isHotField(name) && isExternal(this.#main, name);
      const value = external && encoded.has(name) ? {} : encoded.get(name);
      // A Bengal that wrote no such field does not know it and would discard everything.
      if (value !== undefined && (main.has(name) || !isBlank(value))) main.set(name, value);
    }
    main.set('version', CURRENT_VERSION);
    return Object.fromEntries(main);
  }
}

function isBlank(value: JsonValue): boolean {
  return (
    value === null || (isObject(value) ? Object.keys(value).length === 0 : Array.isArray(value) && value.length === 0)
  );
}

/** The root of the checkout that wrote the cache, unless that is the present one: see `findRecordedRoot`. */
export function recordedRootOf(main: JsonObject, siteRoot: string): string | undefined {
  const claimed = entriesOf(main['url_claims']).flatMap(([, claim]) => asStrings([field(claim, 'source') ?? null]));
  const tables = ['file_fingerprints', 'file_hashes', 'page_tags', 'template_dependencies', 'dependencies'];
  const keyed = tables.flatMap((name) => entriesOf(main[name]).map(([key]) => key));
  const paths = [...claimed, ...keyed].map(toPosix);
  const absolute = paths.filter(isAbsolutePosix);
  if (absolute.some((path) => below(siteRoot, path) !== undefined)) return undefined;
  return findRecordedRoot(absolute, new Set(paths.filter((path) => !isAbsolutePosix(path))));
}
