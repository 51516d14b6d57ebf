import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { UserError } from '../../src/core/user-error.ts';
import type { SitePath } from '../../src/core/paths.ts';
import type { CacheStore, Restored } from '../../src/store/port.ts';
import { flowRig, NOW, runJob } from '../support/flow-rig.ts';

const DAY = 86_400_000;

/** A store that answers as it is told, and counts how often it is asked. */
function storeAnswering(
  answer: (signal: AbortSignal | undefined) => Promise<Restored>,
): CacheStore & { asked: number } {
  const store = {
    name: 'directory' as const,
    asked: 0,
    restore: ({ signal }: { signal?: AbortSignal }) => {
      store.asked += 1;
      return answer(signal);
    },
    save: () => Promise.resolve({ kind: 'unavailable', why: 'not asked for' } as const),
  };
  return store;
}

test('a restored tree is told with its age, its commit and its event, and what it is worth goes to the later step', async () => {
  await using rig = await flowRig();
  const saved = await runJob(rig);
  assert.equal(saved.kind, 'saved');
  await rig.checkOut();
  const { report, handoff, keys } = await rig.prepare({ now: NOW + 3 * DAY });
  assert.equal(report.cache.kind, 'exact');
  assert.deepEqual(report.cache.from, {
    commit: 'c0ffeec0ffeec0ffeec0ffeec0ffeec0ffeec0ff',
    recordedAt: new Date(NOW).toISOString(),
    ageSeconds: 3 * 86_400,
    event: 'push',
  });
  assert.equal(report.cache.tried, 4);
  assert.deepEqual(report.cachePolicy?.access, 'read-write');
  assert.deepEqual([handoff.matchedKey, handoff.key], [keys.key, keys.key]);
  assert.match(handoff.worth ?? '', /^[0-9a-f]{64}$/);
});

test('a state older than max-age is refused, and leaves no trace in the site', async () => {
  await using rig = await flowRig();
  const limited = { inputs: { maxAge: DAY } };
  await runJob(rig, limited);
  await rig.checkOut();
  const young = await rig.prepare({ now: NOW + DAY, ...limited });
  assert.equal(young.report.cache.kind, 'prefix');
  await rig.checkOut();
  const late = { now: NOW + DAY + 1, ...limited };
  const old = await rig.prepare(late);
  assert.equal(old.report.cache.kind, 'rejected');
  assert.match(old.report.warnings.join('\n'), /The stored state was not used: .*: it is older than max-age permits/);
  assert.deepEqual([old.report.gate.mode, existsSync(join(rig.path, '.bengal'))], ['full', false]);
  // Its place is taken by what is built now, though the sources are the same.
  rig.build();
  assert.equal((await rig.persist(old, late)).kind, 'saved');
  await rig.checkOut();
  assert.equal((await rig.prepare(late)).report.cache.kind, 'exact');
});

test('a tree of another configuration, Bengal or place is found by the wider prefixes, and by those of the user', async () => {
  await using rig = await flowRig();
  const { key } = await runJob(rig);
  for (const [inputs, mode] of [
    [{ buildFlags: ['--fast'] }, 'full'],
    [{ bengalVersion: '0.5.2' }, 'full'],
    [{ keyPrefix: 'mine', restoreKeys: ['bengal-cache/v3/'] }, 'skip'],
  ] as const) {
    await rig.checkOut();
    const { report } = await rig.prepare({ inputs });
    assert.equal(report.cache.kind, 'prefix');
    assert.deepEqual([report.cache.matchedKey, report.gate.mode], [key, mode]);
  }
  await rig.checkOut();
  assert.equal((await rig.prepare({ inputs: { keyPrefix: 'mine' } })).report.cache.kind, 'miss');
});

const REQUEST = { event: 'pull_request', ref: 'refs/pull/7/merge', headRepository: 'someone/site' };

test('what a branch has left is refused by the default branch and by another repository', async () => {
  await using rig = await flowRig();
  const branch = { event: 'push', ref: 'refs/heads/feature' };
  await runJob(rig, { run: branch });
  for (const [run, kind] of [
    [{}, 'rejected'],
    [{ ...branch, repository: 'some/fork' }, 'rejected'],
    [branch, 'exact'],
    [REQUEST, 'exact'],
  ] as const) {
    await rig.checkOut();
    const { report } = await rig.prepare({ run });
    assert.equal(report.cache.kind, kind, JSON.stringify(run));
  }
});

