import { asFiniteNumber, asString, field, isObject, type JsonValue } from '../../core/json.ts';
import { PYTHON_COMPACT, pythonJson } from '../../core/python-json.ts';
import { parseExact } from '../exact-json.ts';
import { EntryMap } from './entry-map.ts';
import type { FieldName } from './fields.ts';
import type { GroupCodec } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';

/** A top-level field that is a map; its keys stay as they are unless they are files. */
export function entriesCodec(name: FieldName, keyOf?: (recorded: string) => string): GroupCodec<EntryMap> {
  return {
    names: [name],
    decode: (read) => EntryMap.fromJson(read(name), keyOf),
    encode: (entries) => ({ [name]: entries.toJson() }),
  };
}

/** A top-level field that is a text or null. */
export function textCodec(name: FieldName): GroupCodec<{ text: string | undefined }> {
  return {
    names: [name],
    decode: (read) => ({ text: asString(read(name)) }),
    encode: ({ text }) => ({ [name]: text ?? null }),
  };
}

/** Who owns a URL (`url_claims`). */
export interface UrlClaim {
  /** `content`, `autodoc:python`, `taxonomy`, `special_pages`, ... */
  readonly owner: string;
  /** Key of a file, or a bare name (`404.html`) for special pages. */
  readonly source: string;
  /** The higher one wins: 100 content, 80 generated documentation, 40 taxonomy, 10 special pages. */
  readonly priority: number;
  readonly version: string | undefined;
  readonly lang: string | undefined;
}

function readClaim(entry: JsonValue, keys: PathKeys): UrlClaim | undefined {
  const source = asString(field(entry, 'source'));
  if (source === undefined) return undefined;
  return {
    owner: asString(field(entry, 'owner')) ?? '',
    source: keys.ofRecorded(source),
    priority: asFiniteNumber(field(entry, 'priority')) ?? 0,
    version: asString(field(entry, 'version')),
    lang: asString(field(entry, 'lang')),
  };
}

export function claimsOf(entries: Iterable<[string, JsonValue]>, keys: PathKeys): ReadonlyMap<string, UrlClaim> {
  const claims = new Map<string, UrlClaim>();
  for (const [url, entry] of entries) {
    const claim = readClaim(entry, keys);
    if (claim !== undefined) claims.set(url, claim);
  }
  return claims;
}

/** The entries that are texts. */
export function textsOf(entries: Iterable<[string, JsonValue]>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of entries) if (typeof value === 'string') texts.set(key, value);
  return texts;
}

const PAGE_HASHES = ':page_hashes';

/**
 * Forgets a page in `output_format_fingerprints`: format -> SHA-256 of all that goes into a site-wide file, and
 * `<format>:page_hashes` -> JSON text of page -> SHA-256 (`postprocess/output_formats/incremental.py`). The fingerprint of
 * a format that knew the page goes too, so that the file is written anew.
 */
export function forgetInFormats(formats: EntryMap, page: string): { readonly changed: boolean } {
  let changed = false;
  for (const [name, text] of [...formats.entries()]) {
    if (!name.endsWith(PAGE_HASHES) || typeof text !== 'string') continue;
    const parsed = parseExact(Buffer.from(text));
    if (parsed.kind === 'malformed' || !isObject(parsed.value) || !Object.hasOwn(parsed.value, page)) continue;
    const others = Object.entries(parsed.value).filter(([key]) => key !== page);
    formats.set(name, pythonJson(Object.fromEntries(others), { ...PYTHON_COMPACT, sortKeys: true }));
    formats.delete(name.slice(0, -PAGE_HASHES.length));
    changed = true;
  }
  return { changed };
}

/** Whether any key or text in the value holds the text. */
export function mentions(value: JsonValue, text: string): boolean {
  return JSON.stringify(value).includes(JSON.stringify(text).slice(1, -1));
}
