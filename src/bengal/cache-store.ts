import { INSPECT } from '../core/inspect-symbol.ts';
import { mkdirSync } from '../disk/node.ts';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../core/json.ts';
import { writeAtomically } from './atomic-write.ts';
import { writeCacheFile } from './cache-file.ts';
import {
  openStoreFile,
  without,
  type CacheStoreFormat,
  type OpenedFile,
  type StoreOutcome,
} from './cache-store-file.ts';
import type { PythonMinor } from './envelope.ts';
import { indentedJson } from './indented-json.ts';
import { readingPython } from './recorded-python.ts';
import type { SizeLimits } from './size-limits.ts';

export interface OpenStoreOptions {
  /** Sizes in bytes above which a file is corrupt; 256 MiB each when absent. */
  readonly limits?: SizeLimits;
}

export interface SaveStoreOptions {
  /**
   * The Python that will read the file (`3.14`): Bengal refuses a file that another minor version wrote. Without it, the
   * one that wrote the file, or its neighbours in `.bengal`, or else 3.14.
   */
  readonly python?: string;
}

/**
 * Typed entries under string keys in one file below `.bengal`: read as a whole, changed in memory, written as a whole.
 * Top-level fields besides the entries are kept as they are. Bengal locks none of these files; who reads, changes and
 * writes while others may do the same wraps all of it in `withCacheLock`.
 */
export class CacheStore<Value> {
  /** What was found when the store was opened. */
  readonly outcome: StoreOutcome<Value>;
  readonly #folder: string;
  readonly #format: CacheStoreFormat<Value>;
  readonly #entries: Map<string, Value>;
  readonly #path: string;
  #file: JsonObject;
  #python: PythonMinor | undefined;
  #changed: boolean;

  private constructor(folder: string, format: CacheStoreFormat<Value>, opened: OpenedFile<Value>) {
    this.#folder = folder;
    this.#format = format;
    this.outcome = opened.outcome;
    this.#entries = opened.entries;
    this.#path = opened.path;
    this.#file = opened.file;
    this.#python = opened.python;
    this.#changed = opened.outcome.kind === 'read' && opened.outcome.migrates;
  }

  /**
   * Reads the file of a state (`folder` is its `.bengal`). Whatever is on disk, this succeeds: an absent, corrupt or
   * incompatible file gives an empty store, and `outcome` and `warning` say so.
   */
  static async open<Value>(
    folder: string,
    format: CacheStoreFormat<Value>,
    options: OpenStoreOptions = {},
  ): Promise<CacheStore<Value>> {
    return new CacheStore(folder, format, await openStoreFile(folder, format, options.limits));
  }

  /** The one sentence to show to a user, when something that was on disk is not in this store. */
  get warning(): string | undefined {
    const { outcome } = this;
    const file = this.#path;
    switch (outcome.kind) {
      case 'absent':
        return undefined;
      case 'read':
        return outcome.dropped === 0
          ? undefined
          : `${file}: entries left out because they do not fit: ${outcome.dropped}`;
      case 'corrupt':
      case 'incompatible':
      case 'inconsistent':
        return `${file} is not used: ${outcome.why}`;
    }
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Top-level fields of the file besides the entries, e.g. `version`. */
  get otherFields(): JsonObject {
    return without(this.#file, this.#format.entriesField);
  }

  /** Whether `save` would write. */
  get hasChanges(): boolean {
    return this.#changed;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** A copy of the entry. */
  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    return value === undefined ? undefined : this.#copyOf(value);
  }

  /** The entry itself, only to be looked at: costs nothing, however large it is. */
  peek(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** In stored order; new keys last. */
  keys(): IterableIterator<string> {
    return this.#entries.keys();
  }

  /** In stored order; new keys last. */
  *entries(): Generator<[string, Value]> {
    for (const [key, value] of this.#entries) yield [key, this.#copyOf(value)];
  }

  /** So that `for (const [key, entry] of store)` goes through all of it. */
  [Symbol.iterator](): Generator<[string, Value]> {
    return this.entries();
  }

  /**
   * Adds or replaces an entry by a copy of this one. One that would be stored as before changes nothing.
   *
   * @throws TypeError that names the field, for what is no such entry or holds what JSON lacks.
   */
  set(key: string, value: Value): void {
    const { codec } = this.#format;
    const stored = codec.toCache(value);
    const copy = codec.fromCache(stored);
    if (copy === undefined) throw new TypeError(`${key}: its codec does not read what it writes for this entry`);
    const previous = this.#entries.get(key);
    this.#changed ||= previous === undefined || JSON.stringify(codec.toCache(previous)) !== JSON.stringify(stored);
    this.#entries.set(key, copy);
  }

  /** Whether there was such an entry. */
  delete(key: string): boolean {
    const existed = this.#entries.delete(key);
    this.#changed ||= existed;
    return existed;
  }

  clear(): void {
    this.#changed ||= this.#entries.size > 0;
    this.#entries.clear();
  }

  /**
   * Writes the file, atomically, if anything changed since it was read or saved; creates missing folders; removes the
   * old `.json` of a compressed file. Answers whether it wrote.
   *
   * @throws UserError when `python` is no version.
   * @throws what the file system reports; the old file is then untouched.
   */
  async save(options: SaveStoreOptions = {}): Promise<boolean> {
    if (!this.#changed) return false;
    // Whatever changes while the file is being written waits for the next save.
    this.#changed = false;
    try {
      await this.#write(this.#content(), options);
    } catch (thrown) {
      this.#changed = true;
      throw thrown;
    }
    return true;
  }

  #content(): JsonObject {
    const { version, entriesField, codec, complete } = this.#format;
    const stored = [...this.#entries].map(([key, value]) => [key, codec.toCache(value)] as const);
    const completed = complete?.({ otherFields: this.otherFields, entries: this.#entries });
    return { ...this.#file, version, [entriesField]: Object.fromEntries(stored), ...completed };
  }

  async #write(value: JsonObject, options: SaveStoreOptions): Promise<void> {
    const { name, form, entriesField } = this.#format;
    const path = join(this.#folder, name);
    const python =
      form === 'zstd' ? readingPython(this.#folder, { asked: options.python, wrote: this.#python }) : undefined;
    mkdirSync(dirname(path), { recursive: true });
    if (python === undefined) writeAtomically(`${path}.json`, Buffer.from(indentedJson(value)));
    else await writeCacheFile({ folder: this.#folder, name, value, python });
    this.#python = python;
    this.#file = { ...value, [entriesField]: {} };
  }

  /** Of what a codec writes and reads, only the answer is the caller's to change. */
  #copyOf(value: Value): Value {
    const { codec } = this.#format;
    return codec.fromCache(structuredClone(codec.toCache(value))) ?? value;
  }

  /** What `console.log` shows. */
  [INSPECT](): string {
    return `CacheStore ${this.#path}: ${this.outcome.kind}, entries: ${this.size}`;
  }
}