test('what a pull request has left is found by itself, and by no branch unless somebody gives a prefix for it', async () => {
  await using rig = await flowRig();
  await runJob(rig, { run: REQUEST });
  const restoreKeys = ['bengal-cache/'];
  for (const [run, inputs, kind] of [
    [REQUEST, {}, 'exact'],
    [{}, {}, 'miss'],
    [{}, { restoreKeys }, 'rejected'],
    [{ ...REQUEST, repository: 'some/fork', headRepository: 'some/fork' }, {}, 'rejected'],
  ] as const) {
    await rig.checkOut();
    const { report } = await rig.prepare({ run, inputs });
    assert.equal(report.cache.kind, kind, JSON.stringify([run, inputs]));
  }
});

test('a pull request builds upon what its branch has built of the same tree as upon its own', async () => {
  await using rig = await flowRig();
  const { key } = await runJob(rig);
  await rig.checkOut();
  const { report, handoff } = await rig.prepare({ run: REQUEST });
  assert.deepEqual([report.cache.kind, report.gate.mode, handoff.matchedKey], ['exact', 'skip', key]);
  await rig.checkOut();
  const found = await rig.prepare({ run: REQUEST, inputs: { lookupOnly: true } });
  assert.ok(found.report.cache.kind === 'found' && found.report.cache.matchedKey === found.report.cache.key);
});

test('a store that never answers is given up after the time that is set, and everything is built', async () => {
  await using rig = await flowRig();
  const store = storeAnswering(
    (signal) =>
      new Promise((resolve) => {
        const why = (): string => (signal?.reason as Error).message;
        signal?.addEventListener('abort', () => resolve({ kind: 'unavailable', why: why() }));
      }),
  );
  for (const lookupOnly of [false, true]) {
    const { report } = await rig.prepare({ store, inputs: { restoreTimeout: 20, lookupOnly } });
    assert.equal(report.cache.kind, 'unavailable');
    assert.match(report.cache.why, /gave up .* after 0.02 s/);
    assert.equal(report.gate.mode, 'full');
  }
});

test('where nothing may be read the store is not asked, and the reason is told', async () => {
  await using rig = await flowRig();
  const store = storeAnswering(() => Promise.resolve({ kind: 'miss', why: '' }));
  const { report } = await rig.prepare({ store, run: { event: 'release' } });
  assert.equal(store.asked, 0);
  assert.deepEqual(report.cache, { kind: 'off', why: 'what a release publishes is built from nothing but its commit' });
  assert.deepEqual(report.cachePolicy, { access: 'off', why: report.cache.why });
});

test('trouble of any kind is one warning and a full build', async () => {
  await using rig = await flowRig();
  for (const kind of ['unavailable', 'denied', 'absent'] as const) {
    const { report } = await rig.prepare({ store: storeAnswering(() => Promise.resolve({ kind, why: 'so it is' })) });
    assert.deepEqual([report.gate.mode, report.warnings], ['full', ['The cache could not be used: so it is']], kind);
  }
});

test('fail-on-cache-miss is the wish of the user, so it fails with a message of its own', async () => {
  await using rig = await flowRig();
  for (const options of [
    { inputs: { failOnCacheMiss: true } },
    { inputs: { failOnCacheMiss: true, lookupOnly: true } },
    { inputs: { failOnCacheMiss: true }, run: { event: 'release' } },
  ])
    await assert.rejects(rig.prepare(options), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^Input `fail-on-cache-miss` is true, and nothing was restored: /);
      return true;
    });
  await runJob(rig);
  await rig.checkOut();
  assert.equal((await rig.prepare({ inputs: { failOnCacheMiss: true, lookupOnly: true } })).report.cache.kind, 'found');
  assert.equal(existsSync(join(rig.path, '.bengal')), false);
});

test('a path that is a source is refused before anything is asked or written', async () => {
  await using rig = await flowRig();
  const store = storeAnswering(() => Promise.resolve({ kind: 'miss', why: '' }));
  const extraPaths = ['content', 'templates/x'] as SitePath[];
  await assert.rejects(rig.prepare({ store, inputs: { extraPaths } }), (error) => {
    assert.deepEqual([(error as UserError).problems.length, store.asked], [2, 0]);
    return true;
  });
});
