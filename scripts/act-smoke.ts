/**
 * `npm run act`: runs the actions as committed in workflows, with act (https://nektosact.com) on this machine, no
 * container, and act's own cache server, which speaks the older protocol of GitHub Enterprise Server: a push whose second
 * job has nothing to build, a pull request with edits, the two halves, a stage, the one step with real Bengal, and a push
 * without a cache server. Without act it says so and succeeds.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { BENGAL } from './gate-suite/bengal-site.ts';
import { findWorkflowTool, howToGet } from './workflow-tools.ts';

const root = join(import.meta.dirname, '..');
const lighthouse = join(root, 'examples', 'lighthouse');
/** The committed files; while working on them, those of another build. */
const dist = process.env['ACTION_DIST'] ?? join(root, 'dist');

type Step = Readonly<Record<string, unknown>>;

const SITE = { site: 'site', environment: 'production' };
const TOLD = { 'bengal-version': '0.5.1', 'python-version': '3.14', probe: 'false', 'full-every': 'never' };
const CHECKOUT: Step = { uses: 'actions/checkout@v4' };
const SAY: Step = {
  run: 'echo "hit=${{ steps.cache.outputs.cache-hit }} mode=${{ steps.cache.outputs.build-mode }} pages=${{ steps.cache.outputs.affected-count }} config=${{ steps.cache.outputs.config-valid }}"',
};
const PAGE: Step = { run: 'echo "Trim the wick before dusk." >> site/content/lamps/oil.md' };
const SETTING: Step = { run: 'sed -i "s/Lighthouse Handbook/The Lighthouse Handbook/" site/config/_default/site.yaml' };
/** Stands for a build by Bengal: lays down what a recorded one left. */
const RECORDED: Step = { run: `cp -R ${JSON.stringify(join(lighthouse, 'recorded'))}/. site/` };

function action(folder: string, inputs: Readonly<Record<string, string>>): Step {
  return { id: 'cache', uses: `./bengal-cache${folder}`, with: { ...SITE, ...inputs } };
}

const STAGE: Step = {
  id: 'cache',
  uses: './bengal-cache/stage',
  with: { name: 'words', inputs: 'site/content', 'count-workflow': 'false', outcome: 'success' },
};
const SAY_SKIP: Step = { run: 'echo "skip=${{ steps.cache.outputs.skip }}"' };
const SAY_EDITED: Step = { run: 'echo "edited=${{ steps.edited.outputs.skip }}"' };
const ONE_STEP = action('/build', { command: `${JSON.stringify(BENGAL)} build`, 'key-prefix': 'one-step' });
/** Key of its own, so that a state of real Bengal and the recorded one do not meet. */
const HALVES = { ...TOLD, 'key-prefix': 'halves' };

/** Jobs of one workflow, in this order: each needs the one before. */
function workflowOf(event: string, jobs: Readonly<Record<string, readonly Step[]>>): string {
  const names = Object.keys(jobs);
  const entries = Object.entries(jobs).map(([name, steps], index) => {
    const before = names[index - 1];
    return [name, { ...(before === undefined ? {} : { needs: before }), 'runs-on': 'ubuntu-latest', steps }];
  });
  return stringify({ name: 'cache', on: event, jobs: Object.fromEntries(entries) as object });
}

const bengalIsHere = existsSync(BENGAL);

const PUSH = workflowOf('push', {
  first: [CHECKOUT, action('', TOLD), SAY, RECORDED],
  second: [CHECKOUT, action('', TOLD), SAY],
  halves: [CHECKOUT, action('/restore', HALVES), SAY, RECORDED, { ...action('/save', HALVES), id: 'saved' }],
  stage: [CHECKOUT, STAGE, SAY_SKIP],
  ...(bengalIsHere ? { one: [CHECKOUT, ONE_STEP, SAY] } : {}),
});

const REQUEST = workflowOf('pull_request', {
  page: [CHECKOUT, PAGE, action('', TOLD), SAY, RECORDED],
  setting: [CHECKOUT, SETTING, action('', TOLD), SAY, RECORDED],
  halves: [CHECKOUT, action('/restore', HALVES), SAY],
  stage: [CHECKOUT, STAGE, SAY_SKIP, PAGE, { ...STAGE, id: 'edited' }, SAY_EDITED],
  ...(bengalIsHere ? { one: [CHECKOUT, PAGE, ONE_STEP, SAY] } : {}),
});

const EVENT = {
  number: 7,
  action: 'synchronize',
  repository: { default_branch: 'main' },
  pull_request: { number: 7, head: { ref: 'edit', repo: { fork: false } }, base: { ref: 'main' } },
};

