import type { RecordedPage } from '../bengal/recorded-page.ts';
import { asFiniteNumber, asString } from '../core/json.ts';
import type { SortablePage } from './order.ts';

/** Made once for each page: lists of the whole site are compared page by page. */
const known = new WeakMap<RecordedPage, SortablePage>();

/** What lists are sorted by, as recorded. */
export function sortable(page: RecordedPage): SortablePage {
  const made = known.get(page);
  if (made !== undefined) return made;
  const { metadata } = page;
  const now: SortablePage = {
    key: page.key,
    title: (asString(metadata?.['title']) ?? '').toLowerCase(),
    date: (asString(metadata?.['date']) ?? '').slice(0, 19),
    weight: asFiniteNumber(metadata?.['weight']),
  };
  known.set(page, now);
  return now;
}
