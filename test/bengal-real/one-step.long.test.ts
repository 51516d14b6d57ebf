/** One command for the whole job, with real Bengal: what it leaves is what Bengal alone would write, whatever came before. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { test } from 'node:test';
import { differences, readOutput, type Tree } from '../../scripts/equality/trees.ts';
import { whyNoBengal } from '../support/built-by-bengal.ts';
import { laySources } from '../support/lighthouse.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const CLI = join(root, 'src/entry/cli.ts');
const TEMPLATE = 'templates/watch.html';
const PAGE = 'content/lamps/oil.md';

interface Told {
  readonly build: { readonly kind: string; readonly status?: number };
  readonly gate: { readonly mode: string };
  readonly delta: { readonly pages?: readonly unknown[] } | null;
}

test(
  'bengal-cache build: full, skip, incremental, a failure, and what follows it',
  { skip: whyNoBengal() },
  async () => {
    await using folder = await temporaryFolder();
    const site = join(folder.path, 'site');
    const sources = join(folder.path, 'sources');
    laySources(sources);
    const environment = {
      ...process.env,
      CI: '',
      PATH: [join(root, '.cache/bengal/bin'), process.env['PATH']].join(delimiter),
    };
    const checkOut = (): void => {
      rmSync(site, { recursive: true, force: true });
      cpSync(sources, site, { recursive: true });
    };
    const built = (expected: number): Told & { readonly stderr: string } => {
      const args = ['build', '--store', '../store', '--environment', 'production', '--format', 'json'];
      const ended = spawnSync(
        process.execPath,
        ['--no-warnings', CLI, ...args, '--', 'bengal', 'build', '--continue-on-error'],
        {
          ...{ cwd: site, env: environment, encoding: 'utf8', maxBuffer: 1e8 },
        },
      );
      assert.equal(ended.status, expected, ended.stderr);
      return { ...(JSON.parse(ended.stdout) as Told), stderr: ended.stderr };
    };
    /** What Bengal alone writes for the same sources, in the same place. */
    const fullBuild = (): Tree => {
      const aside = join(folder.path, 'aside');
      renameSync(site, aside);
      checkOut();
      const args = ['build', '--continue-on-error', '--environment', 'production', '--no-incremental'];
      const ended = spawnSync('bengal', args, {
        cwd: site,
        env: { ...environment, PYTHONHASHSEED: '0' },
        encoding: 'utf8',
      });
      assert.equal(ended.status, 0, ended.stderr);
      const output = readOutput(join(site, 'public'));
      rmSync(site, { recursive: true });
      renameSync(aside, site);
      return output;
    };
    const holds = (): void => assert.deepEqual(differences(readOutput(join(site, 'public')), fullBuild()), []);

    checkOut();
    assert.equal(built(0).gate.mode, 'full');
    holds();

    checkOut();
    const second = built(0);
    assert.deepEqual([second.build.kind, second.gate.mode], ['skipped', 'skip']);
    holds();

    appendFileSync(join(sources, PAGE), '\nTrim the wick before dusk.\n');
    checkOut();
    const third = built(0);
    assert.equal(third.gate.mode, 'incremental');
    assert.match(third.stderr, /The build kept [1-9]\d* of \d+ pages/);
    assert.match(third.stderr, /1 page changed/);
    holds();

    const good = join(folder.path, 'good.html');
    cpSync(join(sources, TEMPLATE), good);
    writeFileSync(join(sources, TEMPLATE), '{% if %}\n');
    checkOut();
    const failed = built(1);
    assert.deepEqual([failed.build.kind, failed.build.status], ['failed', 1]);
    assert.match(failed.stderr, /Nothing is recorded or saved, since the build did not succeed/);
    // The same folder, as a machine that keeps its workspace has it, and a fresh one.
    cpSync(good, join(sources, TEMPLATE));
    appendFileSync(join(sources, PAGE), '\nAnd at dawn.\n');
    cpSync(sources, site, { recursive: true });
    assert.notEqual(built(0).gate.mode, 'skip');
    holds();

    checkOut();
    assert.equal(built(0).gate.mode, 'skip');
    assert.ok(existsSync(join(site, 'public/index.html')));
    holds();
  },
);
