import { cacheRows } from './cache-words.ts';
import { commandsOf } from './commands.ts';
import { factRows, TIME_SAVED } from './fact-rows.ts';
import { NO_LINKS, type ReportLinks } from './links.ts';
import { escapeMarkdown, inlineCode, shortName } from './markdown.ts';
import type { Report } from './report.ts';
import {
  affectedPagesPart,
  changedFilesPart,
  doubtsPart,
  otherOutputsPart,
  proofPart,
  reasonsPart,
  stagesPart,
  warningsPart,
} from './summary-parts.ts';
import { timeSavedPhrase } from './time-saved.ts';
import { count, MODE_WORDS, verdictSentence } from './words.ts';

/** The job summary: the verdict first, then the facts it rests on. `picture` is Mermaid text. Stays far below 1 MiB. */
export function reportSummary(report: Report, picture: string, links: ReportLinks = NO_LINKS): string {
  const { gate, affected } = report;
  if (isNothing(report)) return oneLine(report);
  const parts = [
    `## Bengal Cache: ${MODE_WORDS[gate.mode].toLowerCase()}`,
    sentence(verdictSentence(report)),
    savedPart(report),
    warningsPart(report),
    proofPart(report),
    reasonsPart(report),
    doubtsPart(report),
    changedFilesPart(report, links),
    affectedPagesPart(report, links),
    otherOutputsPart(report),
    stagesPart(report),
    // Without a page it would say no more than the sentences do.
    affected.pages.length > 0 ? `\`\`\`mermaid\n${picture}\`\`\`` : '',
    factsPart(report, links),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A build that can be skipped, with nothing to say about it. */
function isNothing({ gate, changes, affected, stages = [], warnings }: Report): boolean {
  const changed = changes.added.length + changes.modified.length + changes.deleted.length;
  const idle = stages.every(({ verdict }) => verdict === 'skip');
  return gate.mode === 'skip' && changed === 0 && affected.pages.length === 0 && warnings.length === 0 && idle;
}

function oneLine(report: Report): string {
  const saved = timeSavedPhrase(report);
  const facts = [
    count(report.totalPages, 'page'),
    ...(saved === '' ? [] : [`saves ${saved}`]),
    ...cacheRows(report.cache)
      .slice(0, 1)
      .map(([, value]) => escapeMarkdown(shortName(value, 600))),
  ];
  return `**Bengal Cache: skip the build.** ${sentence(verdictSentence(report))} ${facts.join('; ')}.\n`;
}

function savedPart(report: Report): string {
  const saved = timeSavedPhrase(report);
  return saved === '' ? '' : `${TIME_SAVED}: ${escapeMarkdown(shortName(saved, 600))}.`;
}

/** What the verdict rests on, folded: who wonders opens it. The first fact heads the table, since Markdown wants a head. */
function factsPart(report: Report, links: ReportLinks): string {
  const [head = '', ...rows] = factRows(report)
    // That stands below the verdict already.
    .filter(([name]) => name !== TIME_SAVED)
    .map(([name, value]) => `| ${name} | ${escapeMarkdown(shortName(value, 600))} |`);
  const commands = commandsOf(report, links.given ?? {}).map(inlineCode);
  return [
    '<details><summary>State, configuration and cache</summary>',
    [head, '|---|---|', ...rows].join('\n'),
    ...(commands.length === 0 ? [] : ['The same at your desk:', ...commands]),
    '</details>',
  ].join('\n\n');
}

function sentence(text: string): string {
  const escaped = escapeMarkdown(shortName(text, 1000));
  return `${escaped.slice(0, 1).toUpperCase()}${escaped.slice(1)}.`;
}
