/**
 * `npm run act`: runs the action as committed in a workflow of two jobs, the first of which saves and the second
 * restores, with act (https://nektosact.com) on this machine, no container, and act's own cache server, which speaks
 * the older protocol of GitHub Enterprise Server. Without act it says so and succeeds.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const lighthouse = join(root, 'examples', 'lighthouse');
/** The committed files; while working on them, those of another build. */
const dist = process.env['ACTION_DIST'] ?? join(root, 'dist');

const action = `
      - uses: actions/checkout@v4
      - id: cache
        uses: ./bengal-cache
        with:
          site: site
          environment: production
          bengal-version: 0.5.1
          python-version: '3.14'
          probe: 'false'
      - run: echo "hit=\${{ steps.cache.outputs.cache-hit }} mode=\${{ steps.cache.outputs.build-mode }}"`;

const workflow = `
name: cache
on: push
jobs:
  first:
    runs-on: ubuntu-latest
    steps:${action}
      - run: |
          ${JSON.stringify(process.execPath)} ${JSON.stringify(import.meta.filename)} build "$PWD/site"
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:${action}
`;

/** A repository with the sample site, the action and the workflow. */
function makeRepository(folder: string): void {
  cpSync(join(lighthouse, 'site'), join(folder, 'site'), { recursive: true });
  for (const name of ['action.yml', 'package.json'])
    cpSync(join(root, name), join(folder, 'bengal-cache', name), { recursive: true });
  cpSync(dist, join(folder, 'bengal-cache', 'dist'), { recursive: true });
  mkdirSync(join(folder, '.github', 'workflows'), { recursive: true });
  writeFileSync(join(folder, '.github', 'workflows', 'cache.yml'), workflow);
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.org', ...args], { cwd: folder });
  };
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Everything');
}

/** The log of a run without debug lines; it must succeed. */
function runAct(program: string, folder: string, ...options: string[]): string {
  const local = ['--cache-server-addr', '127.0.0.1', '--artifact-server-addr', '127.0.0.1'];
  const args = ['push', '--platform', 'ubuntu-latest=-self-hosted', '--pull=false', ...local, ...options];
  const run = spawnSync(program, args, {
    cwd: join(folder, 'repository'),
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 64 * 1024 ** 2,
    env: {
      ...process.env,
      HOME: join(folder, 'home'),
      XDG_CACHE_HOME: join(folder, 'home', '.cache'),
      ACT_DISABLE_VERSION_CHECK: '1',
      // Actions run on the first node of the PATH.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    },
  });
  const log = `${run.stdout}${run.stderr}`;
  assert.equal(run.status, 0, log);
  return log
    .split('\n')
    .filter((line) => !line.includes('::debug::'))
    .join('\n');
}

function findAct(): string | undefined {
  const program = process.env['ACT'] ?? 'act';
  return spawnSync(program, ['--version']).status === 0 ? program : undefined;
}

function smoke(program: string): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bengal-cache-act-')));
  try {
    for (const name of ['repository', 'home']) mkdirSync(join(folder, name));
    makeRepository(join(folder, 'repository'));

    const log = runAct(program, folder);
    assert.match(log, /\[cache\/first\s*\].*nothing is stored yet/);
    assert.match(log, /\[cache\/first\s*\]\s+\| hit= mode=full$/m);
    assert.match(log, /\[cache\/first\s*\].*Saved \d+ files of a full build/);
    assert.match(log, /\[cache\/second\s*\].*restored \d+ files/);
    assert.match(log, /\[cache\/second\s*\]\s+\| hit=\w* mode=skip$/m);
    assert.doesNotMatch(log, /::(?:warning|error)/);
    console.log('saved and restored through the cache server of act');

    const without = runAct(program, folder, '--no-cache-server', '--job', 'first');
    assert.equal(
      without.match(/::warning.*could not be asked: there is no cache service here: act /g)?.length,
      1,
      without,
    );
    assert.match(without, /\| hit= mode=full$/m);
    assert.match(without, /::warning.*Not saved: there is no cache service here: act /);
    assert.doesNotMatch(without, /::error/);
    console.log('told in one warning that there is no cache server');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [command, site] = process.argv.slice(2);
if (command === 'build' && site !== undefined) {
  // The build step of the workflow: lays down what a recorded build left.
  cpSync(join(lighthouse, 'recorded'), site, { recursive: true });
} else {
  const program = findAct();
  if (program === undefined) console.log('Skipped: there is no act here (go install github.com/nektos/act@latest).');
  else smoke(program);
}
