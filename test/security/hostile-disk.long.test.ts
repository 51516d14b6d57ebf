import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readFolder } from '../../src/disk/read.ts';
import { look } from '../../src/disk/look.ts';
import { remove } from '../../src/disk/remove.ts';
import { describeTrouble } from '../../src/telling/trouble.ts';
import { build, runnerJob, type StepResult } from '../end-to-end/runner-job.ts';
import { flowRig, PUSH } from '../support/flow-rig.ts';
import { startCacheService } from '../support/cache-service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BUILT_WITH = { environment: 'production', 'bengal-version': '0.5.1', 'python-version': '3.14', probe: 'false' };

function assertFullBuild(main: StepResult): void {
  assert.equal(main.status, 0, main.log);
  assert.doesNotMatch(main.log, /^::error/m);
  assert.equal(main.outputs['build-mode'], 'full', main.log);
  assert.match(main.outputs['build-args'] ?? '', /^--no-incremental/);
  assert.equal(main.log.match(/^::warning/gm)?.length ?? 0, 1, main.log);
}

describe('names that no disk or no text can hold cost one warning and a full build', () => {
  test('folders that are nested deeper than a path can be long', { skip: process.platform === 'win32' }, async () => {
    await using service = await startCacheService();
    await using job = await runnerJob(service, BUILT_WITH);
    build(job.site);
    nest(join(job.site, 'content'), 1500);
    assertFullBuild(await job.main());
    const post = await job.post();
    assert.equal(post.status, 0, post.log);
  });

  test('a name that is no UTF-8', { skip: process.platform === 'linux' ? false : 'only Linux has them' }, async () => {
    await using service = await startCacheService();
    await using job = await runnerJob(service, BUILT_WITH);
    build(job.site);
    const name = Buffer.concat([
      Buffer.from(`${join(job.site, 'content')}/caf`),
      Buffer.from([0xe9]),
      Buffer.from('.md'),
    ]);
    writeFileSync(name, 'hello');
    const main = await job.main();
    assertFullBuild(main);
    assert.match(main.log, /content" cannot be read: it holds a name that is no UTF-8/);
  });
});

describe('the disk is asked for outcomes', () => {
  test('a name that is too long, or holds a NUL, is unreadable and not absent', async () => {
    await using folder = await temporaryFolder();
    const long = look(join(folder.path, 'x'.repeat(300)));
    assert.equal(long.kind === 'unreadable' ? long.reason : long.kind, 'the name is too long (ENAMETOOLONG)');
    assert.equal(look(`${folder.path}/a\0b`).kind, 'unreadable');
    assert.equal(look(join(folder.path, 'nothing')).kind, 'absent');
    assert.equal(readFolder(join(folder.path, 'nothing')).kind, 'absent');
  });

  test('what cannot be removed is said, never thrown: not there is gone, and a NUL can name nothing', async () => {
    await using folder = await temporaryFolder();
    assert.deepEqual(remove(join(folder.path, 'nothing')), { kind: 'gone' });
    assert.equal(remove(`${folder.path}/a\0b`).kind, 'left');
  });
});

describe('a mistake of ours costs a full build', () => {
  test('whatever a part throws, with its stack for the debug log and the cache as far as it was asked', async () => {
    await using rig = await flowRig();
    const broken = {
      ...rig.store,
      restore: () => Promise.reject(new TypeError('x is not a function')),
    };
    // The cache is a world of its own, and its troubles are outcomes; the run's own description is not.
    assert.equal((await rig.prepare({ store: broken })).report.cache.kind, 'unavailable');
    const elapsed = (): number => {
      throw new TypeError('x is not a function');
    };
    const prepared = await rig.prepare({ run: PUSH, elapsed });
    assert.equal(prepared.report.gate.mode, 'full');
    assert.deepEqual(prepared.report.gate.buildArgs, ['--no-incremental', '--clean-output']);
    assert.equal(prepared.report.warnings.length, 1);
    assert.match(prepared.report.warnings[0] ?? '', /Bengal Cache made a mistake \(TypeError: x is not a function\)/);
    assert.match(prepared.trouble?.stack ?? '', /^TypeError: x is not a function\n\s+at /);
    assert.notEqual(prepared.keys.key, '');
    rig.build();
    assert.equal((await rig.persist(prepared)).kind, 'saved', 'what is built then is stored all the same');
  });

  test('the reasons of the system are told in words, and name the file', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', path: '/site/a' });
    assert.equal(describeTrouble(full).sentence, '"/site/a": the disk is full (ENOSPC)');
    const files = Object.assign(new Error('spawn EMFILE'), { code: 'EMFILE', syscall: 'spawn git' });
    assert.equal(describeTrouble(files).sentence, 'spawn git: too many files are open (EMFILE)');
    for (const code of ['EIO', 'EROFS', 'ESTALE', 'ERR_FS_FILE_TOO_LARGE'])
      assert.doesNotMatch(describeTrouble(Object.assign(new Error(code), { code })).sentence, /made a mistake/);
  });
});

/** Deeper than any path can name: each step starts from where the last one ended. */
function nest(folder: string, depth: number): void {
  const home = process.cwd();
  process.chdir(folder);
  try {
    for (let level = 0; level < depth; level++) {
      mkdirSync('deep');
      process.chdir('deep');
    }
  } finally {
    process.chdir(home);
  }
}
