import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../../src/entry/cli-commands.ts';
import { parseCli, type Command } from '../../src/entry/cli-options.ts';
import { UserError } from '../../src/core/user-error.ts';
import type { Report, ReportCache } from '../../src/report/report.ts';
import { flowRig, type FlowRig } from '../support/flow-rig.ts';

// Row 28: the command line in pipelines that are not GitHub's, with a folder as store that all of them can read.

type Variables = Readonly<Record<string, string>>;

const GITLAB = { CI: 'true', GITLAB_CI: 'true', CI_DEFAULT_BRANCH: 'main', CI_PROJECT_PATH: 'someone/site' };
const MAIN = { ...GITLAB, CI_COMMIT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'push' };
const TOPIC = { ...GITLAB, CI_COMMIT_BRANCH: 'topic', CI_PIPELINE_SOURCE: 'push' };
const request = (number: string): Variables => ({
  ...GITLAB,
  CI_MERGE_REQUEST_IID: number,
  CI_PIPELINE_SOURCE: 'merge_request_event',
});
const TAG = { ...GITLAB, CI_COMMIT_TAG: 'v1' };
const UNKNOWN = { CI: 'true' };
const PERSON = {};

async function cli(rig: FlowRig, variables: Variables, command: Command, ...args: string[]): Promise<string> {
  const parsed = parseCli(command, [
    ...args,
    '--format',
    'json',
    '--no-probe',
    '--bengal-version',
    '0.5.1',
    '--python-version',
    '3.14',
  ]);
  assert.ok(parsed.ok);
  let stdout = '';
  await runCommand(parsed.value, {
    cwd: rig.path,
    variables: { PATH: process.env['PATH'], ...variables },
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: () => undefined },
  });
  return stdout;
}

const report = async (rig: FlowRig, variables: Variables): Promise<Report> =>
  JSON.parse(await cli(rig, variables, 'report')) as Report;
const restore = async (rig: FlowRig, variables: Variables): Promise<ReportCache> =>
  JSON.parse(await cli(rig, variables, 'restore', '--store', '../folder')) as ReportCache;
const save = async (rig: FlowRig, variables: Variables): Promise<{ kind: string; why?: string }> =>
  JSON.parse(await cli(rig, variables, 'save', '--store', '../folder')) as { kind: string; why?: string };

/** A pipeline from a fresh checkout to the save of what it built. */
async function pipeline(rig: FlowRig, variables: Variables): Promise<{ kind: string; why?: string }> {
  await rig.checkOut();
  rig.build();
  await cli(rig, variables, 'record');
  return await save(rig, variables);
}

test('row 28: on the default branch nothing is kept without a record of what pages read', async () => {
  await using rig = await flowRig();
  rig.build();
  await cli(rig, MAIN, 'record');
  assert.equal((await report(rig, MAIN)).gate.mode, 'skip');
  await rig.write('content/about.md', `${await rig.read('content/about.md')}\nMore.\n`);
  const found = await report(rig, MAIN);
  assert.equal(found.gate.mode, 'full');
  assert.match(
    found.gate.reasons.map(({ detail }) => detail).join('\n'),
    /the last build did not record what its pages read/,
  );
});

test('row 28: what a merge request saves is restored by its own later runs, and by nobody else', async () => {
  await using rig = await flowRig();
  assert.equal((await pipeline(rig, request('7'))).kind, 'saved');
  for (const [variables, kind] of [
    [MAIN, 'miss'],
    [TOPIC, 'miss'],
    [request('8'), 'miss'],
    [UNKNOWN, 'miss'],
    [PERSON, 'miss'],
    [request('7'), 'exact'],
  ] as const) {
    await rig.checkOut();
    assert.equal((await restore(rig, variables)).kind, kind, JSON.stringify(variables));
    assert.equal(existsSync(join(rig.path, '.bengal')), kind === 'exact');
  }
});

test('row 28: what the default branch saves is restored by all that know which branch that is', async () => {
  await using rig = await flowRig();
  assert.equal((await pipeline(rig, MAIN)).kind, 'saved');
  for (const [variables, kind] of [
    [MAIN, 'exact'],
    [TOPIC, 'exact'],
    [request('7'), 'exact'],
    [UNKNOWN, 'miss'],
  ] as const) {
    await rig.checkOut();
    assert.equal((await restore(rig, variables)).kind, kind, JSON.stringify(variables));
  }
});

test('row 32: a tag takes nothing from the store and puts nothing there, and what lies there counts for nothing', async () => {
  await using rig = await flowRig();
  assert.equal((await pipeline(rig, MAIN)).kind, 'saved');
  const found = await report(rig, TAG);
  assert.equal(found.gate.mode, 'full');
  assert.match(found.gate.reasons[0]?.detail ?? '', /the cache is off here/);
  assert.equal((await save(rig, TAG)).kind, 'not-saved');
  await rig.checkOut();
  assert.equal((await restore(rig, TAG)).kind, 'off');
});

test('row 29: in a pipeline a state that does not say whose it is counts for nothing; a person knows whose it is', async () => {
  await using rig = await flowRig();
  rig.build();
  for (const variables of [MAIN, TOPIC, request('7'), UNKNOWN])
    assert.match(
      (await report(rig, variables)).gate.reasons[0]?.detail ?? '',
      /nothing says/,
      JSON.stringify(variables),
    );
  assert.doesNotMatch((await report(rig, PERSON)).gate.reasons.map(({ detail }) => detail).join(), /nothing says/);
  await cli(rig, request('7'), 'record');
  assert.match(
    (await report(rig, MAIN)).gate.reasons[0]?.detail ?? '',
    /a run of GitLab merge_request_event on 7 left it/,
  );
});

test('row 27: what nobody recorded is not stored, since nobody could check what comes back', async () => {
  await using rig = await flowRig();
  rig.build();
  const saved = await save(rig, MAIN);
  assert.deepEqual([saved.kind, (saved.why ?? '').includes('run bengal-cache record')], ['not-saved', true]);
});

test('row 28: the command line signs with a variable, never with an argument, and a short key is bad input', async () => {
  await using rig = await flowRig();
  const SITE_CACHE_SIGNING_KEY = 'a secret of the repository that is long enough';
  assert.equal((await pipeline(rig, { ...MAIN, SITE_CACHE_SIGNING_KEY })).kind, 'saved');
  await rig.checkOut();
  const without = await restore(rig, MAIN);
  assert.deepEqual([without.kind, 'why' in without && without.why.includes('it is signed')], ['rejected', true]);
  assert.equal((await restore(rig, { ...MAIN, SITE_CACHE_SIGNING_KEY })).kind, 'exact');
  await assert.rejects(restore(rig, { ...MAIN, SITE_CACHE_SIGNING_KEY: 'short-one' }), (thrown) => {
    assert.ok(thrown instanceof UserError);
    assert.match(thrown.message, /Variable SITE_CACHE_SIGNING_KEY: expected a secret of at least 32 characters, got 9/);
    assert.doesNotMatch(thrown.message, /short-one/);
    return true;
  });
  const parsed = parseCli('save', ['--signing-key', SITE_CACHE_SIGNING_KEY]);
  assert.equal(parsed.ok, false);
  await rm(join(rig.path, '..', 'folder'), { recursive: true });
});
