import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { JSDOM, VirtualConsole } from 'jsdom';
import { graphBuilder, type Graph, type NodeId } from '../../src/graph/model.ts';
import { findStatuses } from '../../src/graph/status.ts';
import { explorerPage, explorerParts } from '../../src/render/explorer.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';

function diamond(bottom = 'in.txt'): Graph {
  const builder = graphBuilder();
  const [top, left, right] = ['top', 'left', 'right'].map((name) => builder.node('function', name));
  const file = builder.node('source', bottom, { hash: 'a'.repeat(64) });
  for (const side of [left!, right!]) {
    builder.depends(top!, side, { kind: 'calls' });
    builder.depends(side, file, { kind: 'reads' });
  }
  builder.node('page', 'alone');
  return builder.build();
}

interface OpenedPage {
  readonly document: Document;
  readonly window: JSDOM['window'];
  readonly errors: readonly string[];
}

/** Runs the page and its script in a document; what cannot be seen there is left to the tests with a browser. */
function open(graph: Graph, hash = ''): OpenedPage {
  const statuses = findStatuses(graph, (id) =>
    graph.kindOf(id) === 'source' ? { kind: 'changed' } : { kind: 'same' },
  );
  const isAffected = (id: NodeId): boolean => graph.nameOf(id) === 'top';
  const errors: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => errors.push(error.message));
  const page = explorerPage({ graph, statusOf: statuses.of, isAffected });
  const { window } = new JSDOM(page, { runScripts: 'dangerously', url: `https://example.org/${hash}`, virtualConsole });
  return { document: window.document, window, errors };
}

const texts = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

const drawn = (document: Document): string[] => texts(document, '#explorer-drawing g[data-node] title').sort();

