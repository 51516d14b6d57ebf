import type { ReasonKind } from '../affected/reason.ts';
import { byCodeUnit } from '../core/order.ts';
import { consequencesOf } from './consequences.ts';
import { groupByReason, type ReasonGroup, type SectionGroup } from './groups.ts';
import type { ReportLinks } from './links.ts';
import { escapeMarkdown, inlineCode, linkedCode, shortName } from './markdown.ts';
import type { Report } from './report.ts';
import { runningFirst, stageSentence } from './stage-lines.ts';
import { count, digits, REASON_HEADINGS } from './words.ts';

/**
 * GitHub drops a whole summary above 1 MiB, so no part may grow with the site: each stays below this many bytes, and says
 * how much is left out and where it is.
 */
const MOST_BYTES = 48_000;
/** Nobody reads on for longer, even where it would fit. */
const MOST_ROWS = 200;
const PAGES_IN_A_ROW = 25;
/** A summary of so few pages shows them all at once, a longer one only small groups. */
const FEW_PAGES = 30;
const FEW_IN_A_GROUP = 5;
const ELSEWHERE = 'the JSON report has them all';

export function proofPart({ gate }: Report): string {
  if (gate.mode !== 'skip') return '';
  return list(
    'The proof',
    gate.reasons.map((reason) => () => prose(reason.detail)),
  );
}

export function reasonsPart({ gate }: Report): string {
  const [, ...more] = gate.mode === 'skip' ? [] : gate.reasons;
  return list(
    'Further reasons',
    more.map((reason) => () => prose(reason.detail)),
  );
}

export function warningsPart({ warnings }: Report): string {
  return list(
    'Warnings',
    warnings.map((warning) => () => prose(warning)),
  );
}

/** Nothing where the reasons of the gate have said it all. */
export function doubtsPart({ affected, gate }: Report): string {
  if (affected.because.every((doubt) => gate.reasons.some((reason) => reason.detail.includes(doubt.detail)))) return '';
  return list(
    'Why every page may be affected',
    affected.because.map((doubt) => () => prose(doubt.detail)),
  );
}

/** What changed, and what follows from each change. */
export function changedFilesPart(report: Report, links: ReportLinks): string {
  const consequences = consequencesOf(report);
  if (consequences.length === 0) return '';
  const edited = new Map((report.edits ?? []).map(({ path, keys }) => [path, keys.map(({ name }) => name)]));
  const rows = consequences.map(({ file, change, pages }) => () => {
    const name = linkedCode(shortName(file), change === 'deleted' ? undefined : links.source(file));
    const some = pages.slice(0, 3).map((page) => linkedCode(shortName(page.url, 80), links.page(page.url)));
    const rest = pages.length > some.length ? ` and ${digits(pages.length - some.length)} more` : '';
    return `- ${change} ${name}${keysPhrase(edited.get(file) ?? [])}: ${pages.length === 0 ? 'no page by name' : `${count(pages.length, 'page')}, ${some.join(', ')}${rest}`}`;
  });
  const { lines, left } = fit(rows);
  const more = left > 0 ? [`- and ${count(left, 'more file', 'more files')}; ${ELSEWHERE}`] : [];
  return [heading('Changed files', consequences.length), '', ...lines, ...more].join('\n');
}

/** What was edited in the front matter, where that is known. */
function keysPhrase(keys: readonly string[]): string {
  if (keys.length === 0) return '';
  const shown = keys.slice(0, FEW_IN_A_GROUP).map((key) => inlineCode(shortName(key, 40)));
  return ` (${shown.join(', ')}${keys.length > shown.length ? ` and ${digits(keys.length - shown.length)} more` : ''})`;
}

/**
 * The affected pages by reason and section, folded where the changed files above lead to them. Where any page may be
 * affected, those that are known for certain.
 */
