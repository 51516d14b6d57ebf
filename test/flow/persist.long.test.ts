import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SaveReport } from '../../src/report/save-words.ts';
import { readManifest } from '../../src/manifest/manifest-file.ts';
import type { CacheStore, Saved } from '../../src/store/port.ts';
import { directoryStore } from '../../src/store/directory.ts';
import { flowRig, NOW, runJob, type FlowRig } from '../support/flow-rig.ts';
import { tamperedArchive } from '../support/hostile-archives.ts';

const STORED = 'the build of these sources is stored already, by another run';

function whyOf(report: SaveReport): string {
  return report.kind === 'saved' ? 'saved' : report.why;
}

test('what is saved is recorded with the run that built it', async () => {
  await using rig = await flowRig();
  const report = await runJob(rig, { inputs: { buildFlags: ['--strict'], profile: 'writer' } });
  assert.equal(report.kind, 'saved');
  assert.deepEqual([report.build, report.recordMs, report.storeMs], ['full', 1000, 1000]);
  const found = await readManifest(rig.path);
  assert.equal(found.kind, 'read');
  const { manifest } = found;
  assert.deepEqual(
    [manifest.recordedAt, manifest.commit, manifest.bengal, manifest.python, manifest.environment],
    [new Date(NOW).toISOString(), 'c0ffee'.repeat(7).slice(0, 40), '0.5.1', '3.14', 'production'],
  );
  assert.deepEqual([manifest.profile, manifest.flags], ['writer', ['--strict']]);
  assert.deepEqual(manifest.origin, {
    repository: 'someone/site',
    event: 'push',
    ref: 'refs/heads/main',
    fork: false,
    trust: 'default-branch',
  });
  assert.ok(report.key.endsWith(`/tree-${manifest.treeDigest.slice(0, 32)}`));
  for (const [path, source] of manifest.sources) assert.match(source.gitId, /^[0-9a-f]{40}$/, path);
});

test('a tree that is stored is not stored again: not restored, nor by another run meanwhile', async () => {
  await using rig = await flowRig();
  await runJob(rig);
  await rig.checkOut();
  assert.equal(whyOf(await rig.persist(await rig.prepare())), 'no build has written a state since the restore');
  assert.equal(whyOf(await runJob(rig)), 'the build of these sources is stored already');
  await rig.checkOut();
  const late = await rig.prepare({ inputs: { lookupOnly: true } });
  rig.build();
  assert.equal(whyOf(await rig.persist(late)), 'the build of these sources is stored already, by another run');
});

test('a build that made nothing new is not stored a second time under another key', async () => {
  await using rig = await flowRig();
  const first = await runJob(rig);
  await rig.checkOut();
  // The same tree at another place of the key: the worth is the same.
  const prepared = await rig.prepare({
    inputs: { restoreKeys: ['bengal-cache/'], keyPrefix: 'other', gate: 'always-full' },
  });
  assert.equal(prepared.handoff.matchedKey, first.key);
  rig.build();
  const report = await rig.persist(prepared, { inputs: { keyPrefix: 'other' } });
  assert.equal(whyOf(report), 'what was built is worth no more than what was restored');
});

test('an edited source is worth a new entry, even where it left no trace in the output', async () => {
  await using rig = await flowRig();
  await runJob(rig);
  await rig.checkOut();
  const path = 'content/about.md';
  const text = await rig.read(path);
  await rig.write(path, `${text}\nMore.\n`);
  const prepared = await rig.prepare();
  assert.equal(prepared.report.cache.kind, 'prefix');
  await rig.write('.bengal/provenance/index.json', `${await rig.read('.bengal/provenance/index.json')}\n`);
  assert.equal((await rig.persist(prepared)).kind, 'saved');
});

test('sources that a step makes after the restore are saved under the key of the tree that has them', async () => {
  await using rig = await flowRig();
  const prepared = await rig.prepare();
  rig.build();
  await rig.write('data/generated.yaml', 'x: 1\n');
  const report = await rig.persist(prepared);
  assert.equal(report.kind, 'saved');
  assert.ok(!report.key.startsWith(prepared.keys.key));
});

