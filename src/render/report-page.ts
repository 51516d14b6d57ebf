import { createHash } from 'node:crypto';
import type { ReasonKind } from '../affected/reason.ts';
import { sortedUnique } from '../core/order.ts';
import { cacheSentence } from '../report/cache-words.ts';
import { NO_LINKS, type ReportLinks } from '../report/links.ts';
import type { Report } from '../report/report.ts';
import {
  affectedPhrase,
  builtPhrase,
  changesPhrase,
  digits,
  MODE_WORDS,
  REASON_HEADINGS,
  REASON_WORDS,
  STATE_WORDS,
  verdictSentence,
} from '../report/words.ts';
import { readAsset } from './assets.ts';
import { escapeHtml, scriptJson } from './html.ts';

/** The report as one page that needs nothing else: no network, no server, no other file. */
export function reportPage(report: Report, links: ReportLinks = NO_LINKS): string {
  const [style, script] = [readAsset('report.css'), readAsset('report.js')];
  const title = `Bengal Cache: ${MODE_WORDS[report.gate.mode].toLowerCase()}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${escapeHtml(sentence(verdictSentence(report)))}</p>
${report.gate.mode === 'skip' ? '' : `<pre><code>bengal build ${escapeHtml(report.gate.buildArgs.join(' '))}</code></pre>`}
${facts(report)}
${list('Warnings', report.warnings)}
${report.gate.mode === 'skip' ? list('The proof', details(report.gate.reasons)) : list('Further reasons', details(report.gate.reasons.slice(1)))}
${list('Why every page may be affected', details(report.affected.because))}
</header>
<main>
${explorer(report)}
${names('Changed files', [...report.changes.added, ...report.changes.modified, ...report.changes.deleted], links.source)}
${names('Tags', report.affected.tags)}
${names('Site-wide outputs', report.affected.siteWide)}
${names('Outputs to remove', report.affected.toRemove)}
</main>
${
  report.affected.pages.length === 0
    ? ''
    : `<script type="application/json" id="data">${scriptJson(pageData(report, links))}</script>
<script>${script}</script>`
}
</body>
</html>
`;
}

/** What the script of the page works with. */
function pageData({ affected, changes }: Report, links: ReportLinks): object {
  const files = [...changes.added, ...changes.modified];
  const sources = affected.pages.flatMap((page) => page.source ?? []);
  return {
    pages: affected.pages,
    sentences: Object.fromEntries(Object.entries(REASON_WORDS).map(([kind, words]) => [kind, words('{via}')])),
    sourceLinks: addresses([...files, ...sources], links.source),
    pageLinks: addresses(
      affected.pages.map((page) => page.url),
      links.page,
    ),
  };
}

function addresses(names: readonly string[], address: (name: string) => string | undefined): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const found = address(name);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}

function facts(report: Report): string {
  const rows: [string, string][] = [
    ['State', `${STATE_WORDS[report.state.status]}: ${report.state.why}`],
    ['Built', builtPhrase(report)],
    ['Configuration', `${report.config.status}: ${report.config.why}`],
    ['Changes', changesPhrase(report)],
    ['Affected', affectedPhrase(report)],
    ['Cache', cacheSentence(report.cache)],
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')}</dl>`;
}

function explorer({ affected }: Report): string {
  if (affected.pages.length === 0) return '';
  const kinds = new Map<ReasonKind, number>();
  for (const page of affected.pages)
    for (const kind of new Set(page.reasons.map((reason) => reason.kind))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const boxes = [...kinds].map(
    ([kind, number]) =>
      `<label><input type="checkbox" value="${kind}" checked> ${REASON_HEADINGS[kind]} (${digits(number)})</label>`,
  );
  const files = sortedUnique(affected.pages.flatMap((page) => page.reasons.map((reason) => reason.via)));
  const options = files.map((file) => `<option value="${escapeHtml(file)}">${escapeHtml(file)}</option>`);
  return `<h2>${affected.all ? 'Pages that are affected for certain' : 'Affected pages'}</h2>
<form id="filters" role="search">
<label>Search (press / to come here)<input type="search" id="search" autocomplete="off" spellcheck="false"></label>
<label>Changed file<select id="file"><option value="">any</option>${options.join('')}</select></label>
<fieldset id="reasons"><legend>Reasons</legend>${boxes.join('\n')}</fieldset>
</form>
<p id="count" role="status"></p>
<div class="columns">
<section id="tree" aria-label="Affected pages by folder"></section>
<section id="details" aria-live="polite"><h2>No page chosen</h2><p>Choose a page to see why it is affected.</p></section>
</div>
<h2>From changes to pages</h2>
<section id="graph" aria-label="Graph"></section>`;
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const rows = items.map((item) => `<li>${escapeHtml(item)}</li>`);
  return `<h2>${title} (${digits(items.length)})</h2>\n<ul class="warnings">${rows.join('\n')}</ul>`;
}

function names(title: string, items: readonly string[], address?: (name: string) => string | undefined): string {
  if (items.length === 0) return '';
  const rows = items.map((item) => {
    const url = address?.(item);
    const name = `<span class="name">${escapeHtml(item)}</span>`;
    return `<li>${url === undefined ? name : `<a href="${escapeHtml(url)}">${name}</a>`}</li>`;
  });
  return `<details><summary>${title} (${digits(items.length)})</summary>\n<ul>${rows.join('\n')}</ul></details>`;
}

function details(items: readonly { readonly detail: string }[]): string[] {
  return items.map((item) => item.detail);
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
