import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { graphBuilder, nodesOf, type Graph } from '../../src/graph/model.ts';
import { loadGraph, pruneGraphFolder, readGraphFolder, saveGraph, syncGraph } from '../../src/graph/stored-graph.ts';
import { subgraph } from '../../src/graph/shape.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { anyGraph, plainly, toGraph } from './graphs.ts';

function pages(...names: readonly string[]): Graph {
  const builder = graphBuilder();
  for (const name of names) builder.node('page', name, { recordedAt: 1 });
  return builder.build();
}

function pagesIn(folder: string): string[] {
  const { graph } = readGraphFolder(folder);
  return [...nodesOf(graph)].map((id) => graph.nameOf(id)).sort();
}

describe('one file', () => {
  test('holds a graph until another one replaces it', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'graph.json');
    assert.deepEqual(loadGraph(path), { kind: 'absent' });
    saveGraph(path, pages('a'));
    saveGraph(path, pages('b', 'c'));
    const loaded = loadGraph(path);
    assert.ok(loaded.kind === 'read');
    assert.deepEqual(plainly(loaded.graph), plainly(pages('b', 'c')));
    assert.deepEqual(readdirSync(folder.path), ['graph.json']);
  });

  test('of several megabytes comes back as it was, whatever characters its pieces end in', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'graph.json');
    const builder = graphBuilder();
    const config = builder.node('config', 'site');
    for (let number = 0; number < 12_000; number++)
      builder.depends(builder.node('page', `${'漢é🎉'.repeat(20)}${number}`, { recordedAt: number }), config);
    const graph = builder.build();
    saveGraph(path, graph);
    assert.ok(readFileSync(path).byteLength > 2 ** 21);
    const loaded = loadGraph(path);
    assert.ok(loaded.kind === 'read');
    assert.deepEqual(plainly(loaded.graph), plainly(graph));
    // The last line, whole as it is, is missing.
    const text = readFileSync(path, 'utf8').trimEnd();
    writeFileSync(path, text.slice(0, text.lastIndexOf('\n')));
    assert.deepEqual(loadGraph(path), { kind: 'corrupt', why: 'its lengths are not what they should be' });
  });

  test('that is cut off or no file at all is corrupt', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'graph.json');
    saveGraph(path, pages('a'));
    truncateSync(path, readFileSync(path).byteLength - 5);
    assert.equal(loadGraph(path).kind, 'corrupt');
    assert.equal(loadGraph(folder.path).kind, 'corrupt');
    symlinkSync(path, join(folder.path, 'loop'));
    assert.equal(loadGraph(join(folder.path, 'loop', 'x')).kind, 'corrupt');
  });
});

