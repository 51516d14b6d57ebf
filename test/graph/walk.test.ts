import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { graphBuilder, type Graph, type NodeId } from '../../src/graph/model.ts';
import { chainTo, reachDependents } from '../../src/graph/walk.ts';

type Edge = readonly [user: number, used: number];

/** Nodes 0 to `size - 1`, each named after its number. */
function graphOf(size: number, edges: readonly Edge[]): { graph: Graph; ids: NodeId[] } {
  const builder = graphBuilder();
  const ids = Array.from({ length: size }, (_, index) => builder.node('page', String(index)));
  for (const [user, used] of edges) builder.depends(ids[user]!, ids[used]!);
  return { graph: builder.build(), ids };
}

const anyGraph = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 });
  return fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(node, node), { maxLength: 30 }),
    starts: fc.array(node, { maxLength: 4 }),
  });
});

/** The slow truth: follows edges until nothing new is found. */
function bruteForce(edges: readonly Edge[], starts: readonly number[]): number[] {
  const reached = new Set(starts);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const [user, used] of edges) if (reached.has(used)) reached.add(user);
  }
  return [...reached].sort((left, right) => left - right);
}

test('a walk reaches exactly what depends on the starts, near or far', () => {
  fc.assert(
    fc.property(anyGraph, ({ size, edges, starts }) => {
      const { graph, ids } = graphOf(size, edges);
      const reached = reachDependents(
        graph,
        starts.map((start) => ids[start]!),
      );
      assert.deepEqual(
        [...reached.keys()].sort((left, right) => left - right),
        bruteForce(edges, starts),
      );
    }),
  );
});

test('the chain to a node is a path along real edges, from a start, without repeats', () => {
  fc.assert(
    fc.property(anyGraph, ({ size, edges, starts }) => {
      const { graph, ids } = graphOf(size, edges);
      const reached = reachDependents(
        graph,
        starts.map((start) => ids[start]!),
      );
      for (const node of reached.keys()) {
        const chain = chainTo(reached, node);
        assert.ok(starts.includes(chain[0]!));
        assert.equal(chain.at(-1), node);
        assert.equal(new Set(chain).size, chain.length);
        chain
          .slice(1)
          .forEach((user, index) => assert.ok(edges.some((edge) => edge[0] === user && edge[1] === chain[index])));
      }
    }),
  );
});

test('the chain is a shortest one', () => {
  const { graph, ids } = graphOf(4, [
    [1, 0],
    [2, 1],
    [3, 2],
    [3, 0],
  ]);
  assert.deepEqual(chainTo(reachDependents(graph, [ids[0]!]), ids[3]!), [0, 3]);
});

test('circles and a node that depends on itself end', () => {
  const { graph, ids } = graphOf(3, [
    [0, 0],
    [1, 0],
    [2, 1],
    [0, 2],
  ]);
  assert.deepEqual([...reachDependents(graph, [ids[1]!]).keys()].sort(), [0, 1, 2]);
});

test('stating a dependency twice is stating it once, and neighbours come in order', () => {
  const { graph, ids } = graphOf(4, [
    [3, 0],
    [1, 0],
    [3, 0],
    [1, 0],
    [2, 0],
  ]);
  assert.deepEqual(graph.dependents(ids[0]!), [1, 2, 3]);
  assert.deepEqual(graph.dependencies(ids[3]!), [0]);
  assert.deepEqual(graph.dependents(ids[3]!), []);
});

test('nodes of equal name and other kind are others; asking for one that is not there finds nothing', () => {
  const builder = graphBuilder();
  const [page, tag] = [builder.node('page', 'a'), builder.node('tag', 'a')];
  assert.equal(builder.node('page', 'a'), page);
  const graph = builder.build();
  assert.notEqual(page, tag);
  assert.deepEqual(
    [graph.size, graph.find('tag', 'a'), graph.find('data', 'a'), graph.ofKind('data')],
    [2, tag, undefined, []],
  );
  assert.deepEqual([graph.kindOf(tag), graph.nameOf(tag)], ['tag', 'a']);
  assert.throws(() => graph.nameOf(9 as NodeId), /No node 9/);
});

test('a chain of 100,000 nodes and a node with 100,000 dependents are walked without recursion', () => {
  const size = 100_000;
  const chain = graphOf(
    size,
    Array.from({ length: size - 1 }, (_, index): Edge => [index + 1, index]),
  );
  const reached = reachDependents(chain.graph, [chain.ids[0]!]);
  assert.equal(reached.size, size);
  assert.equal(chainTo(reached, chain.ids[size - 1]!).length, size);
  const star = graphOf(
    size,
    Array.from({ length: size - 1 }, (_, index): Edge => [index + 1, 0]),
  );
  assert.equal(reachDependents(star.graph, [star.ids[0]!]).size, size);
});
