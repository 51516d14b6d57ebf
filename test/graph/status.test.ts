import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { graphBuilder, nodesOf, type Graph, type NodeId } from '../../src/graph/model.ts';
import { changedFiles, findStatuses, type NodeNow } from '../../src/graph/status.ts';
import { anyGraph, namesOf, toGraph } from './graphs.ts';

const [OLD, NEW] = ['a'.repeat(64), 'b'.repeat(64)];

/** Two functions over three files: `all` calls `one`, which reads `one.md`; both read `shared.yaml`. */
function pipeline(): Graph {
  const builder = graphBuilder();
  const file = (name: string): NodeId => builder.node('source', name, { hash: OLD });
  const [one, all] = [builder.node('function', 'one', { hash: OLD }), builder.node('function', 'all', { hash: OLD })];
  builder.depends(one, file('one.md'), { kind: 'reads', hash: OLD });
  for (const reader of [one, all]) builder.depends(reader, file('shared.yaml'), { kind: 'reads', hash: OLD });
  builder.depends(all, one, { kind: 'calls', hash: OLD });
  builder.depends(builder.node('function', 'other'), file('other.md'), { kind: 'reads', hash: OLD });
  return builder.build();
}

function look(graph: Graph, found: Readonly<Record<string, NodeNow>>): (id: NodeId) => NodeNow {
  return (id) =>
    found[graph.nameOf(id)] ?? (graph.kindOf(id) === 'source' ? { kind: 'content', hash: OLD } : { kind: 'same' });
}

function statusesOf(graph: Graph, found: Readonly<Record<string, NodeNow>> = {}): Record<string, string> {
  const statuses = findStatuses(graph, look(graph, found));
  return Object.fromEntries([...nodesOf(graph)].map((id) => [graph.nameOf(id), statuses.of(id)]));
}