test('after a job that did not end well there is a reason, or a key of its own', async () => {
  await using rig = await flowRig();
  assert.equal(whyOf(await runJob(rig, { jobStatus: 'failure' })), 'the job failed, and save-always is false');
  assert.equal(whyOf(await runJob(rig, { jobStatus: 'cancelled' })), 'the job was cancelled, and save-always is false');
  for (const jobStatus of ['failure', 'cancelled', 'unknown'] as const) {
    const report = await runJob(rig, { jobStatus, inputs: { saveAlways: true, keyPrefix: jobStatus } });
    assert.equal(report.kind, 'saved', whyOf(report));
    assert.match(report.key, /\/unfinished-1-1$/);
  }
  assert.doesNotMatch((await runJob(rig, { jobStatus: 'unknown' })).key, /unfinished/);
});

test('what a failed job has left is never taken for a build that may be skipped, and gives way to one', async () => {
  await using rig = await flowRig();
  const failed = await runJob(rig, { jobStatus: 'failure', inputs: { saveAlways: true } });
  await rig.checkOut();
  const { report, keys } = await rig.prepare();
  assert.deepEqual([report.cache.kind, report.gate.mode], ['prefix', 'full']);
  assert.equal(report.cache.kind === 'prefix' && report.cache.matchedKey, failed.key);
  const after = await runJob(rig);
  assert.deepEqual([after.kind, after.key], ['saved', keys.key], whyOf(after));
});

test('a build of which nobody knows that it is whole does not take the key that a whole one will need', async () => {
  await using rig = await flowRig();
  await runJob(rig);
  await rig.checkOut();
  await rig.write('templates/watch.html', `${await rig.read('templates/watch.html')}<!-- edited -->`);
  const edited = await rig.read('templates/watch.html');
  const prepared = await rig.prepare();
  assert.equal(prepared.report.gate.mode, 'incremental');
  await rig.write('.bengal/provenance/index.json', `${await rig.read('.bengal/provenance/index.json')}\n`);
  const report = await rig.persist(prepared);
  assert.equal(report.kind, 'saved', whyOf(report));
  assert.match(report.key, /\/partial$/);
  await rig.checkOut();
  await rig.write('templates/watch.html', edited);
  const next = await rig.prepare();
  assert.equal(next.report.cache.kind === 'prefix' && next.report.cache.matchedKey, report.key);
  assert.notEqual(next.report.gate.mode, 'skip');
  await rig.write('.bengal/provenance/index.json', `${await rig.read('.bengal/provenance/index.json')}\n\n`);
  assert.equal(whyOf(await rig.persist(next)), 'the build of these sources is stored already');
});

/** Another tree's archive under this tree's key: its manifest is of another state than what lies beside it. */
async function spoilEntry(rig: FlowRig, key: string, spoil: (copy: string) => Promise<unknown>): Promise<void> {
  const archive = await tamperedArchive(rig.path, spoil);
  const file = join(rig.path, '..', 'spoilt.tar.zst');
  await writeFile(file, archive);
  assert.equal((await rig.store.save({ key, file })).kind, 'saved');
}

for (const [what, spoil, meets] of [
  ['cannot be used', (copy) => appendFile(join(copy, '.bengal/effects.json'), ' '), 'rejected'],
  ['lacks outputs', (copy) => appendFile(join(copy, 'public/index.html'), ' '), 'exact'],
] as const satisfies readonly (readonly [string, (copy: string) => Promise<unknown>, string])[]) {
  test(`an entry that ${what} does not keep its key from serving: what is built then stands in for it`, async () => {
    await using rig = await flowRig();
    const whole = await runJob(rig);
    const elsewhere = directoryStore({ root: join(rig.path, '..', 'store-2') });
    await spoilEntry({ ...rig, store: elsewhere }, whole.key, spoil);
    const options = { store: elsewhere };

    await rig.checkOut();
    const prepared = await rig.prepare(options);
    assert.deepEqual([prepared.report.cache.kind, prepared.report.gate.mode], [meets, 'full']);
    rig.build();
    const saved = await rig.persist(prepared, options);
    assert.deepEqual([saved.kind, saved.key], ['saved', `${whole.key}/replacement/1-1`], whyOf(saved));

    await rig.checkOut();
    const { report, keys, handoff } = await rig.prepare(options);
    const { cache } = report;
    assert.deepEqual([cache.kind, cache.kind === 'exact' && cache.matchedKey], ['exact', saved.key]);
    assert.deepEqual([keys.key, handoff.spoiltKey], [whole.key, undefined]);
    assert.deepEqual(
      report.warnings.filter((warning) => warning.includes('stored state')),
      [],
    );
    await rig.write('.bengal/provenance/index.json', `${await rig.read('.bengal/provenance/index.json')}\n`);
    assert.equal(whyOf(await rig.persist({ report, keys, handoff }, options)), STORED);
  });
}

