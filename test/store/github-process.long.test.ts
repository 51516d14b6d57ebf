import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, readdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { CacheStore, Restored } from '../../src/store/port.ts';
import { runnerEnvironmentV1, startCacheServiceV1 } from '../support/cache-service-v1.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { githubStore } from '../../src/store/github.ts';
import { openGithubRig } from './github-rig.ts';
import type { GithubRig } from './github-rig.ts';
import { callSeparately } from './separate-process.ts';

async function fileIn(rig: Pick<GithubRig, 'folder'>, name = 'file'): Promise<string> {
  const file = join(rig.folder, name);
  await writeFile(file, randomBytes(10_000));
  return file;
}

async function saveOne(rig: GithubRig, store: CacheStore = rig.store): Promise<void> {
  assert.equal((await store.save({ key: 'k', file: await fileIn(rig, 'to-save') })).kind, 'saved');
}

/** A store whose client writes its process id to a file when it starts. */
function storeThatTellsPids(
  { folder, environment, temp }: Pick<GithubRig, 'folder' | 'environment' | 'temp'>,
  variables: Record<string, string> = {},
  startNow = false,
): { store: CacheStore; pids: () => number[] } {
  const file = join(folder, 'pids');
  const note = `import { appendFileSync } from 'node:fs';
    if (process.argv[1]?.includes('cache-client')) appendFileSync(${JSON.stringify(file)}, process.pid + '\\n');`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(note)}`;
  return {
    store: githubStore({ environment: { ...environment, ...variables, NODE_OPTIONS }, temp, startNow }),
    pids: () => readFileSync(file, 'utf8').trim().split('\n').map(Number),
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

test('calls that follow each other share one process; calls at the same time do not', async () => {
  await using rig = await openGithubRig();
  const { store, pids } = storeThatTellsPids(rig);
  const file = await fileIn(rig);
  assert.equal((await store.save({ key: 'a', file })).kind, 'saved');
  assert.equal((await store.save({ key: 'b', file })).kind, 'saved');
  assert.equal(pids().length, 1);
  await Promise.all(['c', 'd'].map((key) => store.save({ key, file })));
  assert.equal(pids().length, 2);
  await rig.assertTidy();
});

test('a client that is killed is told as such, and the next call gets another', async () => {
  await using rig = await openGithubRig();
  const { store, pids } = storeThatTellsPids(rig);
  await saveOne(rig, store);
  const look = (): Promise<Restored> => store.restore({ key: 'k', restoreKeys: [], file: '', lookupOnly: true });
  rig.service.inject('lookup', { kind: 'hang' });
  const looking = look();
  await until(() => rig.service.struck('lookup') > 0);
  process.kill(pids()[0]!, 'SIGKILL');
  assert.deepEqual(await looking, { kind: 'unavailable', why: 'the cache client ended (SIGKILL)' });
  rig.service.heal();
  assert.deepEqual(await look(), { kind: 'exact', key: 'k' });

  process.kill(pids()[1]!, 'SIGKILL');
  await until(() => !isAlive(pids()[1]!));
  assert.deepEqual(await look(), { kind: 'exact', key: 'k' });
  await rig.assertTidy();
});

test('when a call is stopped, the client and what it started are gone at once, and nothing of it is left', async () => {
  await using rig = await openGithubRig();
  await saveOne(rig);
  // Unpacking gets stuck: the program that decompresses does nothing.
  const stuck = { program: join(rig.folder, 'unzstd'), note: join(rig.folder, 'stuck') };
  await writeFile(stuck.program, `#!/bin/sh\necho $$ > '${stuck.note}'\nexec sleep 600\n`);
  await chmod(stuck.program, 0o755);
  const PATH = `${rig.folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const { store, pids } = storeThatTellsPids(rig, { PATH });
  const controller = new AbortController();
  const file = join(rig.folder, 'restored');
  const restoring = store.restore({ key: 'k', restoreKeys: [], file, signal: controller.signal });
  await until(() => existsSync(stuck.note) && readFileSync(stuck.note, 'utf8') !== '');
  const started = [...pids(), Number(readFileSync(stuck.note, 'utf8'))];
  assert.deepEqual(started.map(isAlive), [true, true]);

  controller.abort(new Error('gave up restoring after 1 s'));
  assert.deepEqual(await restoring, { kind: 'unavailable', why: 'gave up restoring after 1 s' });
  await rig.assertTidy();
  assert.equal(existsSync(file), false);
  // The parent of that program is gone as well, so it takes the system a moment to forget it.
  await until(() => !started.some(isAlive));
});

for (const [operation, endpoint] of [
  ['restore', 'lookup'],
  ['restore', 'download'],
  ['save', 'upload'],
] as const) {
  for (const azureHostNames of endpoint === 'download' ? [false, true] : [false]) {
    const way = azureHostNames ? ' through the SDK' : '';
    test(`a process whose ${endpoint}${way} gets no answer ends by itself after its deadline`, async () => {
      await using rig = await openGithubRig({ azureHostNames });
      await saveOne(rig);
      rig.service.inject(endpoint, { kind: 'hang' });
      const { environment, temp } = rig;
      const { outcome, lines } = await callSeparately({
        store: { kind: 'github', environment, temp },
        operation,
        deadlineMs: 1000,
        key: operation === 'save' ? 'another' : 'k',
        file: await fileIn(rig),
      });
      const doing = operation === 'save' ? 'saving' : 'restoring';
      assert.deepEqual(outcome, { kind: 'unavailable', why: `gave up ${doing} after 1 s` });
      assert.deepEqual(
        lines.filter((line) => !/^::(debug|add-mask)::/.test(line)),
        [],
      );
      await rig.assertTidy();
    });
  }
}

test('a client that cannot start is told with its error', async () => {
  await using rig = await openGithubRig();
  const broken = encodeURIComponent("throw new Error('no way')");
  const store = rig.createStore({ NODE_OPTIONS: `--import=data:text/javascript,${broken}` });
  const outcome = await store.save({ key: 'k', file: await fileIn(rig) });
  assert.deepEqual(outcome, { kind: 'unavailable', why: 'the cache client ended (exit code 1): Error: no way' });
  await rig.assertTidy();
});

test('a client that crashes after its call has ended harms nobody', async () => {
  await using service = await startCacheServiceV1();
  await using folder = await temporaryFolder();
  const temp = join(folder.path, 'temp');
  const environment = {
    PATH: process.env['PATH'] ?? '',
    ...runnerEnvironmentV1(service, { workspace: folder.path, temp }),
    // Many small pieces: when one of them is refused, the client closes the file while others are still reading.
    CACHE_UPLOAD_CHUNK_SIZE: '0.0625',
  };
  const { store, pids } = storeThatTellsPids({ folder: folder.path, environment, temp });
  const file = join(folder.path, 'file');
  await writeFile(file, randomBytes(1_000_000));
  service.inject('upload', { kind: 'status', status: 403 }, 1);
  const outcome = await store.save({ key: 'k', file });
  assert.deepEqual(outcome, { kind: 'unavailable', why: 'the cache service answered 403' });
  await until(() => !pids().some(isAlive));
  service.heal();
  assert.equal((await store.save({ key: 'another', file })).kind, 'saved');
  assert.deepEqual(await readdir(temp), []);
});

test('links in the folder for temporary files are no trouble', async () => {
  await using rig = await openGithubRig();
  const link = join(rig.folder, 'link');
  await symlink(rig.temp, link);
  const store = githubStore({ environment: rig.environment, temp: link });
  await saveOne(rig, store);
  const file = join(rig.folder, 'restored');
  assert.equal((await store.restore({ key: 'k', restoreKeys: [], file })).kind, 'exact');
  assert.equal(readFileSync(file).equals(readFileSync(join(rig.folder, 'to-save'))), true);
  await rig.assertTidy();
});

test('a client that is started early serves the first call, and ends with the process when none comes', async () => {
  await using rig = await openGithubRig();
  const { store, pids } = storeThatTellsPids(rig, {}, true);
  await until(() => existsSync(join(rig.folder, 'pids')));
  await saveOne(rig, store);
  assert.equal(pids().length, 1);

  const url = new URL('../../src/store/github.ts', import.meta.url).href;
  const program = `import { githubStore } from ${JSON.stringify(url)};
    githubStore({ environment: process.env, temp: '/nowhere', startNow: true });`;
  // It must end by itself: nobody ends it.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: rig.environment,
    timeout: 20_000,
  });
});
