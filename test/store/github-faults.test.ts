import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Restored, Saved } from '../../src/store/port.ts';
import type { Endpoint, Fault } from '../support/cache-service.ts';
import type { CallOnce } from './call-once.ts';
import { openGithubRig } from './github-rig.ts';
import type { GithubRig } from './github-rig.ts';

const CALL_ONCE = fileURLToPath(new URL('call-once.ts', import.meta.url));
const REFUSED_WRITE = 'cache write denied: this run may only read';

async function save(rig: GithubRig, key: string, timeoutMs = 20_000): Promise<Saved> {
  const file = join(rig.folder, 'to-save');
  await writeFile(file, 'content '.repeat(1000));
  return await rig.createStore({ timeoutMs }).save({ key, file });
}

async function restore(rig: GithubRig, key: string, timeoutMs = 20_000): Promise<Restored> {
  return await rig.createStore({ timeoutMs }).restore({ key, restoreKeys: [], file: join(rig.folder, 'restored') });
}

/** A fault, how long we wait, and the sentence that must come of it. */
type Row = readonly [title: string, endpoint: Endpoint, fault: Fault, why: RegExp, timeoutMs?: number];

const restoreFaults: readonly Row[] = [
  [
    '400',
    'lookup',
    { kind: 'status', status: 400, message: 'bad' },
    /non-retryable error: Failed request: \(400\) Bad Request: bad$/,
  ],
  ['401', 'lookup', { kind: 'status', status: 401 }, /\(401\) Unauthorized/],
  ['403', 'lookup', { kind: 'status', status: 403 }, /\(403\) Forbidden/],
  [
    'a refused read',
    'lookup',
    { kind: 'status', status: 403, message: 'cache read denied: no scopes' },
    /cache read denied: no scopes/,
  ],
  [
    '429',
    'lookup',
    { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
    /your rate limit will reset in 7 seconds; .*\(429\)/,
  ],
  [
    '500 for good',
    'lookup',
    { kind: 'status', status: 500 },
    /^gave up restoring after 0\.5 s; the client last said: Attempt 1 of 5 failed with error: .*\(500\)/,
    500,
  ],
  [
    'an HTML page',
    'lookup',
    { kind: 'html', status: 502 },
    /^gave up restoring after 0\.5 s; the client last said: Attempt 1 of 5 .*JSON/,
    500,
  ],
  ['an empty promise', 'lookup', { kind: 'hang' }, /^gave up restoring after 0\.3 s$/, 300],
  ['a dropped connection', 'lookup', { kind: 'drop' }, /Unable to make request: ECONNRESET/],
  [
    'a missing blob',
    'download',
    { kind: 'status', status: 404 },
    /^an entry was found but could not be fetched: .*tar.* failed with exit code/,
  ],
  ['an HTML page for a blob', 'download', { kind: 'html', status: 200 }, /^an entry was found .*exit code/],
  ['a truncated blob', 'download', { kind: 'truncate', bytes: 60 }, /^an entry was found .*exit code/],
  ['a blob cut off', 'download', { kind: 'cut', bytes: 60 }, /^an entry was found .*aborted/],
];

for (const [title, endpoint, fault, why, timeoutMs] of restoreFaults) {
  test(`restoring despite ${title}`, async () => {
    await using rig = await openGithubRig();
    await save(rig, 'k');
    rig.service.inject(endpoint, fault);
    const outcome = await restore(rig, 'k', timeoutMs);
    assert.equal(outcome.kind, 'unavailable');
    assert.match(outcome.why, why);
    assert.doesNotMatch(outcome.why, /secret-signature|[\r\n]/);
    assert.equal(existsSync(join(rig.folder, 'restored')), false);
    if (timeoutMs === undefined) await rig.assertTidy();
  });
}

type SaveRow = readonly [
  title: string,
  endpoint: Endpoint,
  fault: Fault,
  kind: Saved['kind'],
  why?: RegExp,
  timeoutMs?: number,
];

const saveFaults: readonly SaveRow[] = [
  ['403', 'create', { kind: 'status', status: 403 }, 'unavailable', /Failed to CreateCacheEntry: .*\(403\) Forbidden/],
  ['409', 'create', { kind: 'status', status: 409 }, 'exists'],
  ['429', 'create', { kind: 'status', status: 429 }, 'unavailable', /\(429\) Too Many Requests/],
  ['a full quota', 'create', { kind: 'not-ok', message: 'quota exceeded' }, 'unavailable', /^quota exceeded$/],
  [
    'a refused write',
    'create',
    { kind: 'not-ok', message: REFUSED_WRITE },
    'denied',
    /^cache write denied: this run may only read$/,
  ],
  [
    'a refused write by status',
    'create',
    { kind: 'status', status: 403, message: REFUSED_WRITE },
    'denied',
    /^cache write denied: this run/,
  ],
  [
    '503 for good',
    'create',
    { kind: 'status', status: 503 },
    'unavailable',
    /^gave up saving after 0\.8 s; .*Attempt 1 of 5 failed with error: .*\(503\)/,
    800,
  ],
  ['a dropped connection', 'create', { kind: 'drop' }, 'unavailable', /Unable to make request: ECONNRESET/],
  ['a refused upload', 'upload', { kind: 'status', status: 403 }, 'unavailable', /injected|403/],
  [
    'an upload nobody finalizes',
    'finalize',
    { kind: 'not-ok', message: 'entry vanished' },
    'unavailable',
    /^entry vanished$/,
  ],
  [
    '409 at the end',
    'finalize',
    { kind: 'status', status: 409 },
    'unavailable',
    /Failed to FinalizeCacheEntryUpload: .*\(409\)/,
  ],
];

for (const [title, endpoint, fault, kind, why, timeoutMs] of saveFaults) {
  test(`saving despite ${title}`, async () => {
    await using rig = await openGithubRig();
    rig.service.inject(endpoint, fault);
    const outcome = await save(rig, 'k', timeoutMs);
    assert.equal(outcome.kind, kind);
    if ('why' in outcome) {
      assert.match(outcome.why, why ?? /never/);
      assert.doesNotMatch(outcome.why, /secret-signature|[\r\n]/);
    }
    if (timeoutMs === undefined) await rig.assertTidy();
    rig.service.heal();
    assert.deepEqual(
      rig.service.entries.filter((entry) => entry.sizeBytes !== undefined),
      [],
    );
  });
}

for (const [operation, endpoint, doing] of [
  ['save', 'upload', 'saving'],
  ['restore', 'download', 'restoring'],
] as const) {
  test(`${doing} is abandoned when the ${endpoint} stalls, and the process can end`, async () => {
    await using rig = await openGithubRig();
    if (operation === 'restore') await save(rig, 'k');
    rig.service.inject(endpoint, { kind: 'hang' });
    const file = join(rig.folder, 'file');
    if (operation === 'save') await writeFile(file, 'x');
    // A process of its own: the client would go on trying for long, even without its service.
    const call: CallOnce = { operation, workspace: rig.workspace, temp: rig.temp, timeoutMs: 800, key: 'k', file };
    const { stdout } = await promisify(execFile)(process.execPath, [CALL_ONCE, JSON.stringify(call)]);
    const lines = stdout.trimEnd().split('\n');
    assert.deepEqual(JSON.parse(lines.pop() ?? ''), { kind: 'unavailable', why: `gave up ${doing} after 0.8 s` });
    assert.deepEqual(
      lines.filter((line) => !/^::(debug|add-mask)::/.test(line)),
      [],
    );
    assert.deepEqual(await readdir(rig.workspace), []);
    assert.equal(existsSync(file), operation === 'save');
  });
}

test('an abandoned restore delivers nothing later, tidies up, and lets the next one through', async () => {
  await using rig = await openGithubRig();
  await save(rig, 'k');
  rig.service.inject('lookup', { kind: 'delay', milliseconds: 700 }, 1);
  const file = join(rig.folder, 'restored');
  const store = rig.createStore({ timeoutMs: 400 });
  const late = await store.restore({ key: 'k', restoreKeys: [], file });
  assert.equal(late.kind, 'unavailable');
  assert.match(late.why, /^gave up restoring after 0\.4 s$/);
  assert.equal(existsSync(join(rig.workspace, '.bengal-cache-transfer')), false, 'gone at once');

  const behind = await store.restore({ key: 'other', restoreKeys: [], file });
  assert.ok(behind.kind === 'miss' || behind.kind === 'unavailable');
  await new Promise((resolve) => setTimeout(resolve, 900));
  assert.equal(existsSync(file), false);
  assert.deepEqual(await store.restore({ key: 'k', restoreKeys: [], file }), { kind: 'exact', key: 'k' });
  await rig.assertTidy();
});

for (const [mode, reads, writes] of [
  ['none', false, false],
  ['read', true, false],
  ['write-only', false, true],
  [' READ ', true, false],
  ['write', true, true],
  ['odd', true, true],
] as const) {
  test(`cache-mode "${mode}" is obeyed without asking the service`, async () => {
    await using rig = await openGithubRig();
    process.env['ACTIONS_CACHE_MODE'] = mode;
    const file = join(rig.folder, 'to-save');
    await writeFile(file, 'x');
    const loadClient = reads && writes ? {} : { loadClient: async () => await import('@actions/cache') };
    const store = rig.createStore({ cacheMode: mode, ...loadClient });
    const restored = await store.restore({ key: 'k', restoreKeys: [], file: join(rig.folder, 'out') });
    const saved = await store.save({ key: 'k', file });
    assert.equal(restored.kind, reads ? 'miss' : 'unavailable');
    assert.equal(saved.kind, writes ? 'saved' : 'denied');
    if ('why' in restored)
      assert.match(restored.why, /^this job may not read caches \(cache-mode: (none|write-only)\)$/);
    if ('why' in saved) assert.match(saved.why, /^this job may not write caches \(cache-mode: (none|read)\)$/);
    assert.deepEqual([rig.service.requests.lookup, rig.service.requests.create], [Number(reads), Number(writes)]);
    await rig.assertTidy();
  });
}

test('without a cache service both ways end at once', async () => {
  await using rig = await openGithubRig();
  for (const name of ['ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_RUNTIME_TOKEN'])
    Reflect.deleteProperty(process.env, name);
  const started = performance.now();
  const outcomes = [await restore(rig, 'k'), await save(rig, 'k')];
  assert.ok(performance.now() - started < 2000, 'the client would have slept for ten seconds');
  for (const outcome of outcomes) {
    assert.equal(outcome.kind, 'unavailable');
    assert.match(outcome.why, /no cache service: the runner gives its address to actions only/);
  }
  await rig.assertTidy();
});

test('without a token the reason names it', async () => {
  await using rig = await openGithubRig();
  Reflect.deleteProperty(process.env, 'ACTIONS_RUNTIME_TOKEN');
  for (const outcome of [await restore(rig, 'k'), await save(rig, 'k')]) {
    assert.equal(outcome.kind, 'unavailable');
    assert.match(outcome.why, /ACTIONS_RUNTIME_TOKEN/);
  }
  await rig.assertTidy();
});

test('a link in place of the transfer folder is refused and left alone', async () => {
  await using rig = await openGithubRig();
  const target = join(rig.folder, 'precious');
  await mkdir(target);
  await writeFile(join(target, 'file'), 'x');
  const link = join(rig.workspace, '.bengal-cache-transfer');
  await symlink(target, link);
  for (const outcome of [await restore(rig, 'k'), await save(rig, 'k')]) {
    assert.equal(outcome.kind, 'unavailable');
    assert.match(outcome.why, /\.bengal-cache-transfer in the workspace is not a folder/);
  }
  assert.equal(await readFile(join(target, 'file'), 'utf8'), 'x');
  assert.equal((await lstat(link)).isSymbolicLink(), true);
});

test('leftovers of a killed run are replaced', async () => {
  await using rig = await openGithubRig();
  await mkdir(join(rig.workspace, '.bengal-cache-transfer'));
  await writeFile(join(rig.workspace, '.bengal-cache-transfer', 'entry'), 'stale');
  assert.equal((await save(rig, 'k')).kind, 'saved');
  assert.equal((await restore(rig, 'k')).kind, 'exact');
  assert.match(await readFile(join(rig.folder, 'restored'), 'utf8'), /^content /);
  await rig.assertTidy();
});

test('an archive with a link in place of the file is trouble', async () => {
  await using rig = await openGithubRig();
  await save(rig, 'k');
  const transfer = join(rig.folder, '.bengal-cache-transfer');
  await mkdir(transfer);
  await symlink('/etc/passwd', join(transfer, 'entry'));
  execFileSync('tar', ['--zstd', '-cf', 'hostile.tzst', '.bengal-cache-transfer'], { cwd: rig.folder });
  await rig.service.blobs.write(rig.service.entries[0]?.blob ?? '', await readFile(join(rig.folder, 'hostile.tzst')));
  const outcome = await restore(rig, 'k');
  assert.deepEqual(outcome, { kind: 'unavailable', why: 'the entry does not hold the one file it should' });
  await rig.assertTidy();
});

test('saving from another working directory is told as such', async () => {
  await using rig = await openGithubRig();
  process.chdir(rig.folder);
  const outcome = await save(rig, 'k');
  assert.equal(outcome.kind, 'unavailable');
  assert.match(outcome.why, /the working directory is not the workspace/);
  assert.equal(rig.service.requests.create, 0);
});
