import assert from 'node:assert/strict';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCli } from '../../src/entry/cli-main.ts';
import { ENDINGS, exitStatus } from '../../src/entry/exit-status.ts';
import { flowRig, type FlowRig } from '../support/flow-rig.ts';

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function cli(rig: FlowRig, ...args: readonly string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): { write: (text: string) => void } => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const variables = { PATH: process.env['PATH'] };
  const shell = { cwd: rig.path, variables, stdout: stream('stdout'), stderr: stream('stderr') };
  return { status: await runCli(args, shell), ...written };
}

const STORE = ['--no-probe', '--store', '../shelf'];
const builds = async (rig: FlowRig): Promise<void> => {
  await Promise.resolve();
  rig.build();
};
const nothing = async (): Promise<void> => undefined;
async function records(rig: FlowRig): Promise<void> {
  rig.build();
  assert.equal((await cli(rig, 'record', '--no-probe')).status, 0);
}
async function stores(rig: FlowRig): Promise<void> {
  await records(rig);
  assert.equal((await cli(rig, 'save', ...STORE)).status, 0);
}
async function damages(rig: FlowRig): Promise<void> {
  await stores(rig);
  const shelf = join(rig.path, '../shelf');
  for (const name of readdirSync(shelf)) appendFileSync(join(shelf, name, 'entry'), 'x');
}

interface Row {
  readonly what: string;
  readonly given: (rig: FlowRig) => Promise<unknown>;
  readonly args: readonly string[];
  readonly status: number;
  readonly says: RegExp;
}

const ROWS: readonly Row[] = [
  { what: 'help', given: nothing, args: ['--help'], status: 0, says: /Usage/ },
  { what: 'help of build', given: nothing, args: ['build', '--help'], status: 0, says: /Usage/ },
  {
    what: 'a build that is none',
    given: nothing,
    args: ['build', '--', 'bengal', 'serve'],
    status: 2,
    says: /bengal build/,
  },
  {
    what: 'an unknown command',
    given: nothing,
    args: ['sva'],
    status: 2,
    says: /no such command, got "sva"/,
  },
  { what: 'an unknown option', given: nothing, args: ['report', '--no-such'], status: 2, says: /Option --no-such/ },
  { what: 'a folder that is none', given: nothing, args: ['report', '--site', 'no/where'], status: 2, says: /--site/ },
  { what: 'a report', given: builds, args: ['report', '--no-probe'], status: 0, says: /^State/ },
  {
    what: 'a report without a state',
    given: nothing,
    args: ['report', '--no-probe'],
    status: 0,
    says: /Build everything/,
  },
  {
    what: 'a report of another mode than expected',
    given: nothing,
    args: ['report', '--no-probe', '--expect-mode', 'skip'],
    status: 1,
    says: /expected skip/,
  },
  { what: 'why of a page', given: builds, args: ['why', '--no-probe', '/about/'], status: 0, says: /about/ },
  {
    what: 'why of nothing known',
    given: builds,
    args: ['why', '--no-probe', '/no/'],
    status: 1,
    says: /knows no page/,
  },
  { what: 'why of nothing', given: builds, args: ['why', '--no-probe'], status: 2, says: /Expected a page/ },
  { what: 'a record', given: builds, args: ['record', '--no-probe'], status: 0, says: /^Recorded/ },
  {
    what: 'a record without a state',
    given: nothing,
    args: ['record', '--no-probe'],
    status: 1,
    says: /^Nothing to record/,
  },
  { what: 'inspect of a page', given: builds, args: ['inspect', 'content/about.md'], status: 0, says: /about/ },
  { what: 'inspect of nothing known', given: builds, args: ['inspect', 'no.md'], status: 1, says: /no\.md/ },
  { what: 'a save', given: records, args: ['save', ...STORE], status: 0, says: /^Saved/ },
  { what: 'a save of what is stored', given: stores, args: ['save', ...STORE], status: 0, says: /stored already/ },
  { what: 'a save without a folder', given: builds, args: ['save', '--no-probe'], status: 2, says: /--store/ },
  {
    what: 'a save of nothing',
    given: (rig) => rig.checkOut(),
    args: ['save', ...STORE],
    status: 1,
    says: /^Not saved/,
  },
  {
    what: 'a save into a file',
    given: builds,
    args: ['save', '--no-probe', '--store', 'content/about.md'],
    status: 1,
    says: /^Not saved/,
  },
  { what: 'a restore', given: stores, args: ['restore', ...STORE], status: 0, says: /./ },
  { what: 'a restore that finds nothing', given: nothing, args: ['restore', ...STORE], status: 0, says: /./ },
  { what: 'a restore of a damaged entry', given: damages, args: ['restore', ...STORE], status: 1, says: /./ },
  {
    what: 'a restore from a file',
    given: nothing,
    args: ['restore', '--no-probe', '--store', 'content/about.md'],
    status: 1,
    says: /./,
  },
  { what: 'a graph', given: builds, args: ['graph', '--probe', 'false'], status: 0, says: /nodes/ },
  {
    what: 'a graph of nothing known',
    given: builds,
    args: ['graph', '--probe', 'false', '--focus', 'no'],
    status: 1,
    says: /knows no/,
  },
  { what: 'stages without a file', given: nothing, args: ['stage', 'status'], status: 2, says: /^ {2}stages:$/m },
];

for (const { what, given, args, status, says } of ROWS) {
  test(`exit status: ${what} ends with ${String(status)}`, async () => {
    await using rig = await flowRig();
    await given(rig);
    const ended = await cli(rig, ...args);
    assert.equal(ended.status, status, JSON.stringify(ended));
    assert.match(ended.stdout + ended.stderr, says);
    // Bad input is said on standard error alone, the result on standard output.
    if (status === 2) assert.equal(ended.stdout, '');
  });
}

test('exit status: every outcome of every command has one of two', () => {
  for (const [command, outcomes] of Object.entries(ENDINGS))
    for (const outcome of Object.keys(outcomes))
      assert.ok([0, 1].includes(exitStatus(command as 'why', outcome as 'page')), `${command} ${outcome}`);
  assert.deepEqual([exitStatus('save', 'not-saved'), exitStatus('restore', 'unavailable')], [1, 1]);
});
