import { field, isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import type { Cacheable } from './cache-codec.ts';
import { readCacheFile, readPlainFile } from './cache-file.ts';
import type { PythonMinor } from './envelope.ts';
import { stringifyExact } from './exact-json.ts';
import type { SizeLimits } from './size-limits.ts';

/** Which file a store is kept in, and what its entries are. */
export interface CacheStoreFormat<Value> {
  /** Path below `.bengal` without `.json` or `.json.zst`, e.g. `page_metadata`. */
  readonly name: string;
  /** `zstd`: `<name>.json.zst`, read from an old `<name>.json` where only that exists. `plain`: `<name>.json`. */
  readonly form: 'zstd' | 'plain';
  /** The top-level field that holds the entries by key, e.g. `pages`. */
  readonly entriesField: string;
  /** The number in the field `version` that is written. */
  readonly version: number;
  /** Older versions whose entries are the same. */
  readonly readsAlso?: readonly number[];
  readonly codec: Cacheable<Value>;
  /** Says how a file contradicts itself, if it does. */
  readonly contradiction?: (file: StoredFile<Value>) => string | undefined;
  /** Last touch before a file is written: gives top-level fields that depend on the entries or on the time. */
  readonly complete?: (file: StoredFile<Value>) => JsonObject;
}

/** The content of a store's file. */
export interface StoredFile<Value> {
  /** Top-level fields besides the entries, e.g. `version`. */
  readonly otherFields: JsonObject;
  readonly entries: ReadonlyMap<string, Value>;
}

/** What was found when a store was opened. In every case but `read` the store is empty. */
export type StoreOutcome<Value> =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'read';
      readonly version: number;
      /** Entries that did not fit and were left out. */
      readonly dropped: number;
      /** It came from an old `.json`, which the next `save` replaces by a `.json.zst`. */
      readonly migrates: boolean;
    }
  | { readonly kind: 'corrupt'; readonly why: string }
  | { readonly kind: 'incompatible'; readonly why: string }
  /** Its parts contradict each other; `entries` are those that it held. */
  | { readonly kind: 'inconsistent'; readonly why: string; readonly entries: ReadonlyMap<string, Value> };

/** A file as far as a store is concerned: what was found, its entries, and everything around them. */
export interface OpenedFile<Value> {
  /** Below `.bengal`, with suffix. */
  readonly path: string;
  readonly outcome: StoreOutcome<Value>;
  readonly entries: Map<string, Value>;
  readonly file: JsonObject;
  readonly python: PythonMinor | undefined;
}

/** Reads a store's file. Never throws for what is on disk. */
export async function openStoreFile<Value>(
  folder: string,
  format: CacheStoreFormat<Value>,
  limits: SizeLimits | undefined,
): Promise<OpenedFile<Value>> {
  const found = await readFormat(folder, format, limits);
  const suffix = format.form === 'zstd' ? '.json.zst' : '.json';
  const empty = {
    path: found.kind === 'absent' ? `${format.name}${suffix}` : found.path,
    entries: new Map<string, Value>(),
    file: { version: format.version, [format.entriesField]: {} },
    python: found.kind === 'read' ? found.python : undefined,
  };
  switch (found.kind) {
    case 'absent':
      return { ...empty, outcome: found };
    case 'corrupt':
      return { ...empty, outcome: { kind: 'corrupt', why: found.why } };
    case 'read':
      return { ...empty, ...interpret(found, format) };
  }
}

/** What a JSON object means to a store. Where it is of no use, only the outcome is given. */
function interpret<Value>(
  { value, twin }: { readonly value: JsonObject; readonly twin: boolean },
  format: CacheStoreFormat<Value>,
): Pick<OpenedFile<Value>, 'outcome'> & Partial<OpenedFile<Value>> {
  const version = field(value, 'version');
  const known = [format.version, ...(format.readsAlso ?? [])].find((number) => number === version);
  if (known === undefined) return { outcome: { kind: 'incompatible', why: versionProblem(version, format.version) } };
  const stored = field(value, format.entriesField) ?? {};
  if (!isObject(stored))
    return { outcome: { kind: 'corrupt', why: `its field "${format.entriesField}" is no object` } };
  const { entries, dropped } = decode(stored, format.codec);
  const why = format.contradiction?.({ otherFields: without(value, format.entriesField), entries });
  if (why !== undefined) return { outcome: { kind: 'inconsistent', why, entries } };
  const file = { ...value, [format.entriesField]: {} };
  return { outcome: { kind: 'read', version: known, dropped, migrates: twin }, entries, file };
}

/** An object but for one of its fields. */
export function without(object: JsonObject, left: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== left));
}

function decode<Value>(stored: JsonObject, codec: Cacheable<Value>): { entries: Map<string, Value>; dropped: number } {
  const entries = new Map<string, Value>();
  let dropped = 0;
  for (const [key, json] of Object.entries(stored)) {
    const value = isObject(json) ? codec.fromCache(json) : undefined;
    if (value === undefined) dropped++;
    else entries.set(key, value);
  }
  return { entries, dropped };
}

type FoundFile =
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly value: JsonObject;
      readonly python: PythonMinor | undefined;
      readonly twin: boolean;
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'corrupt'; readonly path: string; readonly why: string };

async function readFormat(
  folder: string,
  { form, name }: { readonly form: 'zstd' | 'plain'; readonly name: string },
  limits: SizeLimits | undefined,
): Promise<FoundFile> {
  if (form === 'plain') {
    const plain = readPlainFile(folder, `${name}.json`, limits);
    return plain.kind === 'read' ? { ...plain, path: `${name}.json`, python: undefined, twin: false } : plain;
  }
  const file = await readCacheFile(folder, name, limits);
  if (file.kind !== 'read') return file;
  return { ...file, python: file.envelope.kind === 'headed' ? file.envelope.python : undefined };
}

function versionProblem(found: JsonValue | undefined, expected: number): string {
  const shown = found === undefined ? '' : stringifyExact(found, { ascii: true }).slice(0, 40);
  const version = found === undefined ? 'it has no version' : `it has version ${shown}`;
  return `${version}, and ${String(expected)} is understood`;
}
