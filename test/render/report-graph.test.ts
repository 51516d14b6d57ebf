import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AffectedPage, Reason } from '../../src/affected/reason.ts';
import { nodesOf, type NodeId } from '../../src/graph/model.ts';
import { reportGraph } from '../../src/render/report-graph.ts';

function page(url: string, ...reasons: Reason[]): AffectedPage {
  return { output: `${url}index.html`, source: null, url, reasons };
}

/** Every edge as `used -> user`. */
function edgesOf(...pages: AffectedPage[]): string[] {
  const { graph } = reportGraph(pages);
  const words = (id: NodeId): string => `${graph.kindOf(id)} ${graph.nameOf(id)}`;
  return Array.from(nodesOf(graph)).flatMap((user) =>
    graph.usesOf(user).map(({ node }) => `${words(node)} -> ${words(user)}`),
  );
}

test('a changed file leads to the pages that name it, each once', () => {
  const via = 'content/a.md';
  assert.deepEqual(
    edgesOf(page('/a/', { kind: 'content', via }, { kind: 'linked', via }), page('/b/', { kind: 'linked', via })),
    ['source content/a.md -> page /a/', 'source content/a.md -> page /b/'],
  );
});

test('what lies between is drawn between', () => {
  assert.deepEqual(
    edgesOf(
      page('/t/', { kind: 'tag', via: 'content/a.md', through: ['oil'] }),
      page('/p/', { kind: 'template', via: 'templates/card.html', through: ['home.html'] }),
      page('/s/', { kind: 'asset', via: 'assets/a.css', through: ['assets/a.1f.css'] }),
      page('/l/', { kind: 'linked', via: 'templates/card.html', through: ['content/b.md'] }),
    ).sort(),
    [
      'output assets/a.1f.css -> page /s/',
      'source assets/a.css -> output assets/a.1f.css',
      'source content/a.md -> tag oil',
      'source content/b.md -> page /l/',
      'source templates/card.html -> source content/b.md',
      'source templates/card.html -> template home.html',
      'tag oil -> page /t/',
      'template home.html -> page /p/',
    ],
  );
});

test('a step that is the cause itself is no step', () => {
  const via = 'content/a.md';
  assert.deepEqual(edgesOf(page('/a/', { kind: 'linked', via, through: [via] })), ['source content/a.md -> page /a/']);
});

test('pages alone are affected, and missing where their output is', () => {
  const { graph, isAffected, statusOf } = reportGraph([
    page('/a/', { kind: 'output-missing', via: 'a/index.html' }),
    page('/b/', { kind: 'data', via: 'data/x.yaml' }),
  ]);
  const facts = Array.from(nodesOf(graph), (id) => [graph.kindOf(id), graph.nameOf(id), statusOf(id), isAffected(id)]);
  assert.deepEqual(
    facts.sort((left, right) => (String(left) < String(right) ? -1 : 1)),
    [
      ['data', 'data/x.yaml', 'stale', false],
      ['output', 'a/index.html', 'stale', false],
      ['page', '/a/', 'missing', true],
      ['page', '/b/', 'stale', true],
    ],
  );
});
