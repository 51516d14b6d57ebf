import { slugsOf, type RecordedPage } from '../bengal/recorded-page.ts';
import type { PageText } from '../changes/page-text.ts';
import { asFiniteNumber, asString, isObject, type JsonValue } from '../core/json.ts';

/** What decides where lists hold a page. */
export interface PlacedPage {
  readonly path: string;
  /** In lower case. */
  readonly title: string;
  /** ISO 8601 to the second, or empty. */
  readonly date: string;
  /** Pages without a weight come last, as with Bengal. */
  readonly weight: number;
  readonly tags: readonly string[];
}

/** As Bengal noted it, with what cascaded to the page. */
export function placedThen({ key, metadata, tags }: RecordedPage): PlacedPage {
  return {
    path: key,
    title: (asString(metadata?.['title']) ?? '').toLowerCase(),
    date: (asString(metadata?.['date']) ?? '').slice(0, 19),
    weight: asFiniteNumber(metadata?.['weight']) ?? Infinity,
    tags,
  };
}

export interface Edited {
  /** What it was; `undefined`: it was not there. */
  readonly then: PlacedPage | undefined;
  readonly isEdited: (key: string) => boolean;
}

/** As it is now. What was not edited is as it was. */
export function placedNow(path: string, text: PageText, { then, isEdited }: Edited): PlacedPage {
  const { title, date, weight } = text.frontMatter;
  const pick = <Value>(key: string, value: Value, known: Value | undefined): Value =>
    isEdited(key) || known === undefined ? value : known;
  return {
    path,
    title: pick('title', (asText(title) ?? text.title ?? titleOfName(path)).toLowerCase(), then?.title),
    date: pick('date', dateText(date).slice(0, 19), then?.date),
    weight: pick('weight', asFiniteNumber(weight) ?? Infinity, then?.weight),
    tags: pick('tags', tagsIn(text), then?.tags),
  };
}

function asText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The slugs of a page's tags. */
function tagsIn({ frontMatter }: PageText): string[] {
  const { tags } = frontMatter;
  const list = Array.isArray(tags) ? (tags as readonly JsonValue[]) : [tags];
  return slugsOf(
    list.flatMap((tag) =>
      tag === undefined || tag === null || tag === false || tag === 0 || isObject(tag)
        ? []
        : [tag === true ? 'True' : String(tag as string | number)],
    ),
  );
}

/** Bengal makes a title of the name of the file, or of the folder for its index: `oil-lamps` is `Oil Lamps`. */
function titleOfName(path: string): string {
  const name = /([^/]+?)(?:\/_?index)?\.[^./]+$/.exec(path)?.[1] ?? path;
  return name.replace(/[-_]+/g, ' ');
}

/** YAML dates come as dates; Bengal records `2025-11-11T00:00:00`. */
function dateText(date: JsonValue | Date | undefined): string {
  if (date instanceof Date) return date.toISOString().slice(0, 19);
  return typeof date === 'string' ? (/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00` : date) : '';
}
