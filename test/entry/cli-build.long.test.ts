import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parseBuildCli } from '../../src/entry/cli-build-options.ts';
import { fakeBengal, type FakeBehaviour, type FakeBengal } from '../support/fake-bengal.ts';
import { laySources } from '../support/lighthouse.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CLI = resolve(import.meta.dirname, '../../src/entry/cli.ts');
const KNOWN = ['--no-probe', '--bengal-version', '0.5.1', '--python-version', '3.14', '--environment', 'production'];

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Rig extends AsyncDisposable {
  readonly folder: string;
  readonly site: string;
  readonly bengal: FakeBengal;
  checkOut(): void;
  run(args: readonly string[], behaviour?: FakeBehaviour, more?: Readonly<Record<string, string>>): Ended;
}

async function rig(): Promise<Rig> {
  const folder = await temporaryFolder();
  const site = join(folder.path, 'checkout/docs');
  const bengal = fakeBengal(folder.path);
  const checkOut = (): void => {
    rmSync(site, { recursive: true, force: true });
    laySources(site);
  };
  checkOut();
  return {
    folder: folder.path,
    site,
    bengal,
    checkOut,
    run: (args, behaviour = 'builds', more = {}) =>
      spawnSync(process.execPath, ['--no-warnings', CLI, 'build', '--site', 'docs', ...args], {
        cwd: join(site, '..'),
        env: { HOME: folder.path, ...bengal.variables(behaviour), ...more },
        encoding: 'utf8',
      }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

const edit = ({ site }: Rig): void => appendFileSync(join(site, 'templates/watch.html'), '<!-- edited -->\n');

test('the local loop: builds, skips, and builds upon it after an edit, and keeps nothing elsewhere', async () => {
  await using given = await rig();
  const first = given.run(KNOWN);
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /^Built \(full\)/m);
  assert.match(first.stdout, /fake bengal: built/, 'what the build says is passed through');
  assert.match(first.stderr, /^\$ bengal build --environment production --no-incremental$/m);
  const second = given.run(KNOWN);
  assert.match(second.stdout, /^Skipped: /, second.stderr);
  assert.equal(given.bengal.calls().length, 1);
  edit(given);
  const third = given.run(KNOWN);
  assert.match(third.stdout, /^Built \(incremental\)/m, third.stderr);
  assert.match(third.stderr, /What readers will see\n(?!.*Nothing to compare)/);
  assert.equal(given.bengal.calls()[1]?.folder, given.site);
});

test('with a store, a fresh checkout in another pipeline skips', async () => {
  await using given = await rig();
  const gitlab = { CI: 'true', GITLAB_CI: 'true', CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' };
  const args = [...KNOWN, '--store', '../store', '--format', 'json'];
  const told = (): { build: { kind: string }; gate: { mode: string }; saved: { kind: string } | null } => {
    given.checkOut();
    const { status, stdout, stderr } = given.run(args, 'builds', gitlab);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout) as ReturnType<typeof told>;
  };
  const first = told();
  assert.deepEqual([first.build.kind, first.gate.mode, first.saved?.kind], ['succeeded', 'full', 'saved']);
  const second = told();
  assert.deepEqual([second.build.kind, second.gate.mode, second.saved?.kind], ['skipped', 'skip', 'nothing-to-save']);
  assert.ok(existsSync(join(given.site, 'public/index.html')));
  // The commands that this stands for find what it stored.
  given.checkOut();
  const { stdout } = spawnSync(
    process.execPath,
    ['--no-warnings', CLI, 'restore', '--site', 'docs', '--store', '../store', ...KNOWN, '--format', 'json'],
    { cwd: join(given.site, '..'), env: { ...process.env, ...gitlab }, encoding: 'utf8' },
  );
  assert.equal((JSON.parse(stdout) as { kind: string }).kind, 'exact', stdout);
});

test('a failed build passes its status on, and the next one builds upon the last good one', async () => {
  await using given = await rig();
  given.run(KNOWN);
  edit(given);
  const failed = given.run(KNOWN, 'fails');
  assert.equal(failed.status, 3, failed.stderr);
  assert.match(failed.stdout, /^Not built: the build failed with exit status 3$/m);
  assert.ok(existsSync(join(given.site, 'public/index.html')), 'the output is where it was');
  const next = given.run(KNOWN);
  assert.match(next.stdout, /^Built \(incremental\)/m, next.stderr);
});

test('a program of a path is looked for where the command was written, and one that is not there is named', async () => {
  await using given = await rig();
  const missing = given.run([...KNOWN, '--', 'tools/bengal', 'build']);
  assert.equal(missing.status, 127, missing.stderr);
  assert.ok(missing.stdout.includes(`${join(given.site, '..', 'tools/bengal')} could not be started`), missing.stdout);
  const found = given.run([...KNOWN, '--', join('..', 'bin/bengal'), 'build', '--drafts']);
  assert.equal(found.status, 0, found.stderr);
  assert.deepEqual(given.bengal.calls()[0]?.args, [
    ...['build', '--environment', 'production', '--no-incremental', '--drafts'],
  ]);
});

test('files are written where they were asked for, and another mode than the expected one builds nothing', async () => {
  await using given = await rig();
  const files = ['--report', '../report.json', '--summary', '../summary.md', '--html', '../report.html'];
  const ended = given.run([...KNOWN, ...files, '--expect-mode', 'skip']);
  assert.equal(ended.status, 1, ended.stderr);
  assert.match(ended.stderr, /expected skip/);
  assert.deepEqual(given.bengal.calls(), []);
  assert.equal(given.run([...KNOWN, ...files]).status, 0);
  const report = JSON.parse(readFileSync(join(given.folder, 'report.json'), 'utf8')) as { schemaVersion: number };
  assert.equal(report.schemaVersion, 1);
  assert.match(readFileSync(join(given.folder, 'summary.md'), 'utf8'), /Bengal Cache[\s\S]*Nothing saved/);
  assert.match(readFileSync(join(given.folder, 'report.html'), 'utf8'), /^<!doctype html>/i);
});

test('bad input is said with every problem, in the words of the command line', async () => {
  await using given = await rig();
  const ended = given.run(['--gate', 'sometimes', '--', 'bengal', 'build', '--clean-output', '--incremental']);
  assert.equal(ended.status, 2);
  assert.equal(ended.stdout, '');
  assert.match(ended.stderr, /The command after --: expected a build without --clean-output/);
  assert.match(ended.stderr, /The command after --: expected a build without --incremental/);
  assert.match(ended.stderr, /Option --gate/);
});

test('what stands around the command is parsed', () => {
  const problems = (args: readonly string[]): string => {
    const parsed = parseBuildCli(args);
    return parsed.ok ? '' : parsed.problems.join('\n');
  };
  assert.match(problems(['bengal', 'build']), /^Unexpected "bengal" after build; what it runs stands after --$/);
  assert.match(problems(['--']), /^Expected a command after --, such as bengal build$/);
  assert.match(problems(['--format', 'xml', '--store', '']), /Option --format.*\nOption --store/);
  assert.match(problems(['--no-such']), /--no-such/);
  const parsed = parseBuildCli(['--', 'bengal', '--help']);
  assert.deepEqual(parsed.ok && parsed.value.command, ['bengal', '--help']);
});
