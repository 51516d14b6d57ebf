import {
  asArray,
  asFiniteNumber,
  asString,
  asStrings,
  entriesOf,
  field,
  isObject,
  type JsonValue,
} from '../core/json.ts';

/** What we learned about a site from its sources and output, beyond what Bengal records. */
export interface SiteKnowledge {
  /** Site path of a page -> digests of its parts. */
  readonly pages: ReadonlyMap<string, PageDigest>;
  /** Data file -> digests of what is in it (`changes/data-file.ts`). */
  readonly data: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Site asset -> names of the assets that it went into, as pages ask for them. */
  readonly assets: ReadonlyMap<string, readonly string[]>;
  /** What pages asked of the disk and the environment -> the answer (`changes/looks.ts`). */
  readonly looks: ReadonlyMap<string, string>;
}

/** Digests (16 hexadecimal digits) that tell which part of a page an edit touched. */
export interface PageDigest {
  /** By front matter key. `title` stands for the beginning of the text where the front matter has none. */
  readonly keys: ReadonlyMap<string, string>;
  /** Of the whole text with one kind of line end: the same means that Bengal reads the same. */
  readonly text: string;
  /** Of the text without front matter, but with it where the text can show front matter. */
  readonly body: string;
  /** Of the first words of the body, more than excerpts show. */
  readonly lead: string;
  /** Words of the body: reading times are made of it. */
  readonly words: number;
  /** What the text refers to beyond plain links: `[[docs/install]]`, names of page files; `{}` for what is filled in. */
  readonly references: readonly string[];
}

/** With this every edit counts as one of everything. */
export const NOTHING_KNOWN: SiteKnowledge = { pages: new Map(), data: new Map(), assets: new Map(), looks: new Map() };

export function knowledgeToJson({ pages, data, assets, looks }: SiteKnowledge): JsonValue {
  return {
    pages: Object.fromEntries(
      [...pages].map(([path, page]) => [
        path,
        [
          ...[page.text, page.body, page.lead, page.words, Object.fromEntries(page.keys)],
          ...(page.references.length === 0 ? [] : [page.references]),
        ],
      ]),
    ),
    data: Object.fromEntries([...data].map(([path, digests]) => [path, Object.fromEntries(digests)])),
    assets: Object.fromEntries(assets),
    looks: Object.fromEntries(looks),
  };
}

/** `undefined` for anything that we did not write. */
export function knowledgeFromJson(value: JsonValue | undefined): SiteKnowledge | undefined {
  const pages = pagesFromJson(field(value, 'pages'));
  const data = mapFrom(field(value, 'data'), (digests) => mapFrom(digests, asString));
  const assets = mapFrom(field(value, 'assets'), asStrings);
  const looks = mapFrom(field(value, 'looks'), asString);
  return pages === undefined || data === undefined || assets === undefined || looks === undefined
    ? undefined
    : { pages, data, assets, looks };
}

function mapFrom<Value>(
  value: JsonValue | undefined,
  read: (entry: JsonValue) => Value | undefined,
): ReadonlyMap<string, Value> | undefined {
  if (!isObject(value)) return undefined;
  const found = new Map<string, Value>();
  for (const [key, entry] of entriesOf(value)) {
    const known = read(entry);
    if (known === undefined) return undefined;
    found.set(key, known);
  }
  return found;
}

function pagesFromJson(value: JsonValue | undefined): Map<string, PageDigest> | undefined {
  if (!isObject(value)) return undefined;
  const pages = new Map<string, PageDigest>();
  for (const [path, entry] of entriesOf(value)) {
    const [text, body, lead, words, keys, references] = asArray(entry);
    const digests = entriesOf(keys).flatMap(([key, digest]) => (isShort(digest) ? [[key, digest] as const] : []));
    const count = asFiniteNumber(words);
    if (
      !isShort(text) ||
      !isShort(body) ||
      !isShort(lead) ||
      count === undefined ||
      !isObject(keys) ||
      digests.length !== Object.keys(keys).length
    )
      return undefined;
    pages.set(path, {
      text,
      body,
      lead,
      words: count,
      keys: new Map(digests),
      references: asStrings(references),
    });
  }
  return pages;
}

function isShort(value: JsonValue | undefined): value is string {
  return /^[0-9a-f]{16}$/.test(asString(value) ?? '');
}
