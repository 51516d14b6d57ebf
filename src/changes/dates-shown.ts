import { join } from 'node:path';
import { sortedUnique } from '../core/order.ts';
import { neededBytes, neededText } from '../disk/read.ts';
import type { ShownDates } from '../manifest/build-conditions.ts';
import { expressionsOf, pageReadsFiles, templateReadsFiles } from './file-readers.ts';
import { splitPage } from './front-matter.ts';
import { roleOf, type SiteLayout } from './layout.ts';
import { readTemplates, type TemplateTree } from './template-uses.ts';

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
      for (const [age] of neededBytes(join(site, layout.outputDir, path))
        .toString('latin1')
        .matchAll(AGE))
        shown.add(age);
  const dates = new Set<string>();
  const written = new Set<string>();
  for (const path of sources) {
    if (roleOf(path, layout).kind !== 'page') continue;
    const { frontMatter = '', body } = splitPage(neededText(join(site, path)));
    for (const [date] of frontMatter.matchAll(DATE)) dates.add(date);
    // Whoever writes `5 years ago` means to.
    for (const [age] of `${frontMatter}\n${body}`.matchAll(AGE)) written.add(age);
  }
  return { ages: sortedUnique([...shown].filter((age) => !written.has(age))), dates: sortedUnique(dates) };
}

/** Functions, filters, tests and properties of pages that tell something else on another day. */
const CLOCK =
  /(?<!\w)now\s*\(|\b(?:build_time|days_ago|months_ago|age_days|age_months|is_recent|utc_now|(?:get_)?current_year)\b|\boutdated\s*[(\d]/;

/** Whether a template or page reads files by their names, wherever they lie; so may a theme that is not on this machine. */
export function readsAnyFile(tree: TemplateTree): boolean {
  const { contentDir } = tree.layout;
  return someText(tree, {
    template: templateReadsFiles,
    page: (text) => pageReadsFiles(text, contentDir),
  });
}

/** Whether a template or page asks for the time by itself: then nobody knows how soon the pages are out of date. */
export function readsClock(tree: TemplateTree): boolean {
  const asks = (text: string): boolean => expressionsOf(text).some((expression) => CLOCK.test(expression));
  return someText(tree, { template: asks, page: asks });
}

type Ask = (text: string) => boolean;

function someText(tree: TemplateTree, { template, page }: { template: Ask; page: Ask }): boolean {
  if (readTemplates(tree)?.some(({ text }) => template(text)) ?? true) return true;
  for (const path of tree.sources)
    if (roleOf(path, tree.layout).kind === 'page' && page(neededText(join(tree.site, path)))) return true;
  return false;
}
