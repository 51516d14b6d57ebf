import type { PageDigest } from '../manifest/site-index.ts';
import { changedKeys, WHOLE_FRONT_MATTER } from './page-text.ts';

/** What an edit of a page touched, as far as other pages may care. */
export interface PageEdit {
  /** Front matter keys that were added, removed or changed. */
  readonly keys: ReadonlySet<string>;
  /** Keys came or went, and did not only change. */
  readonly keySet: boolean;
  /** The beginning of the text changed, from which excerpts are made. */
  readonly lead: boolean;
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
  keySet: false,
  lead: false,
  body: false,
  minutes: false,
  words: false,
};

/** What an author may well do to a page: another title, description, date, order and text. */
export const THOROUGH_EDIT: PageEdit = {
  keys: new Set(['title', 'description', 'date', 'weight']),
  keySet: true,
  lead: true,
  body: true,
  minutes: true,
  words: true,
};

/** Nobody knows what was edited. */
export const UNKNOWN_EDIT: PageEdit = {
  ...THOROUGH_EDIT,
  keys: new Set([...THOROUGH_EDIT.keys, WHOLE_FRONT_MATTER, 'tags', 'menu']),
};

/** Compares a page with what was recorded of it by ourselves. */
export function editSince(recorded: PageDigest, now: PageDigest): PageEdit {
  if (recorded.text === now.text) return NO_EDIT;
  const keys = changedKeys(recorded.keys, now.keys);
  return {
    keys,
    keySet: [...keys].some((key) => recorded.keys.has(key) !== now.keys.has(key)),
    lead: recorded.lead !== now.lead,
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
