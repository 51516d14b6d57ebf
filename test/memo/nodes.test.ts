import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { sha256 } from '../../src/core/digest.ts';
import type { Memo } from '../../src/memo/memo.ts';
import { trackFile } from '../../src/memo/run-call.ts';
import { memoRig, type MemoRig } from './rig.ts';

/** `pipeline` calls `load`, which reads the file, and then `normalize`. */
async function run(rig: MemoRig, memo: Memo = rig.open()): Promise<Memo> {
  const load = memo.cached((path: string) => readFileSync(trackFile(path), 'utf8'), { name: 'load' });
  const normalize = memo.cached((text: string) => text.trim(), { name: 'normalize' });
  const pipeline = memo.cached(async (path: string) => `<${await normalize(await load(path))}>`, { name: 'pipeline' });
  await pipeline('data/counts.csv');
  return memo;
}

const FILES = { 'data/counts.csv': 'x ', 'data/other.csv': 'y' };
const LOAD = 'load("data/counts.csv")';
const PIPELINE = 'pipeline("data/counts.csv")';
const NORMALIZE = 'normalize("x ")';

describe('the nodes of a memo', () => {
  test('say function, callers, callees, files with their hashes, and where the result is', async () => {
    await using rig = await memoRig(FILES);
    const nodes = (await run(rig)).nodes();
    assert.deepEqual([...nodes.keys()].sort(), [LOAD, NORMALIZE, PIPELINE]);
    const { hash, outputFile, ...load } = nodes.get(LOAD)!;
    assert.deepEqual(load, {
      ...{ call: LOAD, functionName: 'load', parents: [PIPELINE], children: [] },
      files: ['data/counts.csv'],
      fileHashes: new Map([['data/counts.csv', sha256('x ')]]),
    });
    assert.equal(sha256(readFileSync(outputFile)), hash);
    assert.deepEqual(nodes.get(PIPELINE)?.children, [LOAD, NORMALIZE]);
    assert.deepEqual(nodes.get(NORMALIZE)?.files, []);
  });

  test('that would be computed anew name the files that changed, near and far', async () => {
    await using rig = await memoRig(FILES);
    const memo = await run(rig);
    assert.deepEqual(memo.changedFiles(), new Map());
    for (const change of [() => rig.write('data/counts.csv', 'z'), () => rig.remove('data/counts.csv')]) {
      change();
      const changed = memo.changedFiles();
      assert.deepEqual([...changed.keys()].sort(), [LOAD, PIPELINE]);
      assert.deepEqual(changed.get(LOAD)?.changedFiles, ['data/counts.csv']);
      assert.deepEqual(changed.get(PIPELINE)?.changedFiles, ['data/counts.csv']);
      assert.equal(changed.get(PIPELINE)?.node.functionName, 'pipeline');
    }
  });

  test('that would be computed anew for another reason say which call it is', async () => {
    await using rig = await memoRig(FILES);
    const memo = await run(rig);
    rmSync(memo.nodes().get(NORMALIZE)!.outputFile);
    const changed = [...memo.changedFiles()].map(([call, { changedCalls }]) => [call, changedCalls]);
    assert.deepEqual(changed, [
      [PIPELINE, [NORMALIZE]],
      [NORMALIZE, [NORMALIZE]],
    ]);
  });

  test('are found by their file, in every spelling of it', async () => {
    await using rig = await memoRig(FILES);
    const memo = await run(rig);
    symlinkSync(rig.root, join(rig.root, '../link'));
    for (const path of [
      'data/counts.csv',
      './data//counts.csv',
      'data/../data/counts.csv',
      join(rig.root, 'data/counts.csv'),
      join(rig.root, '../link/data/counts.csv'),
    ]) {
      const found = memo.forFile(path);
      assert.deepEqual([found.kind, [...found.nodes.keys()]], ['used', [LOAD, PIPELINE]], path);
    }
  });

  test('are none for a file that nobody tracked, which is another thing than no file', async () => {
    await using rig = await memoRig(FILES);
    const memo = await run(rig);
    assert.deepEqual(memo.forFile('data/other.csv'), { kind: 'unused', nodes: new Map() });
    assert.deepEqual(memo.forFile('data/count.csv'), { kind: 'unknown', nodes: new Map() });
    rig.remove('data/counts.csv');
    assert.equal(memo.forFile('data/counts.csv').kind, 'used', 'it is gone, and a call looked at it');
  });

  test('are forgotten by a reset, and made again', async () => {
    await using rig = await memoRig(FILES);
    const memo = await run(rig);
    memo.reset();
    assert.deepEqual([memo.nodes().size, memo.prune({ maxBytes: 0 }).strays], [0, 0]);
    assert.equal((await run(rig)).nodes().size, 3);
    rig.open().reset();
    assert.equal(existsSync(join(rig.folder, 'calls')), false);
  });
});

describe('a tracked file', () => {
  test('is read by the path that tracking answers, wherever the process runs', async () => {
    await using rig = await memoRig(FILES);
    const memo = rig.open();
    const paths = memo.cached(() => [trackFile('data/counts.csv'), trackFile(join(rig.root, 'data/other.csv'))], {
      name: 'paths',
    });
    assert.deepEqual(
      (await paths()).map((path) => relative(rig.root, path)),
      ['data/counts.csv', 'data/other.csv'],
    );
  });
});

describe('a picture of a memo', () => {
  test('is written as its name says, in one call', async () => {
    await using rig = await memoRig(FILES);
    const memo = await run(rig);
    for (const [name, start] of [
      ['graph.svg', '<svg '],
      ['graph.png', '\x89PNG'],
      ['graph.mmd', 'flowchart '],
      ['graph.DOT', 'digraph '],
    ] as const) {
      const drawing = await memo.plot({ output: join(rig.root, name) });
      const written = readFileSync(join(rig.root, name));
      assert.ok(written.equals(Buffer.from(drawing as Uint8Array)), name);
      assert.ok(written.toString('latin1').includes(start), name);
    }
    await assert.rejects(
      memo.plot({ output: 'graph.pdf' }),
      /ends in one of \.svg, \.png, \.mmd, \.dot, got "graph\.pdf"/,
    );
  });

  test('shows in amber what is stale, unless nobody wants to know', async () => {
    await using rig = await memoRig(FILES);
    const memo = await run(rig);
    assert.doesNotMatch(String(await memo.plot()), /class="[^"]*stale|fill="#FBBC04".*load/i);
    rig.write('data/counts.csv', 'z');
    const [with_, without] = [String(await memo.plot()), String(await memo.plot({ highlightStale: false }))];
    assert.match(with_, /load\(.*: stale/);
    assert.doesNotMatch(without, /load\(.*: stale/);
    assert.match(without, /#1D3557/i);
    assert.match(without, /#E8F0FE/i);
  });
});

describe('a memo whose signal is aborted', () => {
  test('begins no call any more', async () => {
    await using rig = await memoRig();
    const stop = new AbortController();
    const memo = rig.open({ signal: stop.signal });
    const one = memo.cached(() => 1, { name: 'one' });
    assert.equal(await one(), 1);
    stop.abort(new Error('enough'));
    await assert.rejects(one(), /enough/);
  });
});
