import assert from 'node:assert/strict';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { nodesOf, type Graph } from '../../src/graph/model.ts';
import { findCycles } from '../../src/graph/topological-order.ts';
import { changedFiles } from '../../src/graph/status.ts';
import type { Memo } from '../../src/memo/memo.ts';
import { readTracked } from '../../src/memo/run-call.ts';
import { namesOf } from '../graph/graphs.ts';
import { memoRig, type MemoRig } from './rig.ts';

const DAY = 86_400_000;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
}

/** `all` calls `left` and `right`, and both call `base`, which reads `in.txt`. */
function diamond(memo: Memo): () => Promise<string> {
  const base = memo.cached(() => readTracked('in.txt', 'utf8'), { name: 'base' });
  const left = memo.cached(async () => `left ${await base()}`, { name: 'left' });
  const right = memo.cached(async () => `right ${await base()}`, { name: 'right' });
  return memo.cached(async () => `${await left()}, ${await right()}`, { name: 'all' });
}

function statusesOf(memo: Memo, graph: Graph): Record<string, string> {
  const statuses = memo.statuses(graph);
  return Object.fromEntries([...nodesOf(graph)].map((id) => [graph.nameOf(id), statuses.of(id)]));
}

describe('the graph of kept calls', () => {
  test('keeps a diamond a diamond', async () => {
    await using rig = await memoRig({ 'in.txt': 'x' });
    await diamond(rig.open())();
    const graph = rig.open().graph();
    const uses = (name: string): string[] => namesOf(graph, graph.dependencies(graph.find('function', name)!));
    assert.deepEqual(uses('all()'), ['left()', 'right()']);
    assert.deepEqual([uses('left()'), uses('right()')], [['base()'], ['base()']]);
    assert.deepEqual(uses('base()'), ['in.txt']);
    assert.deepEqual(findCycles(graph), []);
  });

  test('says what is fresh and what is stale, and which file it was', async () => {
    await using rig = await memoRig({ 'in.txt': 'x' });
    const memo = rig.open();
    await diamond(memo)();
    assert.deepEqual(statusesOf(memo, memo.graph()), {
      ...{ 'all()': 'fresh', 'left()': 'fresh', 'right()': 'fresh', 'base()': 'fresh' },
      'in.txt': 'tracked file',
    });
    rig.write('in.txt', 'y');
    const graph = memo.graph();
    assert.deepEqual(statusesOf(memo, graph), {
      ...{ 'all()': 'stale', 'left()': 'stale', 'right()': 'stale', 'base()': 'stale' },
      'in.txt': 'stale',
    });
    for (const { files } of changedFiles(graph, memo.statuses(graph)))
      assert.deepEqual(namesOf(graph, files), ['in.txt']);
    rig.remove('in.txt');
    assert.equal(statusesOf(memo, graph)['in.txt'], 'missing');
  });

  test('takes a file that was not there then and is not now for no change', async () => {
    await using rig = await memoRig();
    const memo = rig.open();
    await memo.cached(
      () => {
        try {
          return readTracked('in.txt').length;
        } catch {
          return 0;
        }
      },
      { name: 'size' },
    )();
    assert.deepEqual(statusesOf(memo, memo.graph()), { 'size()': 'fresh', 'in.txt': 'missing' });
    rig.write('in.txt', 'x');
    assert.equal(statusesOf(memo, memo.graph())['size()'], 'stale');
  });

  test('shows a call of other code as stale, and a call whose result is gone as missing', async () => {
    await using rig = await memoRig({ 'in.txt': 'x' });
    await diamond(rig.open())();
    const memo = rig.open();
    memo.cached(() => 'another base', { name: 'base' });
    assert.equal(statusesOf(memo, memo.graph())['base()'], 'stale');
    const looking = rig.open();
    assert.equal(statusesOf(looking, looking.graph())['base()'], 'fresh');
    for (const name of filesIn(join(rig.folder, 'results'))) writeFileSync(join(rig.folder, 'results', name), '');
    assert.equal(statusesOf(looking, looking.graph())['base()'], 'missing');
  });

  test('names calls as people write them, and never two calls alike', async () => {
    await using rig = await memoRig();
    const memo = rig.open();
    const call = memo.cached((...values: readonly unknown[]) => values.length, { name: 'call' });
    for (const args of [[], ['a', 1, -0, null, true], ['x'.repeat(99)], [{ a: 1 }], [[1]]]) await call(...args);
    const names = namesOf(memo.graph(), memo.graph().ofKind('function'));
    assert.ok(names.includes('call()') && names.includes('call("a", 1, -0, null, true)'));
    assert.equal(names.filter((name) => /^call\(#[0-9a-f]{12}\)$/.test(name)).length, 3);
  });
});

describe('limits', () => {
  test('results that are too old are computed anew', async () => {
    await using rig = await memoRig();
    let runs = 0;
    const run = async (now: number): Promise<void> => {
      const memo = rig.open({ maxAgeMs: DAY, now: () => now });
      await memo.cached(() => ++runs, { name: 'run', version: 1 })();
    };
    await run(10 * DAY);
    await run(11 * DAY);
    assert.equal(runs, 1);
    await run(12 * DAY + 1);
    assert.equal(runs, 2);
    // A clock that goes back makes them come from the future: nobody knows how old they are.
    await run(5 * DAY);
    assert.equal(runs, 3);
  });

  async function fill(rig: MemoRig, days: readonly number[]): Promise<void> {
    for (const day of days) {
      const memo = rig.open({ now: () => day * DAY });
      const text = memo.cached((name: number) => `${name}`.padEnd(1000, 'x'), { name: 'text' });
      await text(day);
      // Used again on its day, which is what notes the time.
      await text(day);
    }
  }

  const kept = (rig: MemoRig): string[] => namesOf(rig.open().graph(), rig.open().graph().ofKind('function'));

  test('prune removes what was of no use for too long, and the results with it', async () => {
    await using rig = await memoRig();
    await fill(rig, [1, 2, 3]);
    for (const name of filesIn(join(rig.folder, 'results'))) utimesSync(join(rig.folder, 'results', name), 0, 0);
    const pruned = rig.open({ now: () => 4 * DAY }).prune({ maxAgeMs: 2 * DAY });
    assert.deepEqual([pruned.removed, pruned.kept, pruned.strays], [1, 2, 1]);
    assert.deepEqual(kept(rig), ['text(2)', 'text(3)']);
    assert.equal(filesIn(join(rig.folder, 'results')).length, 2);
  });

  test('prune keeps what was of use last, within the size', async () => {
    await using rig = await memoRig();
    await fill(rig, [2, 3, 1]);
    assert.equal(rig.open().prune({ maxBytes: 2500 }).kept, 2);
    assert.deepEqual(kept(rig), ['text(2)', 'text(3)']);
    assert.deepEqual(rig.open().prune({ maxBytes: 0 }).kept, 0);
    assert.deepEqual(kept(rig), []);
  });

  test('prune removes old strays, and leaves young ones: somebody may be about to name them', async () => {
    await using rig = await memoRig();
    await fill(rig, [1]);
    const [left] = readdirSync(join(rig.folder, 'results'));
    const [old, young] = ['tmp1.tmp', 'tmp2.tmp'].map((name) => join(rig.folder, 'results', left!, name));
    for (const path of [old!, young!]) writeFileSync(path, '');
    utimesSync(old!, 0, 0);
    assert.equal(rig.open().prune().strays, 1);
    assert.ok(filesIn(rig.folder).some((name) => name.endsWith('tmp2.tmp')));
    assert.deepEqual(kept(rig), ['text(1)']);
  });

  test('prune of a folder that is not there does nothing', async () => {
    await using rig = await memoRig();
    assert.deepEqual(rig.open().prune(), { removed: 0, kept: 0, bytes: 0, strays: 0 });
  });
});

test('several processes share a store, and none reads what another has not finished', async () => {
  await using rig = await memoRig(
    Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.md`, `text ${index}`])),
  );
  const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const program = `
    import { openMemo } from ${at('../../src/memo/memo.ts')};
    import { readTracked } from ${at('../../src/memo/run-call.ts')};
    const [folder, root] = process.argv.slice(1);
    for (let round = 0; round < 5; round++) {
      const memo = openMemo({ folder, root });
      const page = memo.cached((number) => readTracked(number + '.md', 'utf8').repeat(1000), { name: 'page' });
      const site = memo.cached(async () => {
        const pages = await Promise.all(Array.from({ length: 10 }, (_, number) => page(number)));
        return pages.map((text) => text.length).join();
      }, { name: 'site' });
      console.log(await site());
    }`;
  const workers = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--input-type=module', '--eval', program, rig.folder, rig.root], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const outputs = await Promise.all(
    workers.map(async (worker) => {
      const chunks: Buffer[] = [];
      worker.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      const [code] = (await once(worker, 'close')) as [number];
      assert.equal(code, 0);
      return Buffer.concat(chunks).toString('utf8');
    }),
  );
  const line = `${Array<number>(10).fill(6000).join(',')}\n`;
  assert.deepEqual(outputs, Array<string>(3).fill(line.repeat(5)));
  const leftovers = filesIn(rig.folder).filter((name) => name.endsWith('.tmp'));
  assert.deepEqual(leftovers, []);
});
