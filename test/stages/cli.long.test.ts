import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { UserError } from '../../src/core/user-error.ts';
import { parseStageCli } from '../../src/entry/cli-stage-options.ts';
import { runStageCli } from '../../src/entry/cli-stage.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { stageRig, type StageRig } from './stage-rig.ts';

const FILE = `stages:
  words:
    inputs: content
    outputs: out/words.txt
    command: [node, words.js]
    code: words.js
  check:
    inputs:
      - content/**
      - out/words.txt
    command: node check.js
    env: STRICT
    needs: words
`;

const FILES = {
  'bengal-cache.stages.yaml': FILE,
  'content/a.md': 'one two',
  'words.js': `const fs = require('node:fs');
fs.mkdirSync('out', { recursive: true });
const words = fs.readFileSync('content/a.md', 'utf8').split(' ').length;
fs.writeFileSync('out/words.txt', String(words));
console.log(words + ' words');`,
  'check.js': `console.error('checking'); if (process.env.STRICT) process.exit(3);`,
};

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function cli(rig: StageRig, ...args: string[]): Promise<Ended> {
  const ended = { status: -1, stdout: '', stderr: '' };
  const shell = {
    cwd: rig.root,
    variables: { ...process.env, ...rig.variables },
    stdout: { write: (text: string) => (ended.stdout += text) },
    stderr: { write: (text: string) => (ended.stderr += text) },
  };
  try {
    ended.status = await runStageCli(args, shell);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    ended.stderr += thrown.problems.join('\n');
    ended.status = 2;
  }
  return ended;
}

