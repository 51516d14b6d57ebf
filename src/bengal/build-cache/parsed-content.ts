import {
  asArray,
  asFiniteNumber,
  asString,
  asStrings,
  field,
  isObject,
  type JsonObject,
  type JsonValue,
} from '../../core/json.ts';
import { PYTHON_DEFAULT_SORTED, pythonJson } from '../../core/python-json.ts';
import { pythonTimestamp } from '../python-time.ts';
import { isRecorded, type ContentTable } from './content-table.ts';
import { cascadeHash, metadataHash, navigationHash, type PageMetadata } from './metadata-hash.ts';
import { miss, type Cached, type Freshness } from './page-content.ts';

/** What decides whether parsed content still holds. */
export interface ParsedContentTerms {
  readonly metadata: PageMetadata;
  /** Name such as `page.html`. */
  readonly template: string;
  /** Such as `patitas-0.4.0-toc2`. */
  readonly parserVersion: string;
}

/** What Bengal keeps of a parsed page (`parsed_content_cache.py`, `store_parsed_content`). */
export interface ParsedContent {
  /** The text as HTML, without the template around it. */
  readonly html: string;
  /** Table of contents as HTML. */
  readonly toc: string;
  readonly tocItems: readonly JsonObject[];
  /** Targets as they stand in the text. */
  readonly links?: readonly string[];
  /** Tokens of the parser; nothing when absent. */
  readonly ast?: JsonValue;
  readonly excerpt?: string;
  readonly metaDescription?: string;
  readonly plainText?: string;
  readonly wordCount?: number;
  /** Minutes. */
  readonly readingTime?: number;
  readonly detectedFeatures?: readonly string[];
  readonly targetAnchors?: readonly string[];
}

/** Parsed content as it comes back: what was not given is empty. */
export type StoredContent = Required<Omit<ParsedContent, 'detectedFeatures' | 'targetAnchors'>> &
  Pick<ParsedContent, 'detectedFeatures' | 'targetAnchors'>;

/** What is kept of a page if everything it was made of is unchanged, checked in Bengal's order. */
export function findParsedContent(
  table: ContentTable,
  page: string,
  check: { readonly terms: ParsedContentTerms; readonly freshness: Freshness },
): Cached<StoredContent> {
  const { terms, freshness } = check;
  const entry = table.peek(page);
  if (entry === undefined) return miss('not-cached');
  if (freshness.isChanged(page)) return miss('source-changed');
  if (!isRecorded(entry, 'metadata_hash', metadataHash(terms.metadata))) return miss('metadata-changed');
  if (!isRecorded(entry, 'template', terms.template)) return miss('template-changed');
  if (!isRecorded(entry, 'parser_version', terms.parserVersion)) return miss('parser-changed');
  for (const file of freshness.dependenciesOf(page)) {
    if (freshness.isChanged(file)) return miss('dependency-changed');
  }
  return { kind: 'cached', content: parsedContentOf(entry) };
}

/** The content of an entry, as a copy. */
export function parsedContentOf(entry: JsonObject): StoredContent {
  const copy = structuredClone(entry);
  const text = (name: string): string => asString(field(copy, name)) ?? '';
  const number = (name: string): number => asFiniteNumber(field(copy, name)) ?? 0;
  const texts = (name: string): readonly string[] => asStrings(field(copy, name));
  return {
    html: text('html'),
    toc: text('toc'),
    tocItems: asArray(field(copy, 'toc_items')).filter(isObject),
    links: texts('links'),
    ast: field(copy, 'ast') ?? null,
    excerpt: text('excerpt'),
    metaDescription: text('meta_description'),
    plainText: text('plain_text'),
    wordCount: number('word_count'),
    readingTime: number('reading_time'),
    // Their lack says that nobody looked for any.
    ...('detected_features' in copy ? { detectedFeatures: texts('detected_features') } : {}),
    ...('target_anchors' in copy ? { targetAnchors: texts('target_anchors') } : {}),
  };
}

export function parsedContentEntry(content: ParsedContent, terms: ParsedContentTerms): JsonObject {
  const { links = [], detectedFeatures, targetAnchors } = content;
  const { metadata } = terms;
  return {
    html: content.html,
    toc: content.toc,
    toc_items: content.tocItems,
    links,
    excerpt: content.excerpt ?? '',
    meta_description: content.metaDescription ?? '',
    plain_text: content.plainText ?? '',
    word_count: content.wordCount ?? 0,
    reading_time: content.readingTime ?? 0,
    ast: content.ast ?? null,
    metadata_hash: metadataHash(metadata),
    nav_metadata_hash: navigationHash(metadata),
    cascade_metadata_hash: cascadeHash(metadata),
    template: terms.template,
    parser_version: terms.parserVersion,
    timestamp: pythonTimestamp(new Date()),
    size_bytes: sizeOf(content),
    ...(detectedFeatures === undefined ? {} : { detected_features: detectedFeatures }),
    ...(targetAnchors === undefined ? {} : { target_anchors: targetAnchors }),
  };
}

/** Bengal's estimate: the texts, and the syntax tree as JSON when there is one. */
function sizeOf({ html, toc, links = [], ast }: ParsedContent): number {
  const texts = [html, toc, ...links].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const hasTree = Array.isArray(ast) && ast.length > 0;
  return texts + (hasTree ? pythonJson(ast, { ...PYTHON_DEFAULT_SORTED, sortKeys: false }).length : 0);
}
