import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { CacheLockTimeout, withCacheLock } from '../../src/bengal/cache-lock.ts';
import { acquireByFolder, waitForFolder } from '../../src/bengal/lock-folder.ts';
import { acquireByProgram, FLOCK, PERL } from '../../src/bengal/lock-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const has = (command: string, option: string): boolean => spawnSync(command, [option]).status === 0;
const flockMissing = has('flock', '--version') ? false : 'there is no flock on this machine';
const perlMissing = has('perl', '-v') && process.platform !== 'win32' ? false : 'there is no perl on this machine';

/** Holds the lock as Bengal does, by flock(2), until told to stop. */
async function foreignHolder(folder: string, kind: '-s' | '-x'): Promise<{ release: () => Promise<void> }> {
  const child = spawn('flock', [kind, join(folder, 'cache.json.lock'), 'cat']);
  child.stdin.write('held');
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return {
    release: async () => {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.stdin.end();
      await closed;
    },
  };
}

function isFree(folder: string, kind: '-s' | '-x'): boolean {
  return spawnSync('flock', ['-n', kind, join(folder, 'cache.json.lock'), 'true']).status === 0;
}

describe('the lock of the cache', { skip: flockMissing }, () => {
  test('keeps others out while the work goes on, and lets them in afterwards', async () => {
    await using folder = await temporaryFolder();
    const during = await withCacheLock({ folder: folder.path, kind: 'exclusive' }, async () =>
      isFree(folder.path, '-s'),
    );
    assert.equal(during, false);
    assert.equal(isFree(folder.path, '-x'), true);
  });

  test('lets readers in together, and no writer', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'cache.json.lock'), '');
    const during = await withCacheLock({ folder: folder.path, kind: 'shared' }, async () => [
      isFree(folder.path, '-s'),
      isFree(folder.path, '-x'),
    ]);
    assert.deepEqual(during, [true, false]);
  });

  test('of a reader is given back even if the reader then blocks, say to wait for a build', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'cache.json.lock'), '');
    await withCacheLock({ folder: folder.path, kind: 'shared' }, async () => undefined);
    const taken = spawnSync('flock', ['-x', '-w', '10', join(folder.path, 'cache.json.lock'), 'true']);
    assert.equal(taken.status, 0);
  });

  test('is given back when the work fails, and the failure is passed on', async () => {
    await using folder = await temporaryFolder();
    const work = withCacheLock({ folder: folder.path, kind: 'exclusive' }, () => Promise.reject(new Error('no luck')));
    await assert.rejects(work, /no luck/);
    assert.equal(isFree(folder.path, '-x'), true);
  });

  test('is waited for while another process holds it', async () => {
    await using folder = await temporaryFolder();
    const holder = await foreignHolder(folder.path, '-x');
    let released = false;
    setTimeout(() => {
      released = true;
      void holder.release();
    }, 150);
    await withCacheLock({ folder: folder.path, kind: 'shared' }, async () => assert.equal(released, true));
  });

  test('that is not to be had in time says who holds it and what to do', async () => {
    await using folder = await temporaryFolder();
    const holder = await foreignHolder(folder.path, '-s');
    const work = withCacheLock({ folder: folder.path, kind: 'exclusive', timeoutMs: 100 }, () =>
      assert.fail('no lock'),
    );
    await assert.rejects(work, (thrown) => {
      assert.ok(thrown instanceof CacheLockTimeout);
      assert.equal(thrown.path, join(folder.path, 'cache.json.lock'));
      assert.match(thrown.message, /^No exclusive lock on .*cache\.json\.lock within 0\.1 s\. /);
      assert.match(
        thrown.message,
        /(It is held by process \d+ \(flock\)|Another process holds it: a running `bengal build`)/,
      );
      assert.match(thrown.message, /Wait until that process has ended, or end it, and try again\./);
      return true;
    });
    await holder.release();
    await withCacheLock({ folder: folder.path, kind: 'exclusive', timeoutMs: 2000 }, async () => undefined);
  });

  test('does not change or remove the file that Bengal locks', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'cache.json.lock'), 'as it was');
    await withCacheLock({ folder: folder.path, kind: 'exclusive' }, async () => undefined);
    assert.equal(readFileSync(join(folder.path, 'cache.json.lock'), 'utf8'), 'as it was');
  });

  test('for reading is not taken, and nothing is written, where no lock file is', async () => {
    await using folder = await temporaryFolder();
    await withCacheLock({ folder: folder.path, kind: 'shared' }, async () => undefined);
    assert.deepEqual(readdirSync(folder.path), []);
  });

  test('for writing makes the folder that it is for', async () => {
    await using folder = await temporaryFolder();
    const deeper = join(folder.path, 'site', '.bengal');
    await withCacheLock({ folder: deeper, kind: 'exclusive' }, async () => assert.ok(existsSync(deeper)));
  });

  test('that can never be had is another error than one that others hold', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'plain'), '');
    const path = join(folder.path, 'plain', 'cache.json.lock');
    const impossible = acquireByProgram(FLOCK, path, { kind: 'exclusive', timeoutMs: 1000 });
    assert.equal((await impossible).kind, 'refused');
  });

  test('is free again when its holder is killed', async () => {
    await using folder = await temporaryFolder();
    const script = `
      import { withCacheLock } from ${JSON.stringify(new URL('../../src/bengal/cache-lock.ts', import.meta.url).href)};
      await withCacheLock({ folder: ${JSON.stringify(folder.path)}, kind: 'exclusive' }, () => {
        console.log('held');
        return new Promise(() => setInterval(() => {}, 1000));
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    assert.equal(isFree(folder.path, '-s'), false);
    child.kill('SIGKILL');
    await withCacheLock({ folder: folder.path, kind: 'exclusive', timeoutMs: 5000 }, async () => undefined);
  });

  test('is the same for perl, which holds it where there is no flock program', { skip: perlMissing }, async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'cache.json.lock');
    const exclusive = await acquireByProgram(PERL, path, { kind: 'exclusive', timeoutMs: 5000 });
    assert.ok(exclusive.kind === 'held', exclusive.kind);
    assert.equal(isFree(folder.path, '-s'), false);
    assert.equal((await acquireByProgram(FLOCK, path, { kind: 'shared', timeoutMs: 100 })).kind, 'timeout');
    await exclusive.release();
    const shared = await acquireByProgram(PERL, path, { kind: 'shared', timeoutMs: 5000 });
    assert.ok(shared.kind === 'held', shared.kind);
    assert.deepEqual([isFree(folder.path, '-s'), isFree(folder.path, '-x')], [true, false]);
    assert.equal((await acquireByProgram(PERL, path, { kind: 'exclusive', timeoutMs: 100 })).kind, 'timeout');
    await shared.release();
    assert.equal(isFree(folder.path, '-x'), true);
  });

  test('of a program that is not installed is told apart from a refusal', async () => {
    const nothing = { command: 'no-such-program-anywhere', argumentsFor: () => [] };
    const acquired = await acquireByProgram(nothing, '/tmp/x', { kind: 'exclusive', timeoutMs: 1000 });
    assert.deepEqual(acquired, { kind: 'no-program' });
  });
});

describe('the lock folder, where there is no flock', () => {
  const request = { kind: 'exclusive', timeoutMs: 100 } as const;

  test('is had by one at a time', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'lock.d');
    const first = await acquireByFolder(path, request);
    assert.equal((await acquireByFolder(path, request)).kind, 'timeout');
    assert.equal((await waitForFolder(path, request)).kind, 'timeout');
    assert.ok(first.kind === 'held', first.kind);
    await first.release();
    assert.deepEqual(readdirSync(folder.path), []);
    assert.equal((await acquireByFolder(path, request)).kind, 'held');
  });

  test('of a process that has died is cleared away', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'lock.d');
    const { pid } = spawnSync(process.execPath, ['--version']);
    mkdirSync(path);
    writeFileSync(join(path, 'owner'), `${hostname()} ${pid} 00`);
    assert.equal((await waitForFolder(path, request)).kind, 'held');
    assert.equal((await acquireByFolder(path, request)).kind, 'held');
  });

  test('of a process on another machine is respected', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'lock.d');
    mkdirSync(path);
    writeFileSync(join(path, 'owner'), 'elsewhere.example 1 00');
    assert.equal((await acquireByFolder(path, request)).kind, 'timeout');
  });
});
