import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { graphFromJson, graphToJson } from '../../src/graph/graph-json.ts';
import { mergeGraphs } from '../../src/graph/merge.ts';
import { graphBuilder, nodesOf, type Graph, type NodeFacts } from '../../src/graph/model.ts';
import { anyGraph, plainly, toGraph } from './graphs.ts';

function oneNode(facts: NodeFacts, uses: readonly string[] = []): Graph {
  const builder = graphBuilder();
  const page = builder.node('page', 'p', facts);
  for (const name of uses) builder.depends(page, builder.node('source', name), { kind: 'include' });
  return builder.build();
}

const PAGE = [{ kind: 'page', name: 'p' }];

describe('merging', () => {
  test('loses no node, takes no record from nowhere, and says of each difference how it ended', () => {
    fc.assert(
      fc.property(anyGraph(), anyGraph(), (one, other) => {
        const [first, second] = [toGraph(one), toGraph(other)];
        const merged = mergeGraphs(first, second);
        const name = (graph: Graph): Set<string> =>
          new Set([...nodesOf(graph)].map((id) => `${graph.kindOf(id)} ${graph.nameOf(id)}`));
        assert.deepEqual(name(merged.graph), new Set([...name(first), ...name(second)]));
        for (const edge of plainly(merged.graph).edges)
          assert.ok(plainly(first).edges.includes(edge) || plainly(second).edges.includes(edge));
        const told = [merged.added, merged.updated, merged.kept, merged.conflicts].flat();
        assert.equal(new Set(told.map((node) => `${node.kind} ${node.name}`)).size, told.length);
        for (const node of merged.added) assert.equal(first.find(node.kind, node.name), undefined);
      }),
      { numRuns: 300 },
    );
  });

  test('is idempotent, commutative and associative', () => {
    fc.assert(
      fc.property(anyGraph(), anyGraph(), anyGraph(), (one, two, three) => {
        const [a, b, c] = [toGraph(one), toGraph(two), toGraph(three)];
        const join = (left: Graph, right: Graph): Graph => mergeGraphs(left, right).graph;
        assert.deepEqual(plainly(join(a, a)), plainly(a));
        assert.deepEqual(plainly(join(a, b)), plainly(join(b, a)));
        assert.deepEqual(plainly(join(join(a, b), b)), plainly(join(a, b)));
        assert.deepEqual(plainly(join(join(a, b), c)), plainly(join(a, join(b, c))));
      }),
      { numRuns: 500 },
    );
  });

  test('takes the later record whole: its facts and all that it uses', () => {
    const [old, late] = [oneNode({ recordedAt: 1, hash: 'a'.repeat(16) }, ['x']), oneNode({ recordedAt: 2 }, ['y'])];
    for (const merged of [mergeGraphs(old, late), mergeGraphs(late, old)]) {
      const page = merged.graph.find('page', 'p')!;
      assert.deepEqual(merged.graph.factsOf(page), { recordedAt: 2 });
      assert.deepEqual(
        merged.graph.dependencies(page).map((id) => merged.graph.nameOf(id)),
        ['y'],
      );
      assert.notEqual(merged.graph.find('source', 'x'), undefined);
    }
    assert.deepEqual(mergeGraphs(old, late).updated, PAGE);
    assert.deepEqual(mergeGraphs(late, old).kept, PAGE);
  });

  test('reports two records of the same time as a conflict, and chooses the same one on both sides', () => {
    const [one, other] = [oneNode({ recordedAt: 1 }, ['x']), oneNode({ recordedAt: 1 }, ['y'])];
    const [here, there] = [mergeGraphs(one, other), mergeGraphs(other, one)];
    assert.deepEqual(here.conflicts, PAGE);
    assert.deepEqual(there.conflicts, PAGE);
    assert.deepEqual(plainly(here.graph), plainly(there.graph));
  });

  test('takes a node that one side merely mentions for no contradiction', () => {
    const [mention, record] = [oneNode({}), oneNode({ recordedAt: 1 }, ['x'])];
    assert.deepEqual(plainly(mergeGraphs(mention, record).graph), plainly(record));
    assert.deepEqual(mergeGraphs(record, mention).kept, []);
  });
});

