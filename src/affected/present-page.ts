import { slugsOf } from '../bengal/recorded-page.ts';
import { asString, isObject, type JsonValue } from '../core/json.ts';
import type { AffectedInput } from './context.ts';
import type { SortablePage } from './order.ts';

type Texts = Pick<AffectedInput, 'texts'>;
type Known = Pick<AffectedInput, 'texts' | 'state'>;

/** The slugs of a page as it is now; none when it is gone or has no tags. */
export function tagsNow(path: string, { texts }: Texts): string[] {
  const tags = texts.get(path)?.frontMatter['tags'];
  const list = Array.isArray(tags) ? (tags as readonly JsonValue[]) : [tags];
  return slugsOf(
    list.flatMap((tag) =>
      tag === undefined || tag === null || tag === false || tag === 0 || isObject(tag)
        ? []
        : [tag === true ? 'True' : String(tag as string | number)],
    ),
  );
}

/** What lists sort a page by as it is now; `undefined` when it is gone. */
export function sortableNow(path: string, { texts, state }: Known): SortablePage | undefined {
  const text = texts.get(path);
  if (text === undefined) return undefined;
  const { date, weight } = text.frontMatter;
  return {
    key: path,
    title: (text.title ?? titleOfName(path, asString(state.pages.get(path)?.metadata?.['title']))).toLowerCase(),
    date: dateText(date).slice(0, 19),
    weight: typeof weight === 'number' ? weight : undefined,
  };
}

/** Bengal makes a title of the name of the file, or of the folder for its index: `oil-lamps` is `Oil Lamps`. */
function titleOfName(path: string, recorded: string | undefined): string {
  const name = /([^/]+?)(?:\/_?index)?\.[^./]+$/.exec(path)?.[1] ?? path;
  const title = name.replace(/[-_]+/g, ' ');
  return recorded?.toLowerCase() === title.toLowerCase() ? recorded : title;
}

/** YAML dates come as dates; Bengal records `2025-11-11T00:00:00`. */
function dateText(date: JsonValue | Date | undefined): string {
  if (date instanceof Date) return date.toISOString().slice(0, 19);
  return typeof date === 'string' ? (/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00` : date) : '';
}