describe('the status of a node', () => {
  test('is fresh, and of files tracked, when nothing changed', () => {
    assert.deepEqual(statusesOf(pipeline()), {
      ...{ one: 'fresh', all: 'fresh', other: 'fresh' },
      ...{ 'one.md': 'tracked file', 'shared.yaml': 'tracked file', 'other.md': 'tracked file' },
    });
  });

  test('is stale for an edited file and all that was made from it, near or far, and for nothing else', () => {
    assert.deepEqual(statusesOf(pipeline(), { 'one.md': { kind: 'content', hash: NEW } }), {
      ...{ one: 'stale', all: 'stale', other: 'fresh' },
      ...{ 'one.md': 'stale', 'shared.yaml': 'tracked file', 'other.md': 'tracked file' },
    });
  });

  test('is missing for a file that is gone, and stale for what was made from it', () => {
    const statuses = statusesOf(pipeline(), { 'other.md': { kind: 'missing' } });
    assert.equal(statuses['other.md'], 'missing');
    assert.equal(statuses['other'], 'stale');
    assert.equal(statuses['all'], 'fresh');
  });

  test('is missing for a result that is gone, and stale for whoever used it', () => {
    const statuses = statusesOf(pipeline(), { one: { kind: 'missing' } });
    assert.deepEqual([statuses['one'], statuses['all'], statuses['other']], ['missing', 'stale', 'fresh']);
  });

  test('is stale for a caller that remembers another result than the callee has now', () => {
    const builder = graphBuilder();
    const [caller, callee] = [builder.node('function', 'caller'), builder.node('function', 'callee', { hash: NEW })];
    builder.depends(caller, callee, { kind: 'calls', hash: OLD });
    assert.deepEqual(statusesOf(builder.build()), { caller: 'stale', callee: 'fresh' });
  });

  test('is what each page remembers: of two that used a file at different times, only one is stale', () => {
    const builder = graphBuilder();
    const file = builder.node('source', 'f', { hash: NEW });
    builder.depends(builder.node('page', 'before'), file, { kind: 'include', hash: OLD });
    builder.depends(builder.node('page', 'after'), file, { kind: 'include', hash: NEW });
    const graph = builder.build();
    const now = { f: { kind: 'content', hash: NEW } } as const;
    assert.deepEqual(statusesOf(graph, now), { f: 'tracked file', before: 'stale', after: 'fresh' });
  });

  test('understands short hashes as beginnings of long ones', () => {
    const builder = graphBuilder();
    builder.depends(builder.node('page', 'p'), builder.node('source', 'f'), {
      kind: 'content',
      hash: OLD.slice(0, 16),
    });
    const graph = builder.build();
    assert.equal(statusesOf(graph, { f: { kind: 'content', hash: OLD } })['p'], 'fresh');
    assert.equal(statusesOf(graph, { f: { kind: 'content', hash: NEW } })['p'], 'stale');
  });

  test('is stale when nobody recorded what a file was', () => {
    const builder = graphBuilder();
    builder.depends(builder.node('page', 'p'), builder.node('source', 'f'));
    assert.equal(statusesOf(builder.build(), { f: { kind: 'content', hash: OLD } })['p'], 'stale');
  });

  test('of a template is that of its file, and its pages tell by the hash that they remember', () => {
    const builder = graphBuilder();
    const template = builder.node('template', 'base.html');
    builder.depends(template, builder.node('source', 'templates/base.html', { hash: OLD }), {
      kind: 'file',
      hash: OLD,
    });
    builder.depends(builder.node('page', 'old'), template, { kind: 'template', hash: OLD.slice(0, 16) });
    builder.depends(builder.node('page', 'new'), template, { kind: 'template', hash: NEW.slice(0, 16) });
    builder.depends(builder.node('page', 'unknown'), template, { kind: 'template' });
    const graph = builder.build();
    const statuses = statusesOf(graph, { 'templates/base.html': { kind: 'content', hash: NEW } });
    assert.deepEqual(statuses, {
      ...{ 'base.html': 'stale', 'templates/base.html': 'stale' },
      ...{ old: 'stale', new: 'fresh', unknown: 'stale' },
    });
    assert.deepEqual(statusesOf(graph, { 'templates/base.html': { kind: 'content', hash: OLD } }), {
      ...{ 'base.html': 'tracked file', 'templates/base.html': 'tracked file' },
      ...{ old: 'fresh', new: 'stale', unknown: 'fresh' },
    });
  });

  test('is what whoever recorded it said, and carries on to what was made with it', () => {
    const builder = graphBuilder();
    const stage = builder.node('stage', 'lint', { status: 'stale' });
    builder.depends(builder.node('stage', 'publish', { status: 'fresh' }), stage, { kind: 'needs' });
    assert.deepEqual(statusesOf(builder.build()), { lint: 'stale', publish: 'stale' });
  });
});

test('what was told of a node holds, and nothing passes it by', () => {
  const builder = graphBuilder();
  const file = builder.node('source', 'f', { hash: OLD });
  const [told, doubtful] = [builder.node('page', 'told'), builder.node('page', 'doubtful')];
  builder.depends(told, file, { kind: 'content', hash: OLD });
  builder.depends(builder.node('output', 'told.json'), told, { kind: 'writes' });
  builder.depends(builder.node('output', 'doubtful.json'), doubtful, { kind: 'writes' });
  const graph = builder.build();
  const now = look(graph, { f: { kind: 'content', hash: NEW } });
  const statusesWith = (status: 'fresh' | 'stale'): Record<string, string> => {
    const statuses = findStatuses(graph, now, (id) =>
      id === told
        ? { status, causes: status === 'stale' ? [file] : [] }
        : id === doubtful
          ? { status: 'unknown', causes: [] }
          : undefined,
    );
    if (status === 'stale')
      assert.deepEqual(
        changedFiles(graph, statuses).map(({ node, files }) => [graph.nameOf(node), namesOf(graph, files)]),
        [
          ['told', ['f']],
          ['told.json', ['f']],
        ],
      );
    return Object.fromEntries([...nodesOf(graph)].map((id) => [graph.nameOf(id), statuses.of(id)]));
  };
  const rest = { f: 'stale', doubtful: 'unknown', 'doubtful.json': 'unknown' };
  assert.deepEqual(statusesWith('fresh'), { ...rest, told: 'fresh', 'told.json': 'fresh' });
  assert.deepEqual(statusesWith('stale'), { ...rest, told: 'stale', 'told.json': 'stale' });
});

