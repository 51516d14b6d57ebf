import { cacheRows } from './cache-words.ts';
import { commandsOf } from './commands.ts';
import { factRows, TIME_SAVED } from './fact-rows.ts';
import { NO_LINKS, type ReportLinks } from './links.ts';
import { FIRST_RUN, firstRunSentence, isFirstRun } from './log-lines.ts';
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
import { count, mayChangeSentence, MODE_WORDS, verdictSentence } from './words.ts';

/** The job summary as one text. */
export function reportSummary(report: Report, picture: string, links: ReportLinks = NO_LINKS): string {
  const { lead, body } = summaryPart(report, picture, links);
  return lead === undefined ? body : `## ${lead}\n\n${body}`;
}

/**
 * The job summary, its heading apart: what readers may meet, what changed and leads there, and what is built for it. Stays
 * far below 1 MiB.
 *
 * @param picture Mermaid text.
 */
export function summaryPart(
  report: Report,
  picture: string,
  links: ReportLinks = NO_LINKS,
): { readonly lead?: string; readonly body: string } {
  if (isNothing(report)) return { body: oneLine(report) };
  const parts = [
    warningsPart(report),
    doubtsPart(report),
    changedFilesPart(report, links),
    affectedPagesPart(report, links),
    otherOutputsPart(report),
    stagesPart(report),
    // Without a page it would say no more than the sentences do.
    report.affected.pages.length > 0 ? `\`\`\`mermaid\n${picture}\`\`\`` : '',
    verdictPart(report),
    proofPart(report),
    reasonsPart(report),
    factsPart(report, links),
  ];
  const lead = isFirstRun(report) ? FIRST_RUN : mayChangeSentence(report, links.isPullRequest === true);
  return { lead: escapeMarkdown(lead), body: `${parts.filter((part) => part !== '').join('\n\n')}\n` };
}

/** What is built, why, and what that saves. */
function verdictPart(report: Report): string {
  if (isFirstRun(report)) return sentence(firstRunSentence(report));
  const saved = timeSavedPhrase(report);
  const phrases = [
    `**Bengal Cache: ${MODE_WORDS[report.gate.mode].toLowerCase()}.**`,
    sentence(verdictSentence(report)),
    ...(saved === '' ? [] : [sentence(`${TIME_SAVED}: ${saved}`)]),
  ];
  return phrases.join(' ');
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

/** What the verdict rests on, folded: who wonders opens it. The first fact heads the table, since Markdown wants a head. */
function factsPart(report: Report, links: ReportLinks): string {
  const [head = '', ...rows] = factRows(report)
    // The first line and the verdict have said these already, and keys are for who looks for a mistake.
    .filter(([name]) => ![TIME_SAVED, 'Affected', 'Cache key'].includes(name))
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
