import { basename, dirname } from 'node:path';
import { asArray, field, isObject, type JsonObject } from '../core/json.ts';
import { warnProcess } from '../core/process-warning.ts';
import { mkdirSync, rmSync } from '../disk/node.ts';
import { writeAtomically } from './atomic-write.ts';
import type { Cacheable } from './cache-codec.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import { indentedJson } from './indented-json.ts';
import { readingPython } from './recorded-python.ts';
import type { SizeLimits } from './size-limits.ts';

export interface EntryListOptions {
  /** A file of another version is not read; 1 when absent. */
  readonly version?: number;
  /** `false` writes plain JSON, to be looked at. */
  readonly compress?: boolean;
  /** See `SaveStoreOptions`. */
  readonly python?: string;
  /** Sizes in bytes above which a file is corrupt; 256 MiB each when absent. */
  readonly limits?: SizeLimits;
  /** Told one sentence when something that is on disk is not used; warnings of the process when absent. */
  readonly warn?: (sentence: string) => void;
}

/**
 * Typed entries without keys in a file of any name: `{"version": 1, "entries": [...]}`, the form of Bengal's own
 * `CacheStore` (`bengal/cache/cache_store.py`). Takes no lock.
 */
export class EntryList<Value> {
  readonly #folder: string;
  readonly #name: string;
  readonly #codec: Cacheable<Value>;
  readonly #options: EntryListOptions;

  /** @param path With or without `.json` or `.json.zst`: both forms are read, the compressed one first. */
  constructor(path: string, codec: Cacheable<Value>, options: EntryListOptions = {}) {
    this.#folder = dirname(path);
    this.#name = basename(path).replace(/\.json(?:\.zst)?$/, '');
    this.#codec = codec;
    this.#options = options;
  }

  /** The entries in stored order. None, with a warning, where the file is corrupt or of another version. */
  async load(): Promise<Value[]> {
    const { version = 1, limits, warn = warnProcess } = this.#options;
    const file = await readCacheFile(this.#folder, this.#name, limits);
    if (file.kind === 'absent') return [];
    const why = file.kind === 'corrupt' ? file.why : versionProblem(file.value, version);
    if (file.kind === 'corrupt' || why !== undefined) {
      warn(`${file.path} is not used: ${String(why)}`);
      return [];
    }
    const stored = asArray(field(file.value, 'entries'));
    const entries = stored.flatMap((json) => (isObject(json) ? (this.#codec.fromCache(json) ?? []) : []));
    if (entries.length < stored.length)
      warn(`${file.path}: entries left out because they do not fit: ${stored.length - entries.length}`);
    return entries;
  }

  /**
   * Writes the file in one step; makes missing folders; removes the file of the other form.
   *
   * @throws TypeError that names the field, for what is no such entry.
   * @throws what the file system reports; the old file is then untouched.
   */
  async save(entries: Iterable<Value>): Promise<void> {
    const { version = 1, compress = true, python: asked } = this.#options;
    const value = { version, entries: Array.from(entries, (entry) => this.#codec.toCache(entry)) };
    const [folder, name] = [this.#folder, this.#name];
    mkdirSync(folder, { recursive: true });
    if (compress)
      await writeCacheFile({ folder, name, value, python: readingPython(folder, { asked, wrote: undefined }) });
    else {
      writeAtomically(`${folder}/${name}.json`, Buffer.from(indentedJson(value)));
      rmSync(`${folder}/${name}.json.zst`, { force: true });
    }
  }
}

function versionProblem(file: JsonObject, version: number): string | undefined {
  const found = field(file, 'version');
  const shown = found === undefined ? 'no version' : `version ${JSON.stringify(found)}`;
  return found === version ? undefined : `it has ${shown}, and ${String(version)} is understood`;
}
