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
import { sitePath } from '../core/paths.ts';
import { loadLinkIndex, storeLinkIndex, type Mentions } from '../mentions/link-index.ts';

/** What we learned about a site from its sources and output, beyond what Bengal records. */
export interface SiteKnowledge {
  /** Site path of a page -> digests of its parts. */
  readonly pages: ReadonlyMap<string, PageDigest>;
  /** Who links to whom, and who shows whose text. */
  readonly mentions: Mentions;
  /** Site asset -> outputs that it went into. */
  readonly assets: ReadonlyMap<string, readonly string[]>;
}

/** Digests (16 hexadecimal digits) that tell which part of a page an edit touched. */
export interface PageDigest {
  /** By front matter key. `title` stands for the beginning of the text where the front matter has none. */
  readonly keys: ReadonlyMap<string, string>;
  /** Of the whole text with one kind of line end: the same means that Bengal reads the same. */
  readonly text: string;
  /** Of the first words of the body, more than any excerpt shows. */
  readonly lead: string;
  /** The same for the longest excerpts. */
  readonly longLead: string;
  /** Words of the body: reading times are made of it. */
  readonly words: number;
}

export const NOTHING_KNOWN: SiteKnowledge = { pages: new Map(), mentions: new Map(), assets: new Map() };

export function knowledgeToJson({ pages, mentions, assets }: SiteKnowledge): JsonValue {
  const { names, targets } = storeLinkIndex(mentions);
  return {
    pages: Object.fromEntries(
      [...pages].map(([path, page]) => [
        path,
        [page.text, page.lead, page.longLead, page.words, Object.fromEntries(page.keys)],
      ]),
    ),
    links: { names, targets },
    assets: Object.fromEntries(assets),
  };
}

/** `undefined` for anything that we did not write. */
export function knowledgeFromJson(value: JsonValue | undefined): SiteKnowledge | undefined {
  const pages = pagesFromJson(field(value, 'pages'));
  const mentions = mentionsFromJson(field(value, 'links'));
  const assets = assetsFromJson(field(value, 'assets'));
  return pages === undefined || mentions === undefined || assets === undefined
    ? undefined
    : { pages, mentions, assets };
}

function pagesFromJson(value: JsonValue | undefined): Map<string, PageDigest> | undefined {
  if (!isObject(value)) return undefined;
  const pages = new Map<string, PageDigest>();
  for (const [path, entry] of entriesOf(value)) {
    const [text, lead, longLead, words, keys] = asArray(entry);
    const digests = entriesOf(keys).flatMap(([key, digest]) => (isShort(digest) ? [[key, digest] as const] : []));
    const count = asFiniteNumber(words);
    if (
      !isShort(text) ||
      !isShort(lead) ||
      !isShort(longLead) ||
      count === undefined ||
      !isObject(keys) ||
      digests.length !== Object.keys(keys).length
    )
      return undefined;
    pages.set(path, { text, lead, longLead, words: count, keys: new Map(digests) });
  }
  return pages;
}

function mentionsFromJson(value: JsonValue | undefined): Mentions | undefined {
  const names = asArray(field(value, 'names'));
  const targets = asArray(field(value, 'targets'));
  const isPath = (name: JsonValue): name is string => typeof name === 'string' && sitePath(name) === name;
  const isNumbers = (list: JsonValue): list is readonly number[] =>
    Array.isArray(list) && list.every((item: unknown) => Number.isSafeInteger(item));
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
