import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSiteConfig } from '../../src/flow/analyse.ts';
import { findBuiltBase } from '../../src/transfer/built-base.ts';
import { findDelta, type FoundDelta } from '../../src/delta-job/find-delta.ts';
import type { Prepared } from '../../src/flow/prepare.ts';
import type { CacheStore } from '../../src/store/port.ts';
import { flowRig, NOW, PUSH, type FlowRig, type JobOptions } from '../support/flow-rig.ts';
import { actionInputs } from '../support/inputs.ts';

const REQUEST = { event: 'pull_request', ref: 'refs/pull/7/merge', headRepository: 'someone/site' };

let builds = 0;

interface Built {
  readonly found: FoundDelta;
  readonly prepared: Prepared;
}

/** A job whose sources and home page say something else, from the restore to the save; with the delta before it saves. */
async function job(rig: FlowRig, words: string, options: JobOptions = {}): Promise<Built> {
  await rig.checkOut();
  appendFileSync(join(rig.path, 'content', 'index.md'), `\n${words}\n`);
  const prepared = await rig.prepare(options);
  rig.build();
  // A build writes another state each time.
  appendFileSync(join(rig.path, '.bengal', 'provenance', 'index.json'), '\n'.repeat(++builds));
  const page = join(rig.path, 'public', 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<h1[^>]*>[^<]*/, `<h1>${words}`));
  const found = await look(rig, prepared, options);
  assert.equal((await rig.persist(prepared, options)).kind, 'saved');
  return { found, prepared };
}

async function look(rig: FlowRig, { handoff }: Prepared, { run = {}, store }: JobOptions): Promise<FoundDelta> {
  const given = { before: handoff, run: { ...PUSH, ...run }, store: store ?? rig.store, timeout: 10_000, now: NOW };
  const base = await findBuiltBase(given);
  const config = loadSiteConfig(actionInputs({ site: rig.path, probe: false }), {});
  return await findDelta({ output: join(rig.path, 'public'), base, site: { root: rig.path, config } });
}

function told({ found: { delta } }: Built): unknown {
  const { base } = delta;
  const titles = delta.files.flatMap(({ page }) => page?.changed?.title ?? []);
  return [base.kind === 'none' ? base.why : base.name, ...titles.map(({ before, after }) => [before, after])];
}

test('a pull request is compared with the last build of its branch, however often it is built itself', async () => {
  await using rig = await flowRig();
  assert.deepEqual(told(await job(rig, 'Main')), ['this job has restored nothing']);
  for (const words of ['Request', 'Request again', 'And again'])
    assert.deepEqual(told(await job(rig, words, { run: REQUEST })), ['the last build of main', ['Main', words]]);
  assert.deepEqual(told(await job(rig, 'Main went on')), ['the last build', ['Main', 'Main went on']]);
  assert.deepEqual(
    told(await job(rig, 'The last', { run: REQUEST })),
    ['the last build of main', ['Main went on', 'The last']],
    'of what the branch has built since',
  );
});

test('a request that takes all back changes nothing, and one whose branch has built nothing is compared with itself', async () => {
  await using rig = await flowRig();
  assert.deepEqual(told(await job(rig, 'One', { run: REQUEST })), ['this job has restored nothing']);
  assert.deepEqual(told(await job(rig, 'Two', { run: REQUEST })), [
    'the last build of this pull request',
    ['One', 'Two'],
  ]);
  await job(rig, 'Main');
  await job(rig, 'Three', { run: REQUEST });
  const same = await job(rig, 'Main', { run: REQUEST });
  assert.deepEqual([told(same), same.found.delta.files], [['the last build of main'], []]);
});

/** A store of which the part of branches is found and cannot be fetched, or cannot even be asked. */
function failing(store: CacheStore, fails: (lookupOnly: boolean) => boolean): CacheStore {
  return {
    ...store,
    restore: async (request) =>
      request.key.startsWith('bengal-cache/v3/') && fails(request.lookupOnly === true)
        ? { kind: 'unavailable', why: 'so it is' }
        : await store.restore(request),
  };
}

test('where the state of the branch cannot be had, the last build of the request has to do', async () => {
  await using rig = await flowRig();
  await job(rig, 'Main');
  await job(rig, 'Request', { run: REQUEST });
  for (const [words, before, fails] of [
    ['Once', 'Request', (lookupOnly: boolean) => !lookupOnly],
    ['Twice', 'Once', () => true],
  ] as const)
    assert.deepEqual(told(await job(rig, words, { run: REQUEST, store: failing(rig.store, fails) })), [
      'the last build of this pull request',
      [before, words],
    ]);
});

test('only what was restored is looked at where the run may not restore, and where it is no pull request', async () => {
  const store: CacheStore = {
    name: 'directory',
    restore: () => assert.fail('the store was asked'),
    save: () => assert.fail('the store was asked'),
  };
  const before = { site: '/site', access: 'read-write', matchedKey: 'a', branchPrefix: 'b/' } as const;
  const options = { run: { ...PUSH, ...REQUEST }, store, timeout: 1, now: NOW };
  assert.deepEqual(await findBuiltBase({ ...options, before, run: PUSH }), { kind: 'recorded', site: '/site' });
  const restored = { kind: 'recorded', site: '/site', namesBranch: true };
  assert.deepEqual(await findBuiltBase({ ...options, before: { ...before, access: 'save-only' } }), restored);
  const unnamed = { site: before.site, access: before.access, matchedKey: before.matchedKey };
  assert.deepEqual(await findBuiltBase({ ...options, before: unnamed }), restored);
});
