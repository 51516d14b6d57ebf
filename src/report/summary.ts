import { escapeMarkdown, inlineCode } from './markdown.ts';
import type { Report, ReportCache } from './report.ts';
import { unreachable } from '../core/never.ts';
import { affectedPhrase, count, MODE_WORDS, REASON_WORDS, STATE_WORDS, verdictSentence } from './words.ts';

/** GitHub drops a whole summary above 1 MiB; lists of this length stay far below. */
const LONGEST_LIST = 200;

/** The job summary: the verdict first, then the facts it rests on. `picture` is Mermaid text. */
export function reportSummary(report: Report, picture: string): string {
  const { gate, changes, affected, warnings } = report;
  const parts = [
    `## Bengal Cache: ${MODE_WORDS[gate.mode].toLowerCase()}`,
    sentence(verdictSentence(report)),
    gate.mode === 'skip'
      ? list(
          'The proof',
          gate.reasons.map((reason) => escapeMarkdown(reason.detail)),
        )
      : inlineCode(`bengal build ${gate.buildArgs.join(' ')}`),
    table(report),
    list('Changed files', [
      ...changes.added.map((path) => `added ${inlineCode(path)}`),
      ...changes.modified.map((path) => `modified ${inlineCode(path)}`),
      ...changes.deleted.map((path) => `deleted ${inlineCode(path)}`),
    ]),
    list(
      'Why every page may be affected',
      affected.because.map((doubt) => escapeMarkdown(doubt.detail)),
    ),
    list(
      'Affected pages',
      affected.pages.map(
        (page) =>
          `${inlineCode(page.url)}: ${escapeMarkdown(page.reasons.map((reason) => REASON_WORDS[reason.kind](reason.via)).join('; '))}`,
      ),
    ),
    list('Outputs to remove', affected.toRemove.map(inlineCode)),
    affected.pages.length > 0 || affected.all ? `\`\`\`mermaid\n${picture}\`\`\`` : '',
    list('Warnings', warnings.map(escapeMarkdown)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function table(report: Report): string {
  const { state, config, changes, cache } = report;
  const rows: [string, string][] = [
    ['State', `${STATE_WORDS[state.status]}: ${state.why}`],
    ['Built', state.builtAt ?? 'unknown'],
    ['Configuration', `${config.status}: ${config.why}`],
    [
      'Changes',
      `${count(changes.added.length, 'file')} added, ${String(changes.modified.length)} modified, ${String(changes.deleted.length)} deleted, ${String(changes.touched)} merely touched, ${String(changes.unverifiable.length)} cannot be checked`,
    ],
    ['Affected', affectedPhrase(report)],
    ['Cache', cacheSentence(cache)],
  ];
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${escapeMarkdown(value)} |`)].join('\n');
}

/** What happened between the cache and the site, in one line. */
export function cacheSentence(cache: ReportCache): string {
  switch (cache.kind) {
    case 'not-asked':
      return 'not asked: the state that lies in the site was used';
    case 'exact':
      return `restored ${count(cache.files, 'file')} of this very tree from ${cache.matchedKey}`;
    case 'prefix':
      return `restored ${count(cache.files, 'file')} of an older tree from ${cache.matchedKey}`;
    case 'miss':
      return `nothing stored yet under ${cache.key} or a prefix of it`;
    case 'rejected':
      return `the stored state was not used: ${cache.why}`;
    case 'unavailable':
      return `the cache could not be asked: ${cache.why}`;
    default:
      return unreachable(cache);
  }
}

function sentence(text: string): string {
  const escaped = escapeMarkdown(text);
  return `${escaped.slice(0, 1).toUpperCase()}${escaped.slice(1)}.`;
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, LONGEST_LIST).map((item) => `- ${item}`);
  const more =
    items.length > LONGEST_LIST ? [`- and ${String(items.length - LONGEST_LIST)} more, in the JSON report`] : [];
  return [`### ${title} (${String(items.length)})`, '', ...shown, ...more].join('\n');
}
