import assert from 'node:assert/strict';
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { packArchive } from '../../src/archive/pack.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { StageCache } from '../../src/stage-job/stage-cache.ts';
import { finishStage, readyStage, type FinishedStage, type ReadyStage } from '../../src/stage-job/stage-ready.ts';
import { placeOf } from '../../src/stages/check.ts';
import { writeRecord } from '../../src/stages/entry-files.ts';
import type { FileRecord } from '../../src/stages/file-record.ts';
import { defineStage, type StageFields } from '../../src/stages/stage-definition.ts';
import { directoryStore } from '../../src/store/directory.ts';
import type { CacheStore } from '../../src/store/port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { NOON, stageRig, told, type StageRig } from './stage-rig.ts';

const FIELDS: StageFields = {
  name: 'links',
  inputs: ['content/**'],
  outputs: ['out/*.txt', 'page/'],
  scope: 'job',
  ttl: '12h',
  cacheOutputs: true,
};

interface Shared extends AsyncDisposable {
  readonly store: CacheStore;
  /** Keys in the order in which they were saved. */
  readonly saved: readonly string[];
  cache(more?: Partial<StageCache>): StageCache;
}

/** One cache that several machines share. */
async function shared(): Promise<Shared> {
  const folder = await temporaryFolder();
  const directory = directoryStore({ root: join(folder.path, 'store') });
  const saved: string[] = [];
  const store: CacheStore = {
    ...directory,
    async save(request) {
      const outcome = await directory.save(request);
      if (outcome.kind === 'saved') saved.push(request.key);
      return outcome;
    },
  };
  const usual = { prefix: 'bengal-cache', mayRestore: true, maySave: true, trust: 'branch', needs: 'branch' } as const;
  return {
    store,
    saved,
    cache: (more = {}) => ({ store, ...usual, ...more }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** A fresh checkout. */
function machine(more: Readonly<Record<string, string>> = {}): Promise<StageRig> {
  return stageRig({ 'content/a.md': 'a', 'content/b.md': 'b', ...more });
}

function ready(rig: StageRig, cache: StageCache, fields: Partial<StageFields> = {}): Promise<ReadyStage> {
  return readyStage(defineStage({ ...FIELDS, ...fields }), rig.context(), cache);
}

/** Runs the stage as if it had succeeded with these outputs. */
async function succeed(
  rig: StageRig,
  cache: StageCache,
  more: { fields?: Partial<StageFields>; outputs?: Readonly<Record<string, string>> } = {},
): Promise<FinishedStage> {
  const begun = await ready(rig, cache, more.fields);
  const outputs = more.outputs ?? { 'out/report.txt': 'fine', 'page/index.html': 'page', 'page/deep/x.html': 'x' };
  for (const [path, content] of Object.entries(outputs)) rig.write(path, content);
  const finished = await finishStage(begun, cache);
  assert.equal(finished.recorded.kind, 'recorded', JSON.stringify(finished.recorded));
  return finished;
}

function leftovers(rig: StageRig): string[] {
  return readdirSync(rig.root).filter((name) => name.startsWith('.bengal-cache'));
}

describe('successes travel from job to job', () => {
  test('a fresh machine skips, and has the outputs of the success', async () => {
    await using one = await machine();
    await using other = await machine({ 'page/stale.html': 'of an older run' });
    await using common = await shared();
    assert.deepEqual(await succeed(one, common.cache()).then(({ stored, warnings }) => ({ stored, warnings })), {
      stored: true,
      warnings: [],
    });
    other.now = NOON + 3_600_000;
    const there = await ready(other, common.cache());
    assert.deepEqual([told(there.check), there.from, there.fetched, there.warnings], ['skip', 'cache', 3, []]);
    assert.equal(there.check.verdict.age, 3600);
    assert.equal(other.read('out/report.txt'), 'fine');
    assert.equal(other.read('page/deep/x.html'), 'x');
    assert.equal(existsSync(join(other.root, 'page/stale.html')), false, 'an output folder is replaced as a whole');
    assert.deepEqual(leftovers(other), []);
    // The record is there now: the next check needs no cache.
    assert.equal(told(await other.check({ ...FIELDS, verifyOutputs: true })), 'skip');
  });

  test('an edit is explained by the newest success, though nothing of it is here', async () => {
    await using one = await machine();
    await using other = await machine({ 'content/a.md': 'edited' });
    await using common = await shared();
    await succeed(one, common.cache());
    const there = await ready(other, common.cache());
    assert.ok(told(there.check).includes('inputs-changed'));
    const [reason] = there.check.verdict.kind === 'run' ? there.check.verdict.reasons : [];
    assert.deepEqual(reason?.kind === 'inputs-changed' && reason.changes, {
      added: [],
      modified: ['content/a.md'],
      deleted: [],
    });
    assert.equal(existsSync(join(other.root, 'out')), false, 'nothing of another tree is installed');
    assert.equal(existsSync(join(other.root, '.bengal')), false);
  });

  test('back on an older tree, its own success counts, not the last', async () => {
    await using one = await machine();
    await using common = await shared();
    await succeed(one, common.cache(), { outputs: { 'out/report.txt': 'first', 'page/i.html': '1' } });
    one.write('content/a.md', 'A');
    await succeed(one, common.cache(), { outputs: { 'out/report.txt': 'second', 'page/i.html': '2' } });
    one.write('content/a.md', 'a');
    const back = await ready(one, common.cache());
    assert.deepEqual([told(back.check), back.from], ['skip', 'cache']);
    assert.equal(one.read('out/report.txt'), 'first', 'the outputs are those of the older tree');
    assert.equal(one.read('page/i.html'), '1');
  });

  test('without outputs in the cache, those that lie here must be those of the success', async () => {
    await using one = await machine();
    await using same = await machine({ 'out/report.txt': 'fine', 'page/index.html': 'page' });
    await using different = await machine({ 'out/report.txt': 'of another run', 'page/index.html': 'page' });
    await using none = await machine();
    await using common = await shared();
    const fields = { cacheOutputs: false };
    const outputs = { 'out/report.txt': 'fine', 'page/index.html': 'page' };
    await succeed(one, common.cache(), { fields, outputs });
    assert.equal(common.saved.length, 1);
    assert.equal(told((await ready(same, common.cache(), fields)).check), 'skip');
    assert.deepEqual(told((await ready(different, common.cache(), fields)).check), ['output-differs']);
    assert.deepEqual(told((await ready(none, common.cache(), fields)).check), ['output-missing']);
  });

  test('lost outputs come back for a record that is still here', async () => {
    await using one = await machine();
    await using common = await shared();
    await succeed(one, common.cache());
    one.remove('out');
    const again = await ready(one, common.cache());
    assert.deepEqual([told(again.check), again.from, again.fetched], ['skip', 'here', 3]);
  });

  test('an expired success is replaced by a new one of the same tree, and its outputs are stored once', async () => {
    await using one = await machine();
    await using other = await machine();
    await using common = await shared();
    await succeed(one, common.cache());
    one.now += 13 * 3_600_000;
    other.now = one.now;
    assert.deepEqual(told((await ready(other, common.cache())).check), ['output-missing', 'expired']);
    await succeed(one, common.cache());
    assert.equal(common.saved.filter((key) => key.includes('/stage-outputs/')).length, 1);
    assert.equal(common.saved.filter((key) => key.includes('/stage/')).length, 2);
    const there = await ready(other, common.cache());
    assert.deepEqual([told(there.check), there.check.verdict.age], ['skip', 0]);
  });

  test('jobs, stages and trusts have successes of their own', async () => {
    await using one = await machine();
    await using other = await machine();
    await using common = await shared();
    await succeed(one, common.cache({ trust: 'outside', needs: 'outside' }));
    for (const cache of [common.cache({ needs: 'branch' }), common.cache({ needs: 'default-branch' })])
      assert.deepEqual(told((await ready(other, cache)).check), ['never-recorded']);
    for (const fields of [{ name: 'link' }, { name: 'links-2' }, { scope: 'job 2' }])
      assert.deepEqual(told((await ready(other, common.cache({ needs: 'outside' }), fields)).check), [
        'never-recorded',
      ]);
    assert.equal(told((await ready(other, common.cache({ needs: 'outside' }))).check), 'skip');
  });

  test('who may not restore does not, who may not save does not', async () => {
    await using one = await machine();
    await using other = await machine();
    await using common = await shared();
    assert.equal((await succeed(one, common.cache({ maySave: false }))).stored, false);
    assert.deepEqual(common.saved, []);
    await succeed(one, common.cache());
    assert.deepEqual(told((await ready(other, common.cache({ mayRestore: false }))).check), ['never-recorded']);
  });

  test('the cache is not asked where it cannot help', async () => {
    await using one = await machine();
    const store: CacheStore = {
      name: 'directory',
      restore: () => assert.fail('asked'),
      save: () => assert.fail('asked'),
    };
    const cache: StageCache = { store, prefix: 'p', mayRestore: true, maySave: true, trust: 'branch', needs: 'branch' };
    assert.deepEqual(told((await ready(one, cache, { inputs: [] })).check), ['no-inputs', 'never-recorded']);
    assert.ok(told((await ready(one, cache, { inputs: ['nothing'] })).check).includes('input-missing'));
  });
});

describe('nothing from a cache is trusted', () => {
  test('trouble with the store is a warning, and the stage runs', async () => {
    await using one = await machine();
    const why = 'the service is down';
    const unavailable = async (): Promise<{ kind: 'unavailable'; why: string }> => ({ kind: 'unavailable', why });
    const store: CacheStore = { name: 'directory', restore: unavailable, save: unavailable };
    const cache: StageCache = { store, prefix: 'p', mayRestore: true, maySave: true, trust: 'branch', needs: 'branch' };
    const there = await ready(one, cache);
    assert.deepEqual(told(there.check), ['never-recorded']);
    assert.deepEqual(there.warnings, ['The record of links was not restored: the service is down']);
    const finished = await succeed(one, cache);
    assert.deepEqual(finished.warnings, [
      'The outputs of links were not stored: the service is down',
      'The record of links was not stored: the service is down',
    ]);
  });

  test('outputs of a kind that is never cached are not stored, and that is said', async () => {
    await using one = await machine();
    await using common = await shared();
    const outputs = { 'out/report.txt': 'fine', 'page/lib/native.so': 'x' };
    const finished = await succeed(one, common.cache(), { outputs });
    assert.deepEqual(finished.warnings, [
      'The outputs of links were not stored: page/lib/native.so is a link, or of a kind that is never cached',
    ]);
    one.remove('page/lib');
    one.link('page/link.html', '../out/report.txt');
    one.write('content/a.md', 'A');
    const linked = await succeed(one, common.cache(), { outputs: {} });
    assert.match(linked.warnings[0] ?? '', /page\/link\.html is a link, or of a kind/);
    assert.equal(common.saved.filter((key) => key.includes('/stage-outputs/')).length, 0);
  });

  test('an output that can be executed comes back as one', async () => {
    await using one = await machine();
    await using other = await machine();
    await using common = await shared();
    const begun = await ready(one, common.cache());
    for (const path of ['out/report.txt', 'page/run']) one.write(path, '#!/bin/sh');
    one.mode('page/run', 0o755);
    assert.deepEqual((await finishStage(begun, common.cache())).warnings, []);
    const there = await ready(other, common.cache());
    assert.deepEqual([told(there.check), there.warnings], ['skip', []]);
    assert.equal(lstatSync(join(other.root, 'page/run')).mode & 0o777, 0o755);
    assert.equal(lstatSync(join(other.root, 'out/report.txt')).mode & 0o111, 0);
  });

  /** A cache that answers with an archive of the attacker's making wherever it is asked for this key. */
  async function forge(
    { store, cache }: Pick<Shared, 'store' | 'cache'>,
    key: string | undefined,
    files: Readonly<Record<string, string>>,
  ): Promise<StageCache> {
    assert.ok(key);
    await using attacker = await stageRig(files);
    const file = join(attacker.root, 'archive');
    assert.equal((await packArchive({ root: attacker.root, paths: Object.keys(files), file })).kind, 'packed');
    const bytes = readFileSync(file);
    return cache({
      store: {
        ...store,
        async restore(request) {
          if (![request.key, ...request.restoreKeys].some((asked) => key.startsWith(asked)))
            return await store.restore(request);
          writeFileSync(request.file, bytes);
          return { kind: request.key === key ? 'exact' : 'prefix', key };
        },
      },
    });
  }

  test('an archive of records may hold nothing but this record', async () => {
    await using one = await machine();
    await using other = await machine();
    await using common = await shared();
    await succeed(one, common.cache());
    const record = {
      '.bengal/stages/links.stage': one.read('.bengal/stages/links.stage'),
      '.bengal/stages/links.files': one.read('.bengal/stages/links.files'),
    };
    for (const more of [
      '.github/workflows/x.yml',
      'content/a.md',
      '.bengal/stages/other.stage',
      '.bengal/cache.json',
    ]) {
      const cache = await forge(common, common.saved.at(-1), { ...record, [more]: 'hostile' });
      const there = await ready(other, cache);
      assert.deepEqual(told(there.check), ['never-recorded']);
      assert.match(there.warnings[0] ?? '', /^The record of links was not restored: .*not among the paths/);
    }
    assert.equal(other.read('content/a.md'), 'a');
    for (const damaged of [{ '.bengal/stages/links.stage': 'version=1\n' }, { '.bengal/stages/links.files': '' }]) {
      const cache = await forge(common, common.saved.at(-1), { ...record, ...damaged });
      assert.deepEqual(told((await ready(other, cache)).check), ['never-recorded']);
    }
    const name = '.bengal/stages/links.stage';
    const renamed = { ...record, [name]: record[name].replace('name=links', 'name=other') };
    const stolen = await ready(other, await forge(common, common.saved.at(-1), renamed));
    assert.deepEqual(told(stolen.check), ['never-recorded']);
  });

  test('outputs that are not the recorded ones, and files that are no outputs, are not installed', async () => {
    await using one = await machine();
    await using common = await shared();
    await succeed(one, common.cache());
    const good = { 'out/report.txt': 'fine', 'page/index.html': 'page', 'page/deep/x.html': 'x' };
    const key = common.saved.find((saved) => saved.includes('/stage-outputs/'));
    const cut = { 'out/report.txt': 'fine', 'page/deep/x.html': 'x' };
    for (const outputs of [
      { ...good, 'out/report.txt': 'evil' },
      cut,
      { ...good, 'page/more.html': 'evil' },
      { ...good, '.github/workflows/x.yml': 'evil' },
    ]) {
      await using other = await machine();
      const there = await ready(other, await forge(common, key, outputs));
      assert.deepEqual(told(there.check), ['output-missing']);
      assert.match(there.warnings[0] ?? '', /^The outputs of links were not restored: /);
      assert.deepEqual(readdirSync(other.root), ['content']);
    }
  });

  test('a record that claims files elsewhere as its outputs cannot bring them in', async () => {
    await using attacker = await machine({ 'out/report.txt': 'fine', 'page/index.html': 'page' });
    await using common = await shared();
    const finished = await succeed(attacker, common.cache(), { outputs: {} });
    assert.ok(finished.recorded.kind === 'recorded');
    const extra = { path: 'content/a.md', kind: 'file', digest: sha256('evil') } as FileRecord;
    const outputs = finished.recorded.outputs.records();
    const listing = { input: [], code: [], output: [...outputs, extra] };
    const { entry } = finished.recorded;
    writeRecord(placeOf(attacker.context()), { ...entry, recorded: entry.recorded + 1 }, listing);
    const paths = ['.bengal/stages/links.stage', '.bengal/stages/links.files'] as const;
    const forged = await forge(
      common,
      common.saved.at(-1),
      Object.fromEntries(paths.map((path) => [path, attacker.read(path)])),
    );
    const key = common.saved.find((saved) => saved.includes('/stage-outputs/'));
    const files = { 'out/report.txt': 'fine', 'page/index.html': 'page', 'content/a.md': 'evil' };
    const both = await forge({ ...common, store: forged.store }, key, files);
    await using victim = await machine();
    const there = await ready(victim, both);
    assert.notEqual(told(there.check), 'skip');
    assert.equal(victim.read('content/a.md'), 'a');
  });
});
