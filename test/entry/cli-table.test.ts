import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { closestName } from '../../src/core/closest.ts';
import { runCli, SPECS } from '../../src/entry/cli-main.ts';
import { optionsOf } from '../../src/entry/cli-parse.ts';
import { flowRig } from '../support/flow-rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function cli(args: readonly string[], cwd = process.cwd()): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): { write: (text: string) => void } => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const shell = { cwd, variables: { PATH: process.env['PATH'] }, stdout: stream('stdout'), stderr: stream('stderr') };
  return { status: await runCli(args, shell), ...written };
}

const problemOf = async (...args: readonly string[]): Promise<string> => {
  const { status, stdout, stderr } = await cli(args);
  assert.deepEqual([status, stdout], [2, ''], stderr);
  return stderr;
};

describe('help', () => {
  test('names every command', async () => {
    const { status, stdout } = await cli(['--help']);
    assert.equal(status, 0);
    for (const { name } of SPECS) assert.match(stdout, new RegExp(`^ {2}${name} +[A-Z]`, 'm'));
    for (const args of [['-h'], ['help']]) assert.equal((await cli(args)).stdout, stdout);
  });

  for (const spec of SPECS)
    test(`of ${spec.name} names every option, has examples, and is at most 100 columns wide`, async () => {
      const { status, stdout } = await cli([spec.name, '--help']);
      assert.equal(status, 0);
      for (const [option, { value }] of Object.entries(optionsOf(spec)))
        assert.ok(stdout.includes(`--${option}${value === undefined ? '' : ` ${value}`}`), option);
      assert.match(stdout, new RegExp(`^Examples\n {2}bengal-cache ${spec.name}`, 'm'));
      for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line);
      for (const args of [
        [spec.name, '-h'],
        [spec.name, '--format', 'nonsense', '--help'],
        ['help', spec.name],
      ])
        assert.equal((await cli(args)).stdout, stdout);
    });

  test('is not shown for what a command of the user is told', async () => {
    assert.match(await problemOf('build', '--no-such', '--', 'bengal', '--help'), /--no-such/);
  });

  test('is the name of a page where a command takes one', async () => {
    await using rig = await flowRig();
    rig.build();
    const { status, stdout } = await cli(['inspect', 'help'], rig.path);
    assert.deepEqual([status, stdout.includes('no file named help')], [1, true]);
  });
});

describe('what was typed is judged in our own words', () => {
  const tail = (command: string): string => ` (bengal-cache ${command} --help lists them)\n`;

  for (const command of ['report', 'stage', 'graph', 'build', 'delta', 'init', 'doctor'])
    test(`the options of ${command}`, async () => {
      const of = (...args: readonly string[]): Promise<string> => problemOf(command, ...args);
      assert.match(await of('--wrong-thing'), /^bengal-cache: Option --wrong-thing: there is none of this name \(/);
      assert.ok((await of('-x')).startsWith(`bengal-cache: Option -x: there is none of this name${tail(command)}`));
      assert.match(await of('--quiet=yes'), /^bengal-cache: Option --quiet: takes no value$/m);
      assert.match(await of('--help=yes'), /^bengal-cache: Option --help: takes no value$/m);
    });

  test('every problem is told at once', async () => {
    const told = await problemOf('report', '--prepare=yes', '--format', '--site', '--sumary', 'x');
    assert.deepEqual(told.trimEnd().split('\n'), [
      'bengal-cache: Option --prepare: takes no value',
      'bengal-cache: Option --format: expected a value; write --format=VALUE where it begins with a dash',
      `bengal-cache: Option --sumary: there is none of this name. Did you mean --summary?${tail('report').trimEnd()}`,
      'bengal-cache: Unexpected "x" after report',
    ]);
    assert.match(await problemOf('why', '/a/', '--site'), /^bengal-cache: Option --site: expected a value$/m);
  });

  test('a value may begin with a dash where it is joined to its option', async () => {
    assert.match(await problemOf('graph', '--depth=-1'), /Option --depth: expected a whole number from 0, got "-1"/);
  });

  test('an option that only the prototype of an object has is none', async () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      assert.match(await problemOf('report', `--${name}`), /there is none of this name/);
    assert.match(await problemOf('constructor'), /There is no such command/);
  });

  test('commands and parts of them that were mistyped are guessed', async () => {
    assert.match(await problemOf('reprot'), /got "reprot"\. Did you mean report\?/);
    assert.match(await problemOf('graph', 'chagned'), /got "chagned"\. Did you mean changed\?/);
    assert.match(await problemOf('stage', 'stauts'), /got "stauts"\. Did you mean status\?/);
    assert.match(await problemOf('--site', 'docs', 'report'), /Expected a command before options, got "--site"/);
    assert.match(await problemOf(), /^bengal-cache: Expected a command: build, init/);
  });
});

