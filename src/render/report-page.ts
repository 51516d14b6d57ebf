import { createHash } from 'node:crypto';
import type { ReasonKind } from '../affected/reason.ts';
import { sortedUnique } from '../core/order.ts';
import { commandsOf } from '../report/commands.ts';
import { factRows } from '../report/fact-rows.ts';
import { NO_LINKS, type ReportLinks } from '../report/links.ts';
import type { Report } from '../report/report.ts';
import { stageSentences } from '../report/stage-lines.ts';
import { digits, MODE_WORDS, REASON_HEADINGS, REASON_WORDS, verdictSentence } from '../report/words.ts';
import { readAsset } from './assets.ts';
import { explorerParts, type ExplorerParts } from './explorer.ts';
import { escapeHtml, scriptJson } from './html.ts';
import { KIND_OF_CAUSE, reportGraph } from './report-graph.ts';

/**
 * The report as one page that needs nothing else: no network, no server, no other file.
 *
 * @param after What stands first on it: the place of what is known only after the build.
 */
export function reportPage(report: Report, links: ReportLinks = NO_LINKS, after = ''): string {
  const explored = report.affected.pages.length === 0 ? undefined : explorerOf(report);
  const styles = [...(explored === undefined ? [] : [explored.style]), readAsset('report.css')];
  const scripts = explored === undefined ? [] : [explored.script, readAsset('report.js')];
  const title = `Bengal Cache: ${MODE_WORDS[report.gate.mode].toLowerCase()}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hashesOf(styles)}; script-src ${hashesOf(scripts)}">
<title>${title}</title>
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body>
<header>
<h1>${title}</h1>
<p>${escapeHtml(sentence(verdictSentence(report)))}</p>
${commandsOf(report, links.given ?? {})
  .map((command) => `<pre><code>${escapeHtml(command)}</code></pre>`)
  .join('\n')}
${facts(report)}
${list('Warnings', report.warnings)}
${report.gate.mode === 'skip' ? list('The proof', details(report.gate.reasons)) : list('Further reasons', details(report.gate.reasons.slice(1)))}
${list('Why every page may be affected', details(report.affected.because))}
</header>
<main>
${after}
${explored === undefined ? '' : affectedPages(report, explored)}
${names('Changed files', [...report.changes.added, ...report.changes.modified, ...report.changes.deleted], links.source)}
${names('Tags', report.affected.tags)}
${names('Site-wide outputs', report.affected.siteWide)}
${names('Outputs to remove', report.affected.toRemove)}
${names('Inputs that cannot be checked', report.changes.unverifiable)}
${names('Stages', stageSentences(report))}
</main>
${
  explored === undefined
    ? ''
    : `${explored.data}
<script type="application/json" id="data">${scriptJson(pageData(report, links))}</script>`
}
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
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
    causeKinds: KIND_OF_CAUSE,
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
  const rows = factRows(report);
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')}</dl>`;
}

/** The graph of the reasons, with what the script draws of all that is found as its overview. */
function explorerOf({ affected }: Report): ExplorerParts {
  return explorerParts({ ...reportGraph(affected.pages), overview: '<div id="graph"></div>', finder: false });
}

function affectedPages({ affected }: Report, { markup }: ExplorerParts): string {
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
<p>A file or a page that is chosen, here or above, is drawn with what leads to it and what it leads to.</p>
${markup}`;
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

function hashesOf(contents: readonly string[]): string {
  const hashes = contents.map((content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`);
  return hashes.length === 0 ? "'none'" : hashes.join(' ');
}
