import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGraph } from '../../src/graph/build-graph.ts';
import type { Graph, NodeKind } from '../../src/graph/model.ts';
import { forFile } from '../../src/graph/query.ts';
import { reachDependents } from '../../src/graph/walk.ts';
import { bengalState, recordedFile, recordedPage } from '../support/recorded.ts';
import { lighthouseState, stateOf } from '../support/site-rig.ts';

/** `kind name` of everything that depends on a node. */
function reachedFrom(graph: Graph, kind: NodeKind, name: string, only: NodeKind): string[] {
  const node = graph.find(kind, name);
  assert.ok(node !== undefined, `no ${kind} ${name}`);
  return [...reachDependents(graph, [node]).keys()]
    .filter((id) => graph.kindOf(id) === only)
    .map((id) => graph.nameOf(id))
    .sort();
}

test('from a real state, a template leads to the outputs of the pages that use it', async () => {
  await using rig = await lighthouseState();
  const graph = buildGraph(await stateOf(rig));
  assert.deepEqual(reachedFrom(graph, 'template', 'watch.html', 'output'), [
    'keepers/duties/index.html',
    'keepers/relief/index.html',
    // Both pages carry these tags.
    'tags/routine/index.html',
    'tags/watch/index.html',
  ]);
  assert.equal(reachedFrom(graph, 'template', 'base.html', 'output').length, 20);
});

test('data, section indexes and tags lead to their pages', async () => {
  await using rig = await lighthouseState();
  const graph = buildGraph(await stateOf(rig));
  assert.deepEqual(
    reachedFrom(graph, 'data', 'data/watches.yaml', 'page').filter((page) => page.startsWith('content/')),
    ['content/keepers/duties.md', 'content/keepers/relief.md'],
  );
  assert.ok(reachedFrom(graph, 'source', 'content/lamps/_index.md', 'output').includes('lamps/lens/index.html'));
  assert.deepEqual(reachedFrom(graph, 'tag', 'fuel', 'output'), ['tags/fuel/index.html']);
  assert.ok(reachedFrom(graph, 'source', 'content/lamps/oil.md', 'output').includes('tags/fuel/index.html'));
});

test('a template of a theme in the site leads to its pages, as one of the site does', () => {
  const page = recordedPage({ key: 'content/a.md', templates: ['page.html', 'partials/nav.html'] });
  const files = ['templates/page.html', 'themes/mine/templates/partials/nav.html', 'themes/mine/theme.yaml'];
  const graph = buildGraph(
    bengalState([page], { files: new Map(files.map((path) => [path, recordedFile(path, path, { used: false })])) }),
  );
  for (const file of files.slice(0, 2)) {
    assert.deepEqual(reachedFrom(graph, 'source', file, 'output'), ['a/index.html'], file);
    const chain = forFile(graph, file).find(({ node }) => graph.kindOf(node) === 'output')?.chain;
    assert.ok(chain?.some((id) => graph.kindOf(id) === 'template'));
  }
  // Nobody uses it under that name, and it may not even be known: then the name of the template is enough.
  assert.deepEqual(forFile(graph, 'themes/mine/theme.yaml'), []);
  assert.ok(forFile(graph, 'themes/other/templates/page.html').length > 0);
});

test('each input becomes a node of its kind, and what only names the page itself becomes none', () => {
  const key = 'content/a.md';
  const input = (type: string, path: string): { type: string; path: string; hash: undefined } => ({
    type,
    path,
    hash: undefined,
  });
  const inputs = [
    ...[input('content', key), input('cascade_0', 'cascade:content/_index.md'), input('template', 'page.html')],
    ...[input('data', 'data/a.yaml'), input('autodoc_source', 'src/a.py'), input('cli_source', 'src/cli.py')],
    ...[
      input('asset', 'css/a.css'),
      input('config', 'site_config'),
      input('taxonomy', 'tag:a:b'),
      input('virtual', key),
    ],
    ...[input('generated', 'tags'), input('track', 'x'), input('something new', 'y')],
  ];
  const graph = buildGraph(bengalState([recordedPage({ key, inputs })]));
  const page = graph.find('page', key);
  assert.deepEqual(
    graph
      .dependencies(page!)
      .map((id) => `${graph.kindOf(id)} ${graph.nameOf(id)}`)
      .sort(),
    [
      ...[
        'asset css/a.css',
        'config site_config',
        'data data/a.yaml',
        'source content/_index.md',
        'source content/a.md',
      ],
      ...['source src/a.py', 'source src/cli.py', 'tag a:b', 'template page.html'],
    ],
  );
});

test('tags of pages that the state does not know are left out', () => {
  const graph = buildGraph(
    bengalState([recordedPage({ key: 'content/a.md' })], { tags: new Map([['x', new Set(['content/gone.md'])]]) }),
  );
  assert.equal(graph.find('tag', 'x'), undefined);
});