/** A repository with the sample site, the actions and the workflows. */
function makeRepository(folder: string): void {
  cpSync(join(lighthouse, 'site'), join(folder, 'site'), { recursive: true });
  for (const name of ['action.yml', 'package.json', 'build', 'restore', 'save', 'stage'])
    cpSync(join(root, name), join(folder, 'bengal-cache', name), { recursive: true });
  cpSync(dist, join(folder, 'bengal-cache', 'dist'), { recursive: true });
  const workflows = join(folder, '.github', 'workflows');
  mkdirSync(workflows, { recursive: true });
  writeFileSync(join(workflows, 'push.yml'), PUSH);
  writeFileSync(join(workflows, 'request.yml'), REQUEST);
  writeFileSync(join(folder, '..', 'event.json'), JSON.stringify(EVENT));
  const git = (...args: string[]): void => {
    const author = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.org'];
    assert.equal(spawnSync('git', [...author, ...args], { cwd: folder }).status, 0);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Everything');
}

/** Runs the workflows of an event, which must succeed; answers the log without debug lines. */
function runAct(program: string, folder: string, args: readonly string[]): string {
  const local = ['--cache-server-addr', '127.0.0.1', '--artifact-server-addr', '127.0.0.1'];
  const here = ['--platform', 'ubuntu-latest=-self-hosted', '--pull=false', ...local];
  const run = spawnSync(program, [...args, ...here], {
    cwd: join(folder, 'repository'),
    encoding: 'utf8',
    timeout: 600_000,
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
  if (process.env['ACT_LOG'] !== undefined) appendFileSync(process.env['ACT_LOG'], log);
  assert.equal(run.status, 0, log);
  return log
    .split('\n')
    .filter((line) => !line.includes('::debug::'))
    .join('\n');
}

/** What a job says in a line of its own, or of the action. */
function assertSaid(log: string, job: string, said: string): void {
  const lines = log.split('\n').filter((line) => line.replace(/\s*\]/, ']').startsWith(`[cache/${job}]`));
  assert.ok(new RegExp(said).test(lines.join('\n')), `${job} does not say ${said}:\n${lines.join('\n')}`);
}

function tryPush(program: string, folder: string): void {
  const log = runAct(program, folder, ['push']);
  assertSaid(log, 'first', 'hit= mode=full ');
  assertSaid(log, 'first', 'Saved \\d+ files of a full build');
  assertSaid(log, 'second', 'hit=\\w* mode=skip ');
  console.log('saved and restored through the cache server of act');
  assertSaid(log, 'halves', 'Saved \\d+ files of a full build');
  console.log('the two halves save');
  assertSaid(log, 'stage', 'skip=false');
  if (bengalIsHere) {
    assertSaid(log, 'one', 'hit= mode=full ');
    assertSaid(log, 'one', 'Saved \\d+ files of a full build');
    console.log('the one step builds with real Bengal and saves');
  }
  assert.doesNotMatch(log, /::(?:warning|error)/);
}

function tryPullRequest(program: string, folder: string): void {
  const log = runAct(program, folder, ['pull_request', '--eventpath', join(folder, 'event.json')]);
  // What was laid down in place of a build has no trace of what pages read, so nothing can be kept.
  assertSaid(log, 'page', 'mode=full pages=20 config=true');
  assertSaid(log, 'setting', 'mode=full pages=20 config=false');
  assertSaid(log, 'halves', 'mode=skip ');
  assertSaid(log, 'stage', 'skip=true');
  assertSaid(log, 'stage', 'edited=false');
  if (bengalIsHere) assertSaid(log, 'one', 'mode=incremental pages=1 config=true');
  assert.doesNotMatch(log, /::error/);
  console.log(
    'a pull request builds what its edits need, a changed setting is seen, a stage is skipped until its inputs are edited',
  );
}

function tryWithoutCacheServer(program: string, folder: string): void {
  const log = runAct(program, folder, ['push', '--no-cache-server', '--job', 'first']);
  assert.equal(log.match(/::warning.*could not be used: there is no cache service here: act /g)?.length, 1, log);
  assertSaid(log, 'first', 'hit= mode=full ');
  assert.match(log, /::warning.*Not saved: there is no cache service here: act /);
  assert.doesNotMatch(log, /::error/);
  console.log('told in one warning that there is no cache server');
}

function smoke(program: string): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bengal-cache-act-')));
  try {
    for (const name of ['repository', 'home']) mkdirSync(join(folder, name));
    makeRepository(join(folder, 'repository'));
    tryPush(program, folder);
    tryPullRequest(program, folder);
    tryWithoutCacheServer(program, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const program = process.env['ACT'] ?? findWorkflowTool('act');
if (program === undefined) console.log(`Skipped: ${howToGet('act')}`);
else smoke(program);
if (!bengalIsHere) console.log('Without the one step: there is no Bengal here (npm run bengal:install).');
