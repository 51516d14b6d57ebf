import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sortedUnique } from '../core/order.ts';
import type { ShownDates } from '../manifest/circumstances.ts';
import { splitPage } from './front-matter.ts';
import { roleOf, type SiteLayout } from './layout.ts';

export interface ShownDatesOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  /** Every source, as a site path. */
  readonly sources: Iterable<string>;
  /** Every output, relative to the output directory. */
  readonly outputs: Iterable<string>;
}

/** How Bengal's filter `time_ago` writes an age. */
const AGE = /\b(?:\d+ (?:minute|hour|day|month|year)s? ago|just now)\b/g;
const DATE =
  /(?<![\d-])\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?(?![\d-])/g;

/** Reads what time will make untrue: the ages that the pages show, and the dates that they may be ages of. */
export function readShownDates({ site, layout, sources, outputs }: ShownDatesOptions): ShownDates {
  const shown = new Set<string>();
  for (const path of outputs)
    if (path.endsWith('.html'))
      for (const [age] of readFileSync(join(site, layout.outputDir, path), 'latin1').matchAll(AGE)) shown.add(age);
  const dates = new Set<string>();
  const written = new Set<string>();
  for (const path of sources) {
    if (roleOf(path, layout).kind !== 'page') continue;
    const { frontMatter = '', body } = splitPage(readFileSync(join(site, path), 'utf8'));
    for (const [date] of frontMatter.matchAll(DATE)) dates.add(date);
    // Whoever writes `5 years ago` means to.
    for (const [age] of `${frontMatter}\n${body}`.matchAll(AGE)) written.add(age);
  }
  return { ages: sortedUnique([...shown].filter((age) => !written.has(age))), dates: sortedUnique(dates) };
}

const CLOCK = /\{[{%][^}]*(?:\bnow\s*\(|\b(?:build_time|days_ago|months_ago|current_year)\b)/;

/** Functions by which a template reads any file of the site, which Bengal records nowhere. */
const FILE = /\{[{%][^}]*\b(?:read_file|file_exists|file_size|image_dimensions|image_data_uri)\b/;

/** Whether a template or page of the site reads files by their names, wherever they lie. */
export function readsAnyFile(tree: Omit<ShownDatesOptions, 'outputs'>): boolean {
  return someExpression(tree, FILE);
}

/** Whether a template of the site asks for the time by itself: then nobody knows how soon its pages are out of date. */
export function readsClock(tree: Omit<ShownDatesOptions, 'outputs'>): boolean {
  return someExpression(tree, CLOCK);
}

function someExpression({ site, layout, sources }: Omit<ShownDatesOptions, 'outputs'>, pattern: RegExp): boolean {
  for (const path of sources) {
    const { kind } = roleOf(path, layout);
    if ((kind === 'template' || kind === 'page') && pattern.test(readFileSync(join(site, path), 'utf8'))) return true;
  }
  return false;
}