describe('bengal-cache stage', () => {
  test('status tells, run runs what is not up to date, and JSON is alone on standard output', async () => {
    await using rig = await stageRig(FILES);
    const before = await cli(rig, 'status');
    assert.deepEqual([before.status, before.stderr], [0, '']);
    assert.match(
      before.stdout,
      /^run {3}words {2}no success of it is recorded\nrun {3}check {2}it needs words, which runs \(/,
    );

    const first = await cli(rig, 'run');
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stdout, /^\[words\] 2 words\n$/);
    assert.match(first.stderr, /\[check\] checking\n/);
    assert.match(first.stderr, /bengal-cache: check: succeeded and recorded\n$/);

    const second = await cli(rig, 'run', '--format', 'json');
    const { schemaVersion, stages } = JSON.parse(second.stdout) as { schemaVersion: number; stages: { end: string }[] };
    assert.deepEqual([schemaVersion, stages.map(({ end }) => end)], [1, ['skipped', 'skipped']]);

    rig.write('content/a.md', 'one two three');
    const third = await cli(rig, 'run', '--format', 'json');
    assert.match(third.stderr, /\[words\] 3 words/);
    assert.match(third.stderr, /words: runs: its inputs changed: changed content\/a\.md/);
    assert.doesNotThrow(() => JSON.parse(third.stdout));
  });

  test('a stage by name brings along what it needs, and nothing else', async () => {
    await using rig = await stageRig(FILES);
    assert.match((await cli(rig, 'status', 'words')).stdout, /^run {3}words {2}[^\n]*\n$/);
    assert.match((await cli(rig, 'run', 'check', '--jobs', '2')).stderr, /words: succeeded[\s\S]*check: succeeded/);
  });

  test('a stage that fails ends the run with status 1, and runs again', async () => {
    await using rig = await stageRig(FILES);
    rig.variables['STRICT'] = '1';
    const failed = await cli(rig, 'run');
    assert.equal(failed.status, 1);
    assert.match(failed.stderr, /warning: check: failed: exit status 3/);
    rig.variables['STRICT'] = undefined;
    const again = await cli(rig, 'run');
    assert.equal(again.status, 0);
    assert.match(again.stderr, /words: skipped[\s\S]*check: succeeded and recorded/);
    assert.match((await cli(rig, 'run', '--force')).stderr, /words: runs: it was asked to run/);
  });

  test('explain tells everything, whatever the names say to a terminal', async () => {
    await using rig = await stageRig({ ...FILES, 'content/\u001b[2Jx.md': '' });
    await cli(rig, 'run');
    rig.write('content/\u001b[2Jx.md', 'edited');
    rig.variables['STRICT'] = '1';
    const { stdout } = await cli(rig, 'explain', 'check');
    assert.ok(!stdout.includes('\u001b'));
    assert.match(stdout, /^Stage {4}check\nVerdict {2}run\n/);
    assert.match(stdout, /because it needs words, which runs\n/);
    assert.match(stdout, /because its inputs changed: changed content\/.*x\.md\n {4}~ content/);
    assert.match(stdout, /because the environment changed: STRICT\n/);
    assert.match(stdout, /\nInputs {3}3 files of content\/\*\* out\/words\.txt\n/);
    assert.match(stdout, /\nCommand {2}node check\.js\nReads {4}STRICT of the environment\nNeeds {4}words\n$/);
    const json = JSON.parse((await cli(rig, 'explain', 'check', '--format', 'json')).stdout) as {
      stages: { name: string; reasons: { kind: string }[] }[];
    };
    assert.deepEqual(
      json.stages.map(({ name, reasons }) => [name, reasons.map(({ kind }) => kind)]),
      [['check', ['dependency-runs', 'inputs-changed', 'environment-changed']]],
    );
  });

  test('invalidate forgets one stage, or all', async () => {
    await using rig = await stageRig(FILES);
    await cli(rig, 'run');
    assert.equal((await cli(rig, 'invalidate', 'words')).stdout, 'words: forgotten\n');
    assert.match((await cli(rig, 'status')).stdout, /run {3}words {2}no success.*\nrun {3}check {2}it needs words/);
    assert.equal((await cli(rig, 'invalidate', 'words')).stdout, 'words: nothing was recorded\n');
    await cli(rig, 'run');
    rig.remove('bengal-cache.stages.yaml');
    assert.equal((await cli(rig, 'invalidate', '--all')).stdout, 'check: forgotten\nwords: forgotten\n');
    assert.equal(existsSync(join(rig.root, '.bengal/stages/words.files')), false);
  });

  test('a stage can be given by options, and records travel through a folder', async () => {
    await using one = await stageRig(FILES);
    await using other = await stageRig(FILES);
    await using store = await temporaryFolder();
    const stage = ['--name', 'words', '--inputs', 'content', '--outputs', 'out/', '--cache-outputs', '--jobs', '2'];
    const run = ['run', ...stage, '--store', store.path, '--format', 'json', '--', process.execPath, 'words.js'];
    assert.equal((await cli(one, ...run)).status, 0);
    const there = await cli(other, ...run);
    assert.match(there.stderr, /words: skipped/);
    assert.equal(other.read('out/words.txt'), '2');
    assert.match((await cli(other, 'status', ...stage)).stdout, /^run {3}words {2}its command changed\n$/);
  });

  test('of a command after -- the exit status is passed on, and nothing is recorded', async () => {
    await using rig = await stageRig(FILES);
    rig.variables['STRICT'] = '1';
    const run = ['run', '--name', 'x', '--inputs', 'content', '--format', 'json', '--', process.execPath, 'check.js'];
    assert.equal((await cli(rig, ...run)).status, 3);
    rig.variables['STRICT'] = undefined;
    assert.equal((await cli(rig, ...run)).status, 0);
    assert.match((await cli(rig, ...run)).stderr, /x: skipped/);
    const inFile = await cli(rig, 'run', 'words', '--format', 'json', '--', process.execPath, 'words.js');
    assert.match(inFile.stderr, /words: succeeded and recorded/);
    assert.match((await cli(rig, 'status', 'words')).stdout, /its command changed/);
  });

  test('bad input is told before anything runs, with file and line', async () => {
    await using rig = await stageRig({ ...FILES, 'no-command.yaml': 'stages:\n  a:\n    inputs: content\n' });
    const problems = async (...args: string[]): Promise<string> => {
      const ended = await cli(rig, ...args);
      assert.equal(ended.status, 2, ended.stdout);
      assert.equal(ended.stdout, '');
      return ended.stderr;
    };
    assert.match(await problems('status', '--site', 'nowhere'), /Option --site: expected a folder that exists/);
    assert.match(
      await problems('status', '--file', 'nowhere.yaml'),
      /There is no nowhere\.yaml here, so no stage is known/,
    );
    assert.match(
      await problems('status', 'nobody'),
      /bengal-cache\.stages\.yaml: expected one of words, check, got "nobody"/,
    );
    assert.match(
      await problems('run', '--file', 'no-command.yaml'),
      /no-command\.yaml: stage a: expected a command to run/,
    );
    assert.match(await problems('status', '--entries-dir', '../x'), /Option --entries-dir: expected a relative path/);
    assert.match(
      await problems('status', '--name', 'x', '--inputs', '../y'),
      /Option --inputs: expected a pattern inside/,
    );
    rig.write('bengal-cache.stages.yaml', FILE.replace('content/**', 'contents/**'));
    await cli(rig, 'run', 'words', '--format', 'json');
    for (const command of ['status', 'run'])
      assert.match(
        await problems(command),
        /^bengal-cache\.stages\.yaml:9: stage check: inputs: nothing matches "contents\/\*\*"$/,
      );
    assert.equal(existsSync(join(rig.root, '.bengal/stages/check.stage')), false);
  });

  test('a pattern whose files are gone is a reason to run, one that never matched is a mistake', async () => {
    await using rig = await stageRig(FILES);
    await cli(rig, 'run');
    rig.remove('out/words.txt');
    rig.write('bengal-cache.stages.yaml', FILE.replace('    needs: words\n', ''));
    assert.match((await cli(rig, 'status')).stdout, /run {3}check {2}no input matches out\/words\.txt \(/);
  });
});

describe('the arguments of bengal-cache stage', () => {
  const WRONG: readonly (readonly [args: string, problem: RegExp])[] = [
    ['', /Expected one of status, run, explain, invalidate after stage, got nothing/],
    ['fly', /got "fly"/],
    ['status --colour red', /colour/],
    ['status --format yaml', /Option --format: expected text or json, got "yaml"/],
    ['run --jobs 0', /Option --jobs: expected a whole number from 1, got "0"/],
    ['run --jobs many', /got "many"/],
    ['status --inputs x', /Option --inputs: expected --name as well/],
    ['status a --name b', /Expected --name or names of stages in the file, not both/],
    ['status --name b --file c', /Expected --name or --file, not both/],
    ['status -- make', /Expected no -- after stage status/],
    ['run --name x --', /Expected a command after --/],
    ['run -- make', /before -- CMD/],
    ['run a b -- make', /one stage of the file, before -- CMD/],
    ['run --name x', /Expected -- CMD after --name NAME/],
    ['explain', /Expected the name of one stage/],
    ['explain a b', /Expected the name of one stage/],
    ['invalidate', /Expected the name of a stage after invalidate, or --all/],
    ['invalidate a --all', /or --all/],
    ['run --all', /Option --all: only invalidate has it/],
  ];

  for (const [args, problem] of WRONG) {
    test(`"${args}" is refused with a sentence`, () => {
      const parsed = parseStageCli(args.split(' ').filter(Boolean));
      assert.equal(parsed.ok, false);
      assert.match(parsed.problems.join('\n'), problem);
    });
  }
});