describe('syncing with a folder', () => {
  test('leaves both sides with what either knew, in one file', async () => {
    await using folder = await temporaryFolder();
    const shared = join(folder.path, 'not', 'yet', 'there');
    assert.deepEqual(syncGraph(shared, pages('a')).added, []);
    const second = syncGraph(shared, pages('b'));
    assert.deepEqual(second.added, [{ kind: 'page', name: 'a' }]);
    assert.deepEqual(plainly(second.graph), plainly(pages('a', 'b')));
    assert.deepEqual(pagesIn(shared), ['a', 'b']);
    assert.equal(readdirSync(shared).length, 1);
  });

  test('is idempotent, and gives the same whatever the order', async () => {
    await using folder = await temporaryFolder();
    let run = 0;
    fc.assert(
      fc.property(fc.array(anyGraph(), { minLength: 1, maxLength: 4 }), (plain) => {
        const graphs = plain.map(toGraph);
        const [one, other] = [join(folder.path, String(run++)), join(folder.path, String(run++))];
        for (const graph of graphs) syncGraph(one, graph);
        for (const graph of graphs.toReversed()) syncGraph(other, graph);
        assert.deepEqual(readdirSync(one), readdirSync(other));
        const again = syncGraph(one, readGraphFolder(one).graph);
        assert.deepEqual([again.added, again.updated, again.kept, again.conflicts], [[], [], [], []]);
        assert.deepEqual(readdirSync(one), readdirSync(other));
      }),
      { numRuns: 60 },
    );
  });

  test('goes on beside a damaged file, names it and leaves it', async () => {
    await using folder = await temporaryFolder();
    syncGraph(folder.path, pages('a'));
    const damaged = `graph-${'0'.repeat(32)}.json`;
    writeFileSync(join(folder.path, damaged), '{"format":');
    const { unusable } = syncGraph(folder.path, pages('b'));
    assert.deepEqual(
      unusable.map(({ file }) => file),
      [damaged],
    );
    assert.match(unusable[0]!.why, /JSON/);
    assert.ok(readdirSync(folder.path).includes(damaged));
    assert.deepEqual(pagesIn(folder.path), ['a', 'b']);
  });

  test('touches nothing else that lies there', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'graph-notes.json'), 'mine');
    mkdirSync(join(folder.path, 'results'));
    syncGraph(folder.path, pages('a'));
    syncGraph(folder.path, pages('b'));
    assert.equal(readFileSync(join(folder.path, 'graph-notes.json'), 'utf8'), 'mine');
    assert.equal(readdirSync(folder.path).length, 3);
  });

  test('joins what a process left that died before it tidied up', async () => {
    await using folder = await temporaryFolder();
    await using other = await temporaryFolder();
    syncGraph(folder.path, pages('a'));
    syncGraph(other.path, pages('b'));
    const [left] = readdirSync(other.path);
    writeFileSync(join(folder.path, left!), readFileSync(join(other.path, left!)));
    assert.deepEqual(pagesIn(folder.path), ['a', 'b']);
    syncGraph(folder.path, pages());
    assert.equal(readdirSync(folder.path).length, 1);
    assert.deepEqual(pagesIn(folder.path), ['a', 'b']);
  });

  test('loses nothing while several processes do it at the same time', async () => {
    await using folder = await temporaryFolder();
    const program = `
      import { graphBuilder } from ${JSON.stringify(new URL('../../src/graph/model.ts', import.meta.url).href)};
      import { syncGraph } from ${JSON.stringify(new URL('../../src/graph/stored-graph.ts', import.meta.url).href)};
      for (let round = 0; round < 12; round++) {
        const builder = graphBuilder();
        builder.node('page', process.argv[2] + '-' + round, { recordedAt: 1 });
        syncGraph(process.argv[1], builder.build());
      }`;
    const workers = ['a', 'b', 'c', 'd'].map((name) =>
      spawn(process.execPath, ['--input-type=module', '--eval', program, folder.path, name], { stdio: 'inherit' }),
    );
    const exits = await Promise.all(workers.map((worker) => once(worker, 'exit')));
    assert.deepEqual(
      exits.map(([code]) => code as number),
      [0, 0, 0, 0],
    );
    const expected = ['a', 'b', 'c', 'd'].flatMap((name) =>
      Array.from({ length: 12 }, (_, round) => `${name}-${round}`),
    );
    assert.deepEqual(pagesIn(folder.path), expected.sort());
  });
});

test('pruning leaves what is to be kept, and removes what could not be read', async () => {
  await using folder = await temporaryFolder();
  syncGraph(folder.path, pages('keep', 'drop'));
  writeFileSync(join(folder.path, `graph-${'0'.repeat(32)}.json`), 'damaged');
  const { before, after } = pruneGraphFolder(folder.path, (graph) =>
    subgraph(
      graph,
      [...nodesOf(graph)].filter((id) => graph.nameOf(id) === 'keep'),
    ),
  );
  assert.deepEqual([before.size, after.size], [2, 1]);
  assert.deepEqual(pagesIn(folder.path), ['keep']);
  assert.equal(readdirSync(folder.path).length, 1);
});

test('pruning a folder that is not there makes none', async () => {
  await using folder = await temporaryFolder();
  assert.equal(pruneGraphFolder(join(folder.path, 'no'), (graph) => graph).before.size, 0);
  assert.deepEqual(readdirSync(folder.path), []);
});