describe('the explorer', () => {
  test('begins with an overview: how many nodes there are of each kind, and what changed', () => {
    const { document, errors } = open(diamond());
    assert.deepEqual(errors, []);
    assert.match(document.querySelector('#explorer-details h2')!.textContent, /^5 nodes, 4 edges$/);
    assert.deepEqual(texts(document, '#explorer-details button[data-node]'), ['source in.txt']);
    assert.equal(document.querySelector('#explorer-count')!.textContent, '5 of 5 nodes');
  });

  test('finds nodes by words, by kind and by status; what is affected or stale comes first', () => {
    const { document, window } = open(diamond());
    const results = (): string[] => texts(document, '#explorer-results button[data-node]');
    assert.deepEqual(results().toSorted(), [
      'function left',
      'function right',
      'function top',
      'page alone',
      'source in.txt',
    ]);
    assert.equal(results()[0], 'function top');
    const search = document.querySelector<HTMLInputElement>('#explorer-search')!;
    search.value = 'LEF';
    search.dispatchEvent(new window.Event('input'));
    assert.deepEqual(results(), ['function left']);
    search.value = '';
    const box = document.querySelector<HTMLInputElement>('#explorer-statuses input[value="stale"]')!;
    box.checked = false;
    box.dispatchEvent(new window.Event('change'));
    assert.deepEqual(results(), ['page alone']);
  });

  test('draws what is near a node, as near as asked for, and keeps a diamond a diamond', () => {
    const { document, window } = open(diamond(), '#function/top');
    const titles = [
      'function left, stale',
      'function right, stale',
      'function top, stale, affected',
      'source in.txt, stale',
    ];
    assert.deepEqual(drawn(document), titles);
    assert.equal(document.querySelectorAll('#explorer-drawing path').length, 4);
    const radius = document.querySelector<HTMLInputElement>('#explorer-radius')!;
    radius.value = '1';
    radius.dispatchEvent(new window.Event('input'));
    assert.deepEqual(drawn(document), titles.slice(0, 3));
  });

  test('goes from node to node by the arrow keys, and Enter makes one the centre', () => {
    const { document, window } = open(diamond(), '#function/top');
    const press = (key: string): void => {
      document.activeElement!.dispatchEvent(
        new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    };
    const here = (): string | null => document.activeElement!.getAttribute('aria-label');
    document.querySelector<SVGElement>('#explorer-drawing [tabindex="0"]')!.focus();
    assert.equal(here(), 'function top, stale, affected');
    press('ArrowLeft');
    assert.match(here()!, /^function (?:left|right), stale$/);
    press('ArrowLeft');
    assert.equal(here(), 'source in.txt, stale');
    press('ArrowLeft');
    assert.equal(here(), 'source in.txt, stale');
    press('Enter');
    assert.equal(window.location.hash, '#source/in.txt');
  });

  test('tells of a node what it was made from, who uses it, and what changed', () => {
    const { document } = open(diamond(), '#function/left');
    assert.deepEqual(texts(document, '#explorer-details h2'), [
      'left',
      'Changed, and it was made from them (1)',
      'Made from (1)',
      'Used by (1)',
    ]);
  });

  test('draws thirty boxes of a column, and more when somebody asks', () => {
    const builder = graphBuilder();
    const file = builder.node('source', 'f');
    for (let index = 0; index < 200; index++) builder.depends(builder.node('page', `p${index}`), file);
    const { document, window } = open(builder.build(), '#source/f');
    assert.equal(drawn(document).length, 31);
    const more = [...document.querySelectorAll('#explorer-drawing g')].find(
      (group) => group.textContent === '170 more',
    )!;
    more.dispatchEvent(new window.MouseEvent('click', { bubbles: true }));
    assert.equal(drawn(document).length, 131);
  });

  test('takes an address that leads nowhere for none', () => {
    const { document, errors } = open(diamond(), '#page/__proto__');
    assert.deepEqual(errors, []);
    assert.match(document.querySelector('#explorer-details h2')!.textContent, /nodes/);
  });

  test('of an empty graph opens', () => {
    const { document, errors } = open(graphBuilder().build());
    assert.deepEqual(errors, []);
    assert.equal(document.querySelector('#explorer-count')!.textContent, '0 of 0 nodes');
  });
});

describe('every name stays text', () => {
  for (const name of HOSTILE_NAMES) {
    test(JSON.stringify(name), () => {
      const graph = diamond(name);
      const page = explorerPage({ graph, statusOf: () => 'fresh' }, name);
      assert.equal(page.match(/<script/g)?.length, 2);
      const { document, errors } = open(graph, `#source/${encodeURIComponent(name.toWellFormed())}`);
      assert.deepEqual(errors, []);
      assert.equal(document.querySelectorAll('script').length, 2);
      assert.deepEqual([...document.querySelectorAll('img, iframe, a, object, embed')], []);
      assert.ok(texts(document, '#explorer-results button').some((text) => text === `source ${name}`));
      for (const element of document.querySelectorAll('*'))
        for (const { name: attribute } of element.attributes) assert.doesNotMatch(attribute, /^on/);
    });
  }
});

test('the parts can stand in another page', () => {
  const { style, markup, data, script } = explorerParts({ graph: diamond(), statusOf: () => 'fresh' });
  const { window } = new JSDOM(
    `<!doctype html><style>${style}</style><main></main>${markup}${data}<script>${script}</script>`,
    {
      runScripts: 'dangerously',
      url: 'https://example.org/',
    },
  );
  assert.equal(window.document.querySelector('#explorer-count')!.textContent, '5 of 5 nodes');
});

test('the page is the same in whatever order the graph was made', () => {
  const make = (names: readonly string[]): string => {
    const builder = graphBuilder();
    for (const name of names) builder.depends(builder.node('page', name), builder.node('source', `${name}.md`));
    return explorerPage({ graph: builder.build(), statusOf: () => 'fresh' });
  };
  assert.equal(make(['a', 'b', 'c']), make(['c', 'a', 'b']));
});
