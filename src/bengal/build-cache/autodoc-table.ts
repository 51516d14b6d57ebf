import { statSync } from '../../disk/node.ts';
import { asFiniteNumber, asString, field, isObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { byCodeUnit } from '../../core/order.ts';
import { hashFileSync, secondsOf } from '../file-fingerprint.ts';
import { jsonCopy } from '../../core/json-copy.ts';
import { EntryMap } from './entry-map.ts';
import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
import { Relation } from './relation.ts';
import { SetMap } from './set-map.ts';

interface Autodoc {
  /** Source -> pages made of it. */
  readonly pages: Relation;
  /** Source -> `[sha256, mtime in float seconds, {page: hash of its documentation}]`. */
  readonly metadata: EntryMap;
  /** Source -> `{source_hash, module_element_dict}`. */
  readonly modules: EntryMap;
}

/** `autodoc_dependencies`, `autodoc_source_metadata` (since 0.1.8), `autodoc_content_cache` (since 0.1.9). */
export function autodocCodec(keys: PathKeys): GroupCodec<Autodoc> {
  const sourceOf = (recorded: string): string => keys.ofAutodocSource(recorded);
  const asIs = (page: string): string => page;
  return {
    names: ['autodoc_dependencies', 'autodoc_source_metadata', 'autodoc_content_cache'],
    decode: (read) => ({
      pages: new Relation(SetMap.fromJson(read('autodoc_dependencies'), { key: sourceOf, item: asIs })),
      metadata: EntryMap.fromJson(read('autodoc_source_metadata'), sourceOf),
      modules: EntryMap.fromJson(read('autodoc_content_cache'), sourceOf),
    }),
    encode: ({ pages, metadata, modules }) => ({
      autodoc_dependencies: pages.forward.toJson(),
      autodoc_source_metadata: metadata.toJson(),
      autodoc_content_cache: modules.toJson(),
    }),
  };
}

/** What is known about a source of generated documentation. */
export interface AutodocSource {
  /** SHA-256 of the source's bytes: 64 hexadecimal digits, or the first 16. */
  readonly sourceHash: string;
  /** Modification time in float seconds. */
  readonly sourceMtime: number;
  /** Hash of the documentation on this page, if pages of one source are to be told apart. */
  readonly contentHash?: string;
}

/** Which sources generated documentation is made of. Sources are autodoc keys, pages pseudo paths like `api/x/y.md`. */
export class AutodocTable {
  readonly #group: LazyGroup<Autodoc>;
  readonly #keys: PathKeys;

  constructor(group: LazyGroup<Autodoc>, keys: PathKeys) {
    this.#group = group;
    this.#keys = keys;
  }

  get sources(): number {
    return this.#group.value.pages.forward.size;
  }

  get pairs(): number {
    return this.#group.value.pages.pairs;
  }

  add(source: string, page: string, about: AutodocSource): void {
    const hashes = asObject(partOf(this.#group.value.metadata.get(source), 2));
    const known = about.contentHash === undefined ? hashes : { ...hashes, [page]: about.contentHash };
    const entry = jsonCopy([about.sourceHash, about.sourceMtime, known], `autodoc source ${source}`);
    const { pages, metadata } = this.#group.edit();
    pages.add(source, page);
    metadata.set(source, entry);
  }

  /** Source -> pages. Only to be read. */
  get pages(): SetMap {
    return this.#group.value.pages.forward;
  }

  pagesOf(source: string): ReadonlySet<string> {
    return this.#group.value.pages.forward.get(source);
  }

  docHash(source: string, page: string): string | undefined {
    return asString(field(partOf(this.#group.value.metadata.get(source), 2), page));
  }

  /** Sources that changed, are gone, or of which too little is noted to tell; sorted. */
  stale(): string[] {
    const { pages, metadata } = this.#group.value;
    const sources = new Set([...pages.forward.keys(), ...metadata.keys()]);
    return [...sources].filter((source) => this.#isStale(source)).sort(byCodeUnit);
  }

  deleteSource(source: string): void {
    const { pages, metadata, modules } = this.#group.value;
    if (!pages.forward.has(source) && !metadata.has(source) && !modules.has(source)) return;
    const edited = this.#group.edit();
    edited.pages.removeLeft(source);
    edited.metadata.delete(source);
    edited.modules.delete(source);
  }

  deletePage(page: string): void {
    const { pages, metadata } = this.#group.value;
    for (const [source, entry] of [...metadata.entries()]) {
      const hashes = asObject(partOf(entry, 2));
      if (!Array.isArray(entry) || !Object.hasOwn(hashes, page)) continue;
      const others = Object.fromEntries(Object.entries(hashes).filter(([key]) => key !== page));
      this.#group.edit().metadata.set(source, [...(entry as readonly JsonValue[]).slice(0, 2), others]);
    }
    if (pages.reverse.has(page)) this.#group.edit().pages.removeRight(page);
  }

  clear(): void {
    const { pages, metadata, modules } = this.#group.edit();
    pages.clear();
    metadata.clear();
    modules.clear();
  }

  #isStale(source: string): boolean {
    const entry = this.#group.value.metadata.get(source);
    const [hash, mtime] = [asString(partOf(entry, 0)), asFiniteNumber(partOf(entry, 1))];
    if (hash === undefined || !/^[0-9a-f]{16,64}$/.test(hash)) return true;
    const path = this.#keys.autodocSourceToAbsolute(source);
    try {
      const present = secondsOf(statSync(path, { bigint: true }).mtimeNs);
      if (present === mtime) return false;
      // Bengal compares the first 16 digits with all of them and so takes every touched source for stale; we do not.
      if (!hashFileSync(path).startsWith(hash)) return true;
      this.#group.edit().metadata.set(source, [hash, present, asObject(partOf(entry, 2))]);
      return false;
    } catch {
      return true;
    }
  }
}

function partOf(entry: JsonValue | undefined, index: number): JsonValue | undefined {
  return Array.isArray(entry) ? (entry as readonly JsonValue[])[index] : undefined;
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