describe('what changed', () => {
  test('is named for each stale node, near or far', () => {
    const graph = pipeline();
    const now = look(graph, { 'one.md': { kind: 'content', hash: NEW }, 'shared.yaml': { kind: 'changed' } });
    const found = changedFiles(graph, findStatuses(graph, now)).map(({ node, files }) => [
      graph.nameOf(node),
      namesOf(graph, files),
    ]);
    assert.deepEqual(Object.fromEntries(found), {
      one: ['one.md', 'shared.yaml'],
      all: ['one.md', 'shared.yaml'],
    });
  });

  test('may be no file: a missing result, a stale stage', () => {
    const graph = pipeline();
    const found = changedFiles(graph, findStatuses(graph, look(graph, { one: { kind: 'missing' } })));
    assert.deepEqual(
      found.map(({ node, files, others }) => [graph.nameOf(node), files.length, namesOf(graph, others)]),
      [['all', 0, ['one']]],
    );
  });

  test('is never empty for a stale node', () => {
    const now = fc.constantFrom<NodeNow>(
      { kind: 'same' },
      { kind: 'changed' },
      { kind: 'missing' },
      { kind: 'content', hash: 'a'.repeat(64) },
      { kind: 'content', hash: 'b'.repeat(64) },
    );
    fc.assert(
      fc.property(anyGraph(), fc.array(now, { minLength: 12, maxLength: 12 }), (plain, present) => {
        const graph = toGraph(plain);
        for (const { node, files, others } of changedFiles(
          graph,
          findStatuses(graph, (id) => present[id]!),
        ))
          assert.ok(files.length + others.length > 0, graph.nameOf(node));
      }),
      { numRuns: 500 },
    );
  });
});

test('statuses equal what following every edge again and again finds', () => {
  // Functions, pages and files, as they come from functions and states: who recorded a node says nothing of its status.
  const shape = anyGraph({
    kinds: ['source', 'function', 'page', 'output'],
    facts: fc.record({ hash: fc.constantFrom(OLD, NEW) }, { requiredKeys: [] }),
    edgeKinds: ['uses'],
  });
  const now = fc.constantFrom(OLD, NEW, 'missing', 'changed');
  fc.assert(
    fc.property(shape, fc.array(now, { minLength: 12, maxLength: 12 }), (plain, present) => {
      const graph = toGraph(plain);
      const isFile = (id: NodeId): boolean => graph.kindOf(id) === 'source';
      const statuses = findStatuses(graph, (id) => {
        if (!isFile(id)) return { kind: 'same' };
        const found = present[id]!;
        return found === 'missing' || found === 'changed' ? { kind: found } : { kind: 'content', hash: found };
      });
      const stale = new Set<NodeId>();
      for (let before = -1; before !== stale.size;) {
        before = stale.size;
        for (const id of nodesOf(graph)) {
          if (isFile(id)) continue;
          const wrong = graph.usesOf(id).some(({ node, hash }) => {
            if (!isFile(node)) {
              const result = graph.kindOf(node) === 'function' ? graph.factsOf(node).hash : undefined;
              const another = hash !== undefined && result !== undefined && !result.startsWith(hash);
              return another || stale.has(node);
            }
            const recorded = hash ?? graph.factsOf(node).hash;
            return recorded === undefined || !present[node]!.startsWith(recorded);
          });
          if (wrong) stale.add(id);
        }
      }
      assert.deepEqual(
        statuses.stale,
        [...nodesOf(graph)].filter((id) => stale.has(id)),
      );
    }),
    { numRuns: 1000 },
  );
});
