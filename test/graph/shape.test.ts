import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { graphBuilder, nodesOf, type Graph, type NodeId } from '../../src/graph/model.ts';
import { forFile, nodesOfFile, viewNode } from '../../src/graph/query.ts';
import { collapse, neighbourhood, subgraph } from '../../src/graph/shape.ts';
import { addStages } from '../../src/graph/stages.ts';
import { reachDependencies, reachDependents } from '../../src/graph/walk.ts';
import { anyGraph, namesOf, plainly, toGraph } from './graphs.ts';

/** `bottom` is used by `left` and `right`, both of which `top` uses. */
function diamond(): Graph {
  const builder = graphBuilder();
  const [top, left, right, bottom] = ['top', 'left', 'right', 'bottom'].map((name) => builder.node('function', name));
  for (const side of [left!, right!]) {
    builder.depends(top!, side, { kind: 'calls' });
    builder.depends(side, bottom!, { kind: 'calls' });
  }
  builder.depends(bottom!, builder.node('source', 'in.txt'), { kind: 'reads', hash: 'a'.repeat(64) });
  return builder.build();
}

describe('a subgraph', () => {
  test('has the chosen nodes as they were, and exactly the edges between them', () => {
    fc.assert(
      fc.property(anyGraph(), fc.array(fc.nat({ max: 11 })), (plain, picks) => {
        const graph = toGraph(plain);
        const chosen = [...nodesOf(graph)].filter((id) => picks.includes(id));
        const part = subgraph(graph, chosen);
        const name = (id: NodeId): string => `${graph.kindOf(id)} ${graph.nameOf(id)}`;
        const inside = new Set(chosen.map(name));
        const whole = plainly(graph);
        assert.deepEqual(plainly(part), {
          nodes: whole.nodes.filter((_, index) => inside.has(whole.nodes[index]!.replace(/ \[.*$/s, ''))),
          edges: [...nodesOf(graph)]
            .flatMap((id) => graph.usesOf(id).map((edge) => ({ id, edge })))
            .filter(({ id, edge }) => inside.has(name(id)) && inside.has(name(edge.node)))
            .map(({ id, edge }) => `${name(id)} ${edge.kind} ${name(edge.node)} ${edge.hash ?? '-'}`)
            .sort(),
        });
      }),
    );
  });

  test('keeps a diamond a diamond', () => {
    const graph = diamond();
    const part = subgraph(graph, neighbourhood(graph, [graph.find('function', 'bottom')!], 2));
    assert.equal(part.edgeCount, 5);
    assert.deepEqual(namesOf(part, part.dependencies(part.find('function', 'top')!)), ['left', 'right']);
  });
});

test('a neighbourhood is what lies within the radius upwards and downwards, not what lies beside', () => {
  const graph = diamond();
  const left = graph.find('function', 'left')!;
  assert.deepEqual(namesOf(graph, neighbourhood(graph, [left], 1)), ['bottom', 'left', 'top']);
  assert.deepEqual(namesOf(graph, neighbourhood(graph, [left], 2)), ['bottom', 'in.txt', 'left', 'top']);
  assert.deepEqual(namesOf(graph, neighbourhood(graph, [left], 0)), ['left']);
});

describe('collapsing', () => {
  test('makes one node of each group, which counts its members, and keeps the edges between groups', () => {
    fc.assert(
      fc.property(anyGraph(), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (plain, into) => {
        const graph = toGraph({ ...plain, nodes: plain.nodes.map((node) => ({ ...node, facts: {} })) });
        const group = { kind: 'page', name: 'group' } as const;
        const { graph: small, groupOf } = collapse(graph, (id) => (into[id] ? group : undefined));
        const found = small.find('page', 'group');
        const members = [...nodesOf(graph)].filter((id) => into[id]);
        assert.equal(small.size, graph.size - Math.max(0, members.length - 1));
        if (found !== undefined) assert.equal(small.factsOf(found).members ?? 1, members.length);
        for (const id of nodesOf(graph))
          for (const used of graph.dependencies(id))
            assert.ok(groupOf(id) === groupOf(used) || small.dependencies(groupOf(id)).includes(groupOf(used)));
      }),
    );
  });

  test('counts the members of what was collapsed before', () => {
    const once = collapse(diamond(), (id) => (id < 3 ? { kind: 'function', name: 'upper' } : undefined)).graph;
    const twice = collapse(once, () => ({ kind: 'function', name: 'all' })).graph;
    assert.deepEqual([twice.size, twice.factsOf(0 as NodeId).members], [1, 5]);
  });
});

describe('asking for a file', () => {
  test('finds everything that was made from it, the nearest first, each with the way there', () => {
    const graph = diamond();
    assert.deepEqual(
      forFile(graph, 'in.txt').map(({ chain }) => chain.map((id) => graph.nameOf(id)).join(' > ')),
      ['in.txt > bottom', 'in.txt > bottom > left', 'in.txt > bottom > right', 'in.txt > bottom > left > top'],
    );
    assert.deepEqual(forFile(graph, 'gone.txt'), []);
  });

  test('finds a template by its path too', () => {
    const builder = graphBuilder();
    builder.depends(builder.node('page', 'p'), builder.node('template', 'base.html'));
    const graph = builder.build();
    assert.deepEqual(namesOf(graph, nodesOfFile(graph, 'templates/base.html')), ['base.html']);
  });
});

test('a node shows its parents, its children, and its files with their hashes', () => {
  const graph = diamond();
  const view = viewNode(graph, graph.find('function', 'bottom')!);
  assert.deepEqual(
    { ...view, parents: namesOf(graph, view.parents), fileHashes: [...view.fileHashes] },
    {
      ...{ kind: 'function', name: 'bottom', hash: view.hash, output: undefined, recordedAt: undefined },
      ...{ parents: ['left', 'right'], children: [], files: ['in.txt'], fileHashes: [['in.txt', 'a'.repeat(64)]] },
    },
  );
  assert.match(view.hash, /^[0-9a-f]{64}$/);
});

test('dependencies are dependents the other way round', () => {
  fc.assert(
    fc.property(anyGraph(), (plain) => {
      const [graph, turned] = [
        toGraph(plain),
        toGraph({ ...plain, edges: plain.edges.map((edge) => ({ ...edge, user: edge.used, used: edge.user })) }),
      ];
      for (const id of nodesOf(graph)) {
        assert.deepEqual(graph.dependencies(id), turned.dependents(id));
        const [down, up] = [reachDependencies(graph, [id]), reachDependents(turned, [id])];
        assert.deepEqual([...down.keys()], [...up.keys()]);
        for (const edge of graph.usesOf(id))
          assert.ok(
            graph
              .usersOf(edge.node)
              .some((back) => back.node === id && back.kind === edge.kind && back.hash === edge.hash),
          );
      }
    }),
  );
});

test('stages are joined by the files between them and by what they need', () => {
  const builder = graphBuilder();
  builder.node('data', 'data/a.yaml');
  const stage = { inputs: [], outputs: [], needs: [], status: 'fresh' } as const;
  addStages(builder, [
    { ...stage, name: 'publish', inputs: ['public/a.css'], needs: ['check'] },
    { ...stage, name: 'styles', inputs: ['a.scss', 'data/a.yaml'], outputs: ['public/a.css'], status: 'stale' },
    { ...stage, name: 'check', inputHashes: new Map() },
  ]);
  const graph = builder.build();
  assert.deepEqual(plainly(graph).edges, [
    'output public/a.css writes stage styles -',
    'stage publish needs stage check -',
    'stage publish reads output public/a.css -',
    'stage styles reads data data/a.yaml -',
    'stage styles reads source a.scss -',
  ]);
  assert.equal(graph.factsOf(graph.find('stage', 'styles')!).status, 'stale');
});
