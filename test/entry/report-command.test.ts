import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../../src/entry/cli-commands.ts';
import { parseCli, type Command } from '../../src/entry/cli-options.ts';
import type { Report } from '../../src/report/report.ts';
import { flowRig } from '../support/flow-rig.ts';

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

async function run([command, ...args]: readonly [Command, ...string[]], cwd: string): Promise<Printed> {
  const parsed = parseCli(command, args);
  assert.ok(parsed.ok);
  const written = { stdout: '', stderr: '' };
  const collect = (name: keyof Printed): { write(text: string): void } => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const variables = { PATH: process.env['PATH'] };
  await runCommand(parsed.value, { cwd, variables, stdout: collect('stdout'), stderr: collect('stderr') });
  return written;
}

test('report prints the bytes of the report file, the same each time, and nothing besides', async () => {
  await using site = await flowRig();
  site.build();
  const args = ['report', '--no-probe', '--format', 'json', '--report', '../report.json'] as const;
  const first = await run(args, site.path);
  assert.equal(first.stdout, readFileSync(join(site.path, '..', 'report.json'), 'utf8'));
  assert.equal(first.stderr, '');
  assert.deepEqual(await run(args, site.path), first);
  assert.equal((JSON.parse(first.stdout) as Report).times, undefined);
});

test('what no command expects is bad input, and is said before anything is done', () => {
  for (const [command, args, what] of [
    ['report', ['--prepare', 'false'], '"false" after report'],
    ['why', ['/a/', '/b/'], '"/b/" after why /a/'],
    ['record', ['site'], '"site" after record'],
  ] as const) {
    const parsed = parseCli(command, args);
    assert.deepEqual(parsed.ok ? [] : parsed.problems, [`Unexpected ${what}`]);
  }
});

test('why says what a file of the configuration would affect, and that nothing is known without a state', async () => {
  await using site = await flowRig();
  const before = run(['why', '--no-probe', '/about/'], site.path);
  assert.match((await before).stdout, /^Nothing is known of \/about\/: there is no /);
  site.build();
  const file = 'config/_default/site.yaml';
  const { stdout } = await run(['why', '--no-probe', file], site.path);
  assert.equal(stdout, `${file} did not change; if it did\n  every page: every page may show what is configured\n`);
  const nowhere = await run(['why', '--no-probe', 'no/where'], site.path);
  assert.match(nowhere.stdout, /^The state knows no page and no file named no\/where\. Expected a page's address/);
});

test('summary and page carry the same commands as the text', async () => {
  await using site = await flowRig();
  site.build();
  await site.write('content/about.md', `${await site.read('content/about.md')}\nMore.\n`);
  const files = ['--summary', '../summary.md', '--html', '../report.html'];
  const args = ['report', '--no-probe', '--environment', 'production', '--gate', 'auto', ...files] as const;
  const { stdout } = await run(args, site.path);
  const command = / ((?:\S+ )*bengal build .*)$/m.exec(stdout)?.[1] ?? '';
  assert.match(command, /--environment production/);
  for (const file of ['summary.md', 'report.html'])
    assert.ok(
      readFileSync(join(site.path, '..', file), 'utf8')
        .replaceAll('&#38;', '&')
        .includes(command),
      file,
    );
});

test('a place that cannot be written to is bad input, named with its option', async () => {
  await using site = await flowRig();
  site.build();
  await site.write('file', '');
  await assert.rejects(run(['report', '--no-probe', '--html', 'file/report.html'], site.path), {
    name: 'UserError',
    message: /^Option --html: cannot write .*report\.html: (?:EEXIST|ENOTDIR)/,
  });
});
