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
import { by } from '../core/order.ts';
import { sitePath } from '../core/paths.ts';
import { loadLinkIndex, storeLinkIndex, type Mentioned, type Mentions } from '../mentions/link-index.ts';

/** What we learned about a site from its sources and output, beyond what Bengal records. */
export interface SiteKnowledge {
  /** Site path of a page -> digests of its parts. */
  readonly pages: ReadonlyMap<string, PageDigest>;
  /** Who links to whom, and who shows whose text. */
  readonly mentioned: Mentioned;
  /** Site asset -> outputs that it went into. */
  readonly assets: ReadonlyMap<string, readonly string[]>;
}

/** Digests (16 hexadecimal digits) that tell which part of a page an edit touched. */
export interface PageDigest {
  /** By front matter key. `title` stands for the beginning of the text where the front matter has none. */
  readonly keys: ReadonlyMap<string, string>;
  /** Of the whole text with one kind of line end: the same means that Bengal reads the same. */
  readonly text: string;
  /** Of the text without front matter, but with it where the text can show front matter. */
  readonly body: string;
  /** Of the first words of the body, more than any excerpt shows. */
  readonly lead: string;
  /** The same for the longest excerpts. */
  readonly longLead: string;
  /** Words of the body: reading times are made of it. */
  readonly words: number;
  /** What the text refers to beyond plain links: `[[docs/install]]`, names of page files; `{}` for what is filled in. */
  readonly references: readonly string[];
}

export const NOTHING_KNOWN: SiteKnowledge = {
  pages: new Map(),
  mentioned: { mentions: new Map(), numbers: new Map() },
  assets: new Map(),
};

export function knowledgeToJson({ pages, mentioned, assets }: SiteKnowledge): JsonValue {
  const { names, targets } = storeLinkIndex(mentioned.mentions);
  return {
    pages: Object.fromEntries(
      [...pages].map(([path, page]) => [
        path,
        [
          ...[page.text, page.body, page.lead, page.longLead, page.words, Object.fromEntries(page.keys)],
          ...(page.references.length === 0 ? [] : [page.references]),
        ],
      ]),
    ),
    links: { names, targets },
    numbers: Object.fromEntries(
      [...mentioned.numbers].sort(by(([page]) => page)).map(([page, numbers]) => [page, sortedNumbers(numbers)]),
    ),
    assets: Object.fromEntries(assets),
  };
}

/** `undefined` for anything that we did not write. */
export function knowledgeFromJson(value: JsonValue | undefined): SiteKnowledge | undefined {
  const pages = pagesFromJson(field(value, 'pages'));
  const mentions = mentionsFromJson(field(value, 'links'));
  const numbers = numbersFromJson(field(value, 'numbers'));
  const assets = assetsFromJson(field(value, 'assets'));
  return pages === undefined || mentions === undefined || numbers === undefined || assets === undefined
    ? undefined
    : { pages, mentioned: { mentions, numbers }, assets };
}

function sortedNumbers(numbers: readonly number[]): number[] {
  return [...numbers].sort((left, right) => left - right);
}

function numbersFromJson(value: JsonValue | undefined): Map<string, readonly number[]> | undefined {
  if (!isObject(value)) return undefined;
  const entries = entriesOf(value);
  return entries.every((entry): entry is readonly [string, readonly number[]] => isNumbers(entry[1]))
    ? new Map(entries)
    : undefined;
}

function isNumbers(list: JsonValue): list is readonly number[] {
  return Array.isArray(list) && list.every((item: unknown) => Number.isSafeInteger(item));
}

function pagesFromJson(value: JsonValue | undefined): Map<string, PageDigest> | undefined {
  if (!isObject(value)) return undefined;
  const pages = new Map<string, PageDigest>();
  for (const [path, entry] of entriesOf(value)) {
    const [text, body, lead, longLead, words, keys, references] = asArray(entry);
    const digests = entriesOf(keys).flatMap(([key, digest]) => (isShort(digest) ? [[key, digest] as const] : []));
    const count = asFiniteNumber(words);
    if (
      !isShort(text) ||
      !isShort(body) ||
      !isShort(lead) ||
      !isShort(longLead) ||
      count === undefined ||
      !isObject(keys) ||
      digests.length !== Object.keys(keys).length
    )
      return undefined;
    pages.set(path, {
      text,
      body,
      lead,
      longLead,
      words: count,
      keys: new Map(digests),
      references: asStrings(references),
    });
  }
  return pages;
}

function mentionsFromJson(value: JsonValue | undefined): Mentions | undefined {
  const names = asArray(field(value, 'names'));
  const targets = asArray(field(value, 'targets'));
  const isPath = (name: JsonValue): name is string => typeof name === 'string' && sitePath(name) === name;
  if (!isObject(value) || !names.every(isPath) || !targets.every(isNumbers)) return undefined;
  return loadLinkIndex({ names, targets });
}

function assetsFromJson(value: JsonValue | undefined): Map<string, readonly string[]> | undefined {
  if (!isObject(value)) return undefined;
  return new Map(entriesOf(value).map(([path, outputs]) => [path, asStrings(outputs)]));
}

function isShort(value: JsonValue | undefined): value is string {
  return /^[0-9a-f]{16}$/.test(asString(value) ?? '');
}