export function affectedPagesPart({ affected, changes }: Report, links: ReportLinks): string {
  if (affected.pages.length === 0) return '';
  const title = affected.all ? 'Pages that are affected for certain' : 'Why these pages';
  const isTold = changes.added.length + changes.modified.length + changes.deleted.length > 0;
  const few = affected.pages.length <= FEW_PAGES;
  const groups = groupByReason(affected.pages);
  const share = Math.floor(MOST_BYTES / groups.length);
  const parts = groups.map((group) =>
    reasonGroup(group, { links, open: !isTold && (few || group.size <= FEW_IN_A_GROUP), bytes: share }),
  );
  return [heading(title, affected.pages.length), ...parts].join('\n\n');
}

function reasonGroup(group: ReasonGroup, options: { links: ReportLinks; open: boolean; bytes: number }): string {
  const rows = group.sections.map((section) => () => sectionRow(section, group.kind, options.links));
  const { lines, left } = fit(rows, options.bytes);
  const more = left > 0 ? [`- and ${count(left, 'more section')}; ${ELSEWHERE}`] : [];
  const head = `<details${options.open ? ' open' : ''}><summary>${REASON_HEADINGS[group.kind]} (${digits(group.size)})</summary>`;
  return [head, '', ...lines, ...more, '', '</details>'].join('\n');
}

function sectionRow({ section, pages }: SectionGroup, kind: ReasonKind, links: ReportLinks): string {
  const names = pages.slice(0, PAGES_IN_A_ROW).map((page) => linkedCode(shortName(page.url), links.page(page.url)));
  const rest = pages.length > names.length ? ` and ${digits(pages.length - names.length)} more` : '';
  const causes = [
    ...new Set(pages.flatMap((page) => page.reasons.filter((reason) => reason.kind === kind).map(({ via }) => via))),
  ];
  const own = kind === 'content' || kind === 'added' || kind === 'output-missing';
  const because = own
    ? ''
    : ` (${causes
        .slice(0, 2)
        .map((via) => inlineCode(shortName(via)))
        .join(', ')}${causes.length > 2 ? ` and ${digits(causes.length - 2)} more` : ''})`;
  return `- **${escapeMarkdown(shortName(section, 80))}** ${names.join(', ')}${rest}${because}`;
}

/** What else changes: listings of tags, files of the whole site, and what has to go; and what nobody can tell. */
export function otherOutputsPart({ affected, changes }: Report): string {
  const rows: [string, readonly string[]][] = [
    ['Tags', affected.tags],
    ['Site-wide outputs', affected.siteWide],
    ['Outputs to remove', affected.toRemove],
    ['Inputs that cannot be checked', changes.unverifiable],
  ];
  return rows
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => {
      const { lines, left } = fit(
        [...names].sort(byCodeUnit).map((name) => () => inlineCode(shortName(name))),
        MOST_BYTES / rows.length,
      );
      const more = left > 0 ? ` and ${digits(left)} more; ${ELSEWHERE}` : '';
      return `**${title}** (${digits(names.length)}): ${lines.join(', ')}${more}`;
    })
    .join('\n\n');
}

/** Other steps of the job, and whether they can be skipped. */
export function stagesPart({ stages = [] }: Report): string {
  return list(
    'Stages',
    runningFirst(stages).map(
      (stage) => () => `${stage.verdict} **${escapeMarkdown(stage.name)}**: ${prose(stageSentence(stage))}`,
    ),
  );
}

function list(title: string, items: readonly (() => string)[]): string {
  if (items.length === 0) return '';
  const { lines, left } = fit(items);
  const more = left > 0 ? [`- and ${digits(left)} more; ${ELSEWHERE}`] : [];
  return [heading(title, items.length), '', ...lines.map((line) => `- ${line}`), ...more].join('\n');
}

/** A sentence that may quote names of any length. */
function prose(text: string): string {
  return escapeMarkdown(shortName(text, 1000));
}

function heading(title: string, number: number): string {
  return `### ${title} (${digits(number)})`;
}

/** As many rows as fit; the others are never made. */
function fit(rows: readonly (() => string)[], bytes = MOST_BYTES): { lines: string[]; left: number } {
  const lines: string[] = [];
  let used = 0;
  for (const row of rows) {
    if (lines.length === MOST_ROWS) break;
    const line = row();
    used += Buffer.byteLength(line) + 3;
    if (used > bytes) break;
    lines.push(line);
  }
  return { lines, left: rows.length - lines.length };
}
