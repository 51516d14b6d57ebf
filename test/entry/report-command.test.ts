import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../../src/entry/cli-commands.ts';
import { parseCli } from '../../src/entry/cli-options.ts';
import type { Report } from '../../src/report/report.ts';
import { flowRig } from '../support/flow-rig.ts';

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: readonly string[], cwd: string): Promise<Printed> {
  const parsed = parseCli(args);
  assert.ok(parsed.ok && 'operands' in parsed.value);
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
  await site.build();
  const args = ['report', '--no-probe', '--format', 'json', '--report', '../report.json'];
  const first = await run(args, site.path);
  assert.equal(first.stdout, readFileSync(join(site.path, '..', 'report.json'), 'utf8'));
  assert.equal(first.stderr, '');
  assert.deepEqual(await run(args, site.path), first);
  assert.equal((JSON.parse(first.stdout) as Report).times, undefined);
});
