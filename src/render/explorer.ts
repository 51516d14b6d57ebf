import { createHash } from 'node:crypto';
import { NODE_KINDS, NODE_STATUSES, type NodeStatus } from '../graph/kinds.ts';
import { nodesOf, type Graph, type NodeId } from '../graph/model.ts';
import { sortNodes } from '../graph/query.ts';
import { readAsset } from './assets.ts';
import { escapeHtml, scriptJson } from './html.ts';

export interface ExplorerOptions {
  readonly graph: Graph;
  readonly statusOf: (id: NodeId) => NodeStatus;
  readonly isAffected?: (id: NodeId) => boolean;
  /** An SVG picture to begin with, as `svg` draws it. */
  readonly overview?: string;
  /** Whether there is a list of nodes to search; by default there is. Nodes are found by their address anyway. */
  readonly finder?: boolean;
}

/** A graph to walk through, in parts for a page of one's own. Its ids begin with `explorer`, its styles with `.explorer`. */
export interface ExplorerParts {
  readonly style: string;
  /** HTML, for somewhere in the body. */
  readonly markup: string;
  /** HTML that has to stand before the script: what the script works with, in an element that runs nothing. */
  readonly data: string;
  readonly script: string;
}

export function explorerParts({
  graph,
  statusOf,
  isAffected = () => false,
  overview = '',
  finder = true,
}: ExplorerOptions): ExplorerParts {
  const json = scriptJson(explorerData(graph, statusOf, isAffected));
  return {
    style: readAsset('explorer.css'),
    markup: markup(finder ? finderMarkup(graph) : '', overview),
    data: `<script type="application/json" id="explorer-data">${json}</script>`,
    script: readAsset('explorer.js'),
  };
}

/** A whole page around it, which needs nothing else: no network, no server, no other file. */
export function explorerPage(options: ExplorerOptions, title = 'Dependency graph'): string {
  const { style, markup: body, data, script } = explorerParts(options);
  const pageStyle = 'body{margin:0}h1{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}';
  const policy = `default-src 'none'; style-src '${hashOf(style)}' '${hashOf(pageStyle)}'; script-src '${hashOf(script)}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
<style>${style}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1></header>
<main>
${body}
</main>
${data}
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

/** Columns, in an order that does not depend on how the graph was made. */
function explorerData(
  graph: Graph,
  statusOf: (id: NodeId) => NodeStatus,
  isAffected: (id: NodeId) => boolean,
): Record<string, unknown> {
  const order = sortNodes(graph, nodesOf(graph));
  const places = new Uint32Array(graph.size);
  for (const [place, id] of order.entries()) places[id] = place;
  const facts = order.map((id) => graph.factsOf(id));
  const uses = order.map((id) =>
    graph.usesOf(id).sort((left, right) => (places[left.node] ?? 0) - (places[right.node] ?? 0)),
  );
  const edges = uses.flat();
  return {
    ...{ kindNames: NODE_KINDS, statusNames: NODE_STATUSES },
    kinds: order.map((id) => NODE_KINDS.indexOf(graph.kindOf(id))),
    names: order.map((id) => graph.nameOf(id)),
    statuses: order.map((id) => NODE_STATUSES.indexOf(statusOf(id))),
    affected: order.flatMap((id, place) => (isAffected(id) ? [place] : [])),
    hashes: facts.map(({ hash }) => hash ?? null),
    outputs: facts.map(({ output }) => output ?? null),
    times: facts.map(({ recordedAt }) => recordedAt ?? null),
    uses: uses.map((row) => row.length),
    used: edges.map((edge) => places[edge.node] ?? 0),
  };
}

function finderMarkup(graph: Graph): string {
  const kinds = NODE_KINDS.filter((kind) => graph.ofKind(kind).length > 0);
  const statuses = NODE_STATUSES.map(
    (status) =>
      `<label><input type="checkbox" value="${status}" checked> <span class="badge ${status.replace(/ .*/, '')}">${status}</span></label>`,
  );
  return `<section aria-label="Find a node">
<form id="explorer-form" role="search">
<label>Search (press / to come here)<input type="search" id="explorer-search" autocomplete="off" spellcheck="false"></label>
<label>Kind<select id="explorer-kind"><option value="">any</option>${kinds.map((kind) => `<option>${kind}</option>`).join('')}</select></label>
<fieldset id="explorer-statuses"><legend>Status</legend>${statuses.join('\n')}</fieldset>
</form>
<p id="explorer-count" class="count" role="status"></p>
<ul id="explorer-results" class="results" tabindex="-1"></ul>
</section>
`;
}

function markup(finder: string, overview: string): string {
  return `<div class="explorer" id="explorer">
${finder}<section aria-label="Graph">
<div id="explorer-tools" class="tools" hidden>
<button type="button" id="explorer-home">Overview</button>
<label for="explorer-radius">Radius <output id="explorer-radius-value"></output></label>
<input type="range" id="explorer-radius" min="1" max="8" value="2">
</div>
<div id="explorer-overview" class="overview" tabindex="0" role="region" aria-label="Overview">${overview}</div>
<div id="explorer-drawing" class="drawing" hidden></div>
<div id="explorer-details"></div>
</section>
</div>`;
}