test('who may not write has no reason to look at anything', async () => {
  await using rig = await flowRig();
  const store: CacheStore = {
    name: 'directory',
    restore: () => assert.fail('asked'),
    save: () => assert.fail('asked'),
  };
  const prepared = await rig.prepare({ run: { event: 'release' } });
  rig.build();
  const report = await rig.persist(prepared, { store });
  assert.deepEqual(
    [report.kind, whyOf(report)],
    ['nothing-to-save', 'what a release publishes is built from nothing but its commit'],
  );
});

test('whatever keeps a store from storing is told, and no more is tried', async () => {
  await using rig = await flowRig();
  const prepared = await rig.prepare();
  rig.build();
  const answers: readonly (readonly [Saved | 'silence', RegExp])[] = [
    [{ kind: 'denied', why: 'cache write denied: read-only token' }, /write denied/],
    [{ kind: 'unavailable', why: 'the service answered 429' }, /429/],
    [{ kind: 'absent', why: 'there is no service' }, /no service/],
    ['silence', /gave up saving after 0.05 s/],
  ];
  for (const [answer, why] of answers) {
    const store: CacheStore = {
      name: 'directory',
      restore: () => Promise.resolve({ kind: 'miss', why: '' }),
      save: ({ signal }) =>
        answer === 'silence'
          ? new Promise((resolve) => {
              const end = (): void => resolve({ kind: 'unavailable', why: (signal?.reason as Error).message });
              if (signal?.aborted === true) end();
              else signal?.addEventListener('abort', end);
            })
          : Promise.resolve(answer),
    };
    const report = await rig.persist(prepared, { store, inputs: { saveTimeout: answer === 'silence' ? 50 : 60_000 } });
    assert.equal(report.kind, 'trouble');
    assert.match(whyOf(report), why);
  }
});

test('a key that another run has taken meanwhile is no trouble', async () => {
  await using rig = await flowRig();
  const prepared = await rig.prepare();
  rig.build();
  const store: CacheStore = {
    name: 'directory',
    restore: () => Promise.resolve({ kind: 'miss', why: '' }),
    save: ({ key }) => Promise.resolve({ kind: 'exists', key }),
  };
  const report = await rig.persist(prepared, { store });
  assert.deepEqual(
    [report.kind, whyOf(report)],
    ['nothing-to-save', 'the build of these sources is stored already, by another run'],
  );
});

test('a look-up that fails is trouble enough: nothing is packed for a store that does not answer', async () => {
  await using rig = await flowRig();
  const prepared = await rig.prepare();
  rig.build();
  const store: CacheStore = {
    name: 'directory',
    restore: () => Promise.resolve({ kind: 'unavailable', why: 'the service answered 429' }),
    save: () => assert.fail('asked'),
  };
  const report = await rig.persist(prepared, { store });
  assert.deepEqual([report.kind, whyOf(report)], ['trouble', 'the service answered 429']);
});

test('a configuration that cannot be read any more is told, and nothing is saved', async () => {
  await using rig = await flowRig();
  const prepared = await rig.prepare();
  rig.build();
  await rig.write('config/_default/build.yaml', 'build: { output_dir: ../../x }\n');
  const report = await rig.persist(prepared);
  assert.equal(report.kind, 'trouble');
  assert.match(whyOf(report), /expected a folder inside the site/);
});
