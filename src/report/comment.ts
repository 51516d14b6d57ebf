import { sha256 } from '../core/digest.ts';
import { consequencesOf } from './consequences.ts';
import { groupByReason } from './groups.ts';
import { NO_LINKS, type ReportLinks } from './links.ts';
import { escapeMarkdown, inlineCode, linkedCode, shortName } from './markdown.ts';
import type { Report } from './report.ts';
import { count, digits, mayChangeSentence, MODE_WORDS, REASON_HEADINGS, verdictSentence } from './words.ts';

/** GitHub takes 65,536 characters; a comment that long would be read by nobody. */
const LONGEST_BODY = 30_000;
const SHOWN_FILES = 15;
const SHOWN_PAGES = 10;

export interface CommentOptions {
  /** Tells the comments of several sites or jobs of one workflow apart. */
  readonly name: string;
  readonly links?: ReportLinks;
  /** Page of the run. */
  readonly runUrl: string | undefined;
}

/**
 * The first line of our comment, by which a later run finds it. It is no secret: whoever looks for it asks for the author,
 * too. Hostile text in the comment cannot repeat it, since `<` is escaped.
 */
export function commentMarker(name: string): string {
  return `<!-- bengal-cache report ${sha256(name).slice(0, 16)} -->`;
}

/** What a reviewer wants to know: what is built, and what the pull request touches. */
export function commentBody(report: Report, { name, links = NO_LINKS, runUrl }: CommentOptions): string {
  const { gate, affected } = report;
  const parts = [
    `### ${escapeMarkdown(mayChangeSentence(report, true))}`,
    files(report, links),
    affected.all ? '' : pages(report, links),
    removed(report),
    `**Bengal Cache: ${MODE_WORDS[gate.mode].toLowerCase()}.** ${sentence(verdictSentence(report))}`,
    runUrl === undefined ? '' : `<sub>[The whole report](${runUrl})</sub>`,
  ];
  const marker = commentMarker(name);
  const body = parts.filter((part) => part !== '').join('\n\n');
  return `${marker}\n${cutAtParts(body, LONGEST_BODY - marker.length)}\n`;
}

/** A comment about nothing is folded away. */
export function isWorthReading({ affected, changes }: Report): boolean {
  return affected.all || affected.pages.length > 0 || affected.toRemove.length > 0 || changes.unverifiable.length > 0;
}

function files(report: Report, links: ReportLinks): string {
  const consequences = consequencesOf(report);
  if (consequences.length === 0) return '';
  const rows = consequences.slice(0, SHOWN_FILES).map(({ file, change, pages }) => {
    const name = linkedCode(shortName(file), change === 'deleted' ? undefined : links.source(file));
    return `- ${change} ${name}: ${pages.length === 0 ? 'no page by name' : count(pages.length, 'page')}`;
  });
  const more =
    consequences.length > SHOWN_FILES
      ? [`- and ${count(consequences.length - SHOWN_FILES, 'more file', 'more files')}`]
      : [];
  return ['**What changed, and how many pages it affects**', '', ...rows, ...more].join('\n');
}

function pages({ affected }: Report, links: ReportLinks): string {
  const groups = groupByReason(affected.pages)
    .map(({ kind, sections, size }) => {
      const names = sections
        .flatMap((section) => section.pages)
        .slice(0, SHOWN_PAGES)
        .map((page) => linkedCode(shortName(page.url), links.page(page.url)));
      return `- **${REASON_HEADINGS[kind]}** (${digits(size)}): ${names.join(', ')}${moreThan(size)}`;
    })
    .join('\n');
  return groups === '' ? '' : `**Which pages, and why**\n\n${groups}`;
}

function removed({ affected }: Report): string {
  const names = affected.toRemove.slice(0, SHOWN_PAGES).map((name) => inlineCode(shortName(name)));
  return names.length === 0 ? '' : `Removed: ${names.join(', ')}${moreThan(affected.toRemove.length)}.`;
}

function moreThan(size: number): string {
  return size <= SHOWN_PAGES ? '' : ` and ${digits(size - SHOWN_PAGES)} more`;
}

function sentence(text: string): string {
  const escaped = escapeMarkdown(shortName(text, 1000));
  return `${escaped.slice(0, 1).toUpperCase()}${escaped.slice(1)}.`;
}

/** Whole lines only, so that no link or cell is cut in two. */
function cutAtParts(body: string, most: number): string {
  if (body.length <= most) return body;
  const note = '\n\nThe rest did not fit: see the job summary.';
  const lines = body.split('\n');
  let length = note.length;
  const kept = lines.filter((line) => (length += line.length + 1) <= most);
  return `${kept.join('\n')}${note}`;
}
