import { field, isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import type { PageDigest } from '../manifest/knowledge.ts';
import { changedKeys, type PageText } from './page-text.ts';

/** What an edit of a page touched, as far as other pages may care. */
export interface PageEdit {
  /** Front matter keys that were added, removed or changed. */
  readonly keys: ReadonlySet<string>;
  /** The beginning of the text changed, from which excerpts are made. */
  readonly lead: boolean;
  /** The same for the longest excerpts. */
  readonly longLead: boolean;
  /** Some of the text changed. */
  readonly body: boolean;
  /** The text became so much longer or shorter that its reading time may be another. */
  readonly minutes: boolean;
  /** The text has more or fewer words. */
  readonly words: boolean;
}

/** Nothing that anybody could see: other line ends, other quotes in the front matter. */
export const NO_EDIT: PageEdit = {
  keys: new Set(),
  lead: false,
  longLead: false,
  body: false,
  minutes: false,
  words: false,
};

/** What an author may well do to a page: another title, description, date, order and text. */
export const THOROUGH_EDIT: PageEdit = {
  keys: new Set(['title', 'description', 'date', 'weight']),
  lead: true,
  longLead: true,
  body: true,
  minutes: true,
  words: true,
};

/** Compares a page with what was recorded of it by ourselves. */
export function editSince(recorded: PageDigest, now: PageDigest): PageEdit {
  if (recorded.text === now.text) return NO_EDIT;
  const keys = changedKeys(recorded.keys, now.keys);
  return {
    keys,
    lead: recorded.lead !== now.lead,
    longLead: recorded.longLead !== now.longLead,
    // Front matter that says the same in other words is an edit all the same.
    body: recorded.body !== now.body || keys.size === 0,
    minutes: minutes(recorded.words) !== minutes(now.words),
    words: recorded.words !== now.words,
  };
}

/** Themes round in different ways, so any of them counts. */
function minutes(words: number): string {
  const time = words / 200;
  return `${Math.floor(time)} ${Math.round(time)} ${Math.ceil(time)}`;
}

/** What Bengal noted of every page's front matter. Other keys are only in `raw`. */
const NOTED = [
  'title',
  'date',
  'tags',
  'slug',
  'weight',
  'lang',
  'nav_title',
  'type',
  'variant',
  'description',
  'aliases',
  'version',
  'cascade',
];

export interface BengalNotes {
  /** From `page_metadata`. */
  readonly metadata: JsonObject | undefined;
  /** From the page artifacts: the whole front matter, with what cascaded down to it. */
  readonly raw: JsonObject | undefined;
}

/** Compares a page with what Bengal noted of it; the old text is not known, so all of it counts as changed. */
export function editSinceBengal(path: string, notes: BengalNotes, now: PageText): PageEdit {
  const { metadata, raw } = notes;
  const same = (key: string): boolean => {
    const value = now.frontMatter[key];
    const [noted, kept] = [field(metadata, key), field(raw, key)];
    // Bengal notes what it worked out for itself, too; its copy of the front matter lacks that.
    if (value === undefined && raw !== undefined && kept === undefined) return true;
    if (NOTED.includes(key) && noted !== undefined) return normal(noted) === normal(value ?? defaultOf(key, path, now));
    return kept !== undefined && value !== undefined && normal(kept) === normal(value);
  };
  const keys = new Set([...Object.keys(now.frontMatter), ...(metadata === undefined ? [] : NOTED)]);
  // A key that cascaded down looks as if it had been removed; only keys that cannot cascade are judged by their lack.
  return {
    keys: new Set([...keys].filter((key) => !same(key))),
    lead: true,
    longLead: true,
    body: true,
    minutes: true,
    words: true,
  };
}

/** What Bengal notes where the front matter is silent. */
function defaultOf(key: string, path: string, { title }: PageText): JsonValue | undefined {
  if (key === 'title') return title;
  if (key !== 'slug') return undefined;
  const parts = path.replace(/\.[^./]+$/, '').split('/');
  return /^_?index$/.test(parts.at(-1) ?? '') ? parts.at(-2) : parts.at(-1);
}

/** Absent, null, empty list and empty mapping are one; dates and times of the same day are one; numbers by value. */
function normal(value: JsonValue | Date | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}(?:[T ]00:00:00.*)?$/.test(value) ? value.slice(0, 10) : value;
  if (Array.isArray(value)) return value.length === 0 ? '' : canonicalJson(value);
  return isObject(value) && Object.keys(value).length === 0 ? '' : canonicalJson(value);
}