describe('a graph as JSON', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyGraph(), (plain) => {
        const graph = toGraph(plain);
        const read = graphFromJson(graphToJson(graph));
        assert.ok(read.kind === 'read');
        assert.deepEqual(plainly(read.graph), plainly(graph));
      }),
      { numRuns: 300 },
    );
  });

  test('of many nodes and edges comes back as it was, in lines of bounded length', () => {
    const builder = graphBuilder();
    const pages = Array.from({ length: 9000 }, (_, number) =>
      builder.node('page', `p${number}`, { output: `o${number}` }),
    );
    for (const [number, page] of pages.entries())
      for (let step = 1; step <= 12; step++)
        builder.depends(page, builder.node('template', `t${(number * step) % 700}`), {
          hash: `${number % 50}`.padStart(16, 'a'),
        });
    const graph = builder.build();
    const text = graphToJson(graph);
    const read = graphFromJson(text);
    assert.ok(read.kind === 'read');
    assert.deepEqual(plainly(read.graph), plainly(graph));
    const lengths = text.split('\n').map((line) => line.length);
    assert.ok(lengths.length > 5 && Math.max(...lengths) < 1_000_000, lengths.join(' '));
  });

  test('is the same text however the graph was made', () => {
    fc.assert(
      fc.property(anyGraph(), (plain) => {
        const graph = toGraph(plain);
        const last = plain.nodes.length - 1;
        const backwards = toGraph({
          nodes: plain.nodes.toReversed(),
          // Of equal edges the later counts, so their order stays.
          edges: plain.edges.map((edge) => ({ ...edge, user: last - edge.user, used: last - edge.used })),
        });
        assert.equal(graphToJson(backwards), graphToJson(graph));
      }),
    );
  });

  test('that was damaged anywhere is refused or another graph, never an error', () => {
    fc.assert(
      fc.property(
        anyGraph(),
        fc.nat(),
        fc.constantFrom('0', '9', '"', '-', ',', ']', 'x', '1e9'),
        (plain, at, junk) => {
          const text = graphToJson(toGraph(plain));
          const place = at % text.length;
          const read = graphFromJson(`${text.slice(0, place)}${junk}${text.slice(place + 1)}`);
          if (read.kind === 'read') assert.doesNotThrow(() => plainly(read.graph));
          else assert.notEqual(read.why, '');
        },
      ),
      { numRuns: 1000 },
    );
  });

  /** Two nodes and an edge, with other values in the first line or in the second. */
  const valid = (change: Record<string, unknown>, head: Record<string, unknown> = {}): string => {
    const lines = graphToJson(oneNode({ hash: 'a'.repeat(16) }, ['x'])).split('\n');
    return [head, change]
      .map((other, index) => JSON.stringify({ ...(JSON.parse(lines[index]!) as object), ...other }))
      .join('\n');
  };
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['no JSON', '{', /JSON/],
    ['nothing', '', /JSON/],
    ['a list', '[]', /does not say that it is a graph/],
    ['something else', '{"format":"other"}', /does not say that it is a graph/],
    ['a node of no kind', valid({ kinds: [99, 0] }), /kinds/],
    ['a name twice', valid({ kinds: [0, 0], names: ['x', 'x'] }), /names/],
    ['a name that is a number', valid({ names: ['x', 1] }), /names/],
    ['too few names', valid({ names: ['x'] }), /lengths/],
    ['an edge to nowhere', valid({ used: [7] }), /edges/],
    ['an edge too few', valid({ used: [] }), /lengths/],
    ['a fraction', valid({ used: [0.5] }), /used/],
    ['a negative number', valid({ members: [-1, 0] }), /members/],
    ['a hash that is none', valid({ strings: ['../../etc/passwd'] }), /hashes/],
    ['a missing string', valid({ strings: [] }), /strings/],
    ['a time that is text', valid({ times: ['now', null] }), /times/],
    ['fewer nodes than it says', valid({}, { nodes: 3 }), /lengths/],
    ['more nodes than it says', valid({}, { nodes: 1 }), /edges|lengths/],
    ['more edges than it says', valid({}, { edges: 0 }), /lengths/],
    ['no number of nodes', valid({}, { nodes: 'two' }), /nodes/],
    [
      'an edge twice',
      valid({ uses: [0, 2], used: [0, 0], edgeKinds: [0, 0], edgeHashes: [0, 0] }, { edges: 2 }),
      /edges/,
    ],
    ['a line too many', `${valid({})}\n${valid({}).split('\n')[1]!}`, /names|lengths/],
    ['its first line alone', valid({}).split('\n')[0]!, /lengths/],
  ];
  for (const [what, text, why] of cases) {
    test(`with ${what} is corrupt`, () => {
      const read = graphFromJson(text);
      assert.ok(read.kind === 'corrupt', read.kind);
      assert.match(read.why, why);
    });
  }

  test('of a later version is incompatible, and says so', () => {
    assert.deepEqual(graphFromJson(valid({}, { version: 3 })), {
      kind: 'incompatible',
      why: 'its version is 3, and only 2 is understood',
    });
  });
});
