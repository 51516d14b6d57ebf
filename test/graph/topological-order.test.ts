import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { graphBuilder, nodesOf, type NodeId } from '../../src/graph/model.ts';
import { findCycles, topologicalOrder } from '../../src/graph/topological-order.ts';
import { reachDependents } from '../../src/graph/walk.ts';
import { anyGraph, toGraph } from './graphs.ts';

test('in a topological order every node comes after all that it uses; where there is none, the cycles are named', () => {
  fc.assert(
    fc.property(anyGraph(), (plain) => {
      const graph = toGraph(plain);
      const found = topologicalOrder(graph);
      if (found.kind === 'cyclic') {
        assert.ok(found.cycles.length > 0);
        return;
      }
      assert.equal(new Set(found.order).size, graph.size);
      const place = new Map(found.order.map((id, index) => [id, index]));
      for (const id of nodesOf(graph))
        for (const used of graph.dependencies(id)) assert.ok(place.get(used)! < place.get(id)!);
      assert.deepEqual(findCycles(graph), []);
    }),
  );
});

test('two nodes are in one cycle exactly when each depends on the other', () => {
  fc.assert(
    fc.property(anyGraph(), (plain) => {
      const graph = toGraph(plain);
      const group = new Map(findCycles(graph).flatMap((members, index) => members.map((id) => [id, index] as const)));
      const beyond = (id: NodeId): Set<NodeId> => new Set(reachDependents(graph, graph.dependents(id)).keys());
      const reached = new Map([...nodesOf(graph)].map((id) => [id, beyond(id)]));
      for (const one of nodesOf(graph)) {
        for (const other of nodesOf(graph)) {
          const together = reached.get(one)!.has(other) && reached.get(other)!.has(one);
          assert.equal(group.has(one) && group.get(one) === group.get(other), together);
        }
      }
    }),
  );
});

test('of several nodes that could come next, the one that was made first does', () => {
  const builder = graphBuilder();
  const [late, early, middle] = [builder.node('page', 'z'), builder.node('page', 'a'), builder.node('page', 'm')];
  builder.depends(late, middle);
  assert.deepEqual(topologicalOrder(builder.build()), { kind: 'ordered', order: [early, middle, late] });
});

test('a circle of 100,000 nodes is found without recursion', () => {
  const builder = graphBuilder();
  const ids = Array.from({ length: 100_000 }, (_, index) => builder.node('page', String(index)));
  for (const [index, id] of ids.entries()) builder.depends(id, ids[(index + 1) % ids.length]!);
  const found = topologicalOrder(builder.build());
  assert.ok(found.kind === 'cyclic');
  assert.deepEqual(
    found.cycles.map((cycle) => cycle.length),
    [100_000],
  );
});