test('pages and files that were mistyped are guessed, alike by why, inspect and graph', async () => {
  await using rig = await flowRig();
  rig.build();
  for (const [args, guess] of [
    [['why', '--no-probe', '/abuot/'], '/about/'],
    [['why', '--no-probe', 'content/abuot.md'], 'content/about.md'],
    [['inspect', '/abuot/'], '/about/'],
    [['inspect', 'about/index.htm'], 'about/index.html'],
    [['graph', '--no-probe', '--focus', 'content/abuot.md'], 'content/about.md'],
  ] as const) {
    const { status, stdout, stderr } = await cli(args, rig.path);
    assert.deepEqual(
      [status, (stdout + stderr).trimEnd().endsWith(`Did you mean ${guess}?`)],
      [1, true],
      stdout + stderr,
    );
  }
});

test('inspect takes what why takes', async () => {
  await using rig = await flowRig();
  rig.build();
  const [first = '', ...others] = await Promise.all(
    ['/about/', '/about', 'about/index.html', 'content/about.md'].map(async (subject) => {
      const { status, stdout } = await cli(['inspect', subject], rig.path);
      assert.equal(status, 0, subject);
      assert.equal((await cli(['why', '--no-probe', subject], rig.path)).status, 0, subject);
      return /^content page [\s\S]*?(?=^ {2}SHA|^What)/m.exec(stdout)?.[0];
    }),
  );
  assert.match(first, /^content page content\/about\.md\n {2}outputs {4}about\/index\.html/);
  for (const other of others) assert.equal(other, first);
});

test('quiet leaves the result and what is wrong', async () => {
  await using rig = await flowRig();
  rig.build();
  const loud = await cli(['init', '--site', '.', '--dry-run'], rig.path);
  const quiet = await cli(['init', '--site', '.', '--dry-run', '-q'], rig.path);
  assert.notEqual(loud.stderr, '');
  assert.deepEqual(quiet, { ...loud, stderr: '' });
  assert.match((await cli(['report', '-q', '--no-such'], rig.path)).stderr, /--no-such/);
});

test('the closest name is one that typing could have missed', () => {
  assert.equal(closestName('recrod', ['report', 'record', 'restore']), 'record');
  assert.equal(closestName('zzz', ['report', 'record']), undefined);
  assert.equal(closestName('', ['a', 'report']), 'a');
  assert.equal(closestName('REPORT', ['report']), 'report');
});

describe('completions', () => {
  for (const shell of ['bash', 'zsh', 'fish'])
    test(`${shell}: every command and option is in it`, async () => {
      const { status, stdout } = await cli(['completion', shell]);
      assert.equal(status, 0);
      for (const spec of SPECS) {
        assert.ok(stdout.includes(spec.name));
        for (const option of Object.keys(optionsOf(spec)))
          assert.match(stdout, new RegExp(`${shell === 'fish' ? '-l ' : '--'}${option}\\b`));
      }
    });

  for (const shell of ['bash', 'zsh', 'fish'])
    test(`${shell}: the shell reads it`, async (t) => {
      if (spawnSync(shell, ['--version']).status !== 0) {
        t.skip(`there is no ${shell} here`);
        return;
      }
      await using folder = await temporaryFolder();
      const file = join(folder.path, 'completion');
      writeFileSync(file, (await cli(['completion', shell])).stdout);
      const read = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
      assert.deepEqual([read.status, read.stderr], [0, '']);
    });

  test('bash: commands, options, values and files', async (t) => {
    if (spawnSync('bash', ['-c', 'mapfile < /dev/null']).status !== 0) {
      t.skip('there is no bash here that has mapfile');
      return;
    }
    const { stdout: script } = await cli(['completion', 'bash']);
    const complete = (...words: readonly string[]): string[] => {
      const typed = words.map((word) => `'${word}'`).join(' ');
      const program = `${script}\nCOMP_WORDS=(${typed}) COMP_CWORD=${String(words.length - 1)}\n_bengal_cache\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', program], { encoding: 'utf8' }).stdout.trim().split('\n');
    };
    assert.deepEqual(complete('bengal-cache', 're'), ['report', 'record', 'restore']);
    assert.deepEqual(complete('bengal-cache', 'why', '--form'), ['--format']);
    assert.deepEqual(complete('bengal-cache', 'why', '--format', ''), ['text', 'json']);
    assert.deepEqual(complete('bengal-cache', 'graph', 'for'), ['for-file']);
    assert.deepEqual(complete('bengal-cache', 'graph', 'changed', '--format', 'j'), ['json']);
    // Nothing of ours: names of files come instead.
    for (const words of [
      ['why', ''],
      ['report', '--site', ''],
      ['graph', 'for-file', ''],
    ])
      assert.deepEqual(complete('bengal-cache', ...words), ['']);
  });
});
