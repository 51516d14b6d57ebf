import { cacheSentence } from './cache-words.ts';
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
  warningsPart,
} from './summary-parts.ts';
import {
  affectedPhrase,
  builtPhrase,
  changesPhrase,
  costPhrase,
  count,
  MODE_WORDS,
  STATE_WORDS,
  verdictSentence,
} from './words.ts';

/** The job summary: the verdict first, then the facts it rests on. `picture` is Mermaid text. Stays far below 1 MiB. */
export function reportSummary(report: Report, picture: string, links: ReportLinks = NO_LINKS): string {
  const { gate, affected } = report;
  if (isNothing(report)) return oneLine(report);
  const parts = [
    `## Bengal Cache: ${MODE_WORDS[gate.mode].toLowerCase()}`,
    sentence(verdictSentence(report)),
    gate.mode === 'skip' ? '' : inlineCode(`bengal build ${gate.buildArgs.join(' ')}`),
    table(report),
    warningsPart(report),
    proofPart(report),
    reasonsPart(report),
    doubtsPart(report),
    changedFilesPart(report, links),
    affectedPagesPart(report, links),
    otherOutputsPart(report),
    affected.pages.length > 0 || affected.all ? `\`\`\`mermaid\n${picture}\`\`\`` : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A build that can be skipped, with nothing to say about it. */
function isNothing({ gate, changes, affected, warnings }: Report): boolean {
  const changed = changes.added.length + changes.modified.length + changes.deleted.length;
  return gate.mode === 'skip' && changed === 0 && affected.pages.length === 0 && warnings.length === 0;
}

function oneLine(report: Report): string {
  return `**Bengal Cache: skip the build.** ${sentence(verdictSentence(report))} ${count(report.totalPages, 'page')}; ${escapeMarkdown(shortName(cacheSentence(report.cache), 600))}.\n`;
}

function table(report: Report): string {
  const { state, config, cache, gate } = report;
  const cost = costPhrase(report);
  const rows: [string, string][] = [
    ['State', `${STATE_WORDS[state.status]}: ${state.why}`],
    ['Built', builtPhrase(report)],
    ['Configuration', `${config.status}: ${config.why}`],
    ['Changes', changesPhrase(report)],
    ['Affected', affectedPhrase(report)],
    ['Cache', cacheSentence(cache)],
    ...(cost === '' || gate.mode === 'incremental'
      ? []
      : [[gate.mode === 'full' ? 'Costs' : 'Saves', cost] as [string, string]]),
  ];
  return [
    '| | |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${escapeMarkdown(shortName(value, 600))} |`),
  ].join('\n');
}

function sentence(text: string): string {
  const escaped = escapeMarkdown(shortName(text, 1000));
  return `${escaped.slice(0, 1).toUpperCase()}${escaped.slice(1)}.`;
}
