import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { UserError } from '../../src/core/user-error.ts';
import { runGraphCli } from '../../src/entry/cli-graph.ts';
import { parseGraphCli } from '../../src/entry/cli-graph-options.ts';
import { openMemo } from '../../src/memo/memo.ts';
import { readTracked } from '../../src/memo/run-call.ts';
import { checkStage } from '../../src/stages/check.ts';
import { markDone } from '../../src/stages/mark-done.ts';
import { defineStage } from '../../src/stages/stage-definition.ts';
import { STAGES_FILE } from '../../src/stages/stages-file.ts';
import { layRecorded, laySources } from '../support/lighthouse.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function graph(rig: SiteRig, ...args: readonly string[]): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): { write: (text: string) => void } => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const status = await runGraphCli(args, {
    cwd: rig.path,
    variables: {},
    stdout: stream('stdout'),
    stderr: stream('stderr'),
  });
  return { status, ...written };
}

/** The sample site as a job restores it: recorded, with what its pages read. */
async function recordedRig(): Promise<SiteRig> {
  const rig = await siteRig();
  layRecorded(rig.path);
  laySources(rig.path);
  return rig;
}

/** The sample site with one data file edited. */
async function edited(): Promise<SiteRig> {
  const rig = await recordedRig();
  await rig.write('data/watches.yaml', 'watches: []\n');
  return rig;
}

describe('graph', () => {
  test('says how many nodes there are of each kind, and how they stand', async () => {
    await using rig = await edited();
    const { status, stdout } = await graph(rig);
    assert.equal(status, 0);
    assert.match(stdout, /^77 nodes, 219 edges, 20 affected pages\n/);
    assert.match(stdout, /^ {2}data {12}1 {2}1 stale$/m);
    assert.match(stdout, /^ {2}page {11}20 {2}\d+ stale, \d+ unknown$/m);
  });

  test('--focus says everything about a page, by its address, its source or its output', async () => {
    await using rig = await edited();
    for (const subject of ['/keepers/relief/', 'content/keepers/relief.md', 'keepers/relief/index.html']) {
      const { status, stdout } = await graph(rig, '--focus', subject);
      assert.equal(status, 0);
      assert.match(stdout, /^page content\/keepers\/relief\.md$/m);
      assert.match(stdout, /^ {2}file {6}data\/watches\.yaml 938c741d548c1df9$/m);
    }
  });

  test('--focus on nothing known says so and fails', async () => {
    await using rig = await edited();
    assert.deepEqual(await graph(rig, '--focus', 'no\u001bthing'), {
      status: 1,
      stdout: '',
      stderr: 'bengal-cache: The graph knows no no\ufffdthing\n',
    });
  });

  test('for-file names what was made from a file, and changed what changed for each stale node', async () => {
    await using rig = await edited();
    const made = await graph(rig, 'for-file', 'data/watches.yaml');
    assert.equal(made.status, 0);
    assert.match(made.stdout, /^From data\/watches\.yaml was made\n {2}page content\/keepers\/duties\.md, stale\n/);
    const changed = JSON.parse((await graph(rig, 'changed', '--format', 'json')).stdout) as {
      stale: { name: string; files: string[] }[];
    };
    assert.deepEqual(changed.stale.find(({ name }) => name === 'keepers/duties/index.html')?.files, [
      'data/watches.yaml',
    ]);
    assert.equal((await graph(rig, 'for-file', 'no.md')).status, 1);
  });

  test('--format json lists nodes and edges; --stale only those that are not up to date', async () => {
    await using rig = await edited();
    const { stdout } = await graph(rig, '--stale', '--format', 'json');
    const { nodes, edges } = JSON.parse(stdout) as {
      nodes: { status: string }[];
      edges: { user: number; used: number }[];
    };
    assert.ok(nodes.some(({ status }) => status === 'stale'));
    assert.ok(nodes.every(({ status }) => status === 'stale' || status === 'unknown'));
    assert.ok(edges.every(({ user, used }) => user < nodes.length && used < nodes.length));
  });

  test('--output writes each format, and nothing to stdout', async () => {
    await using rig = await edited();
    const begins = { mermaid: 'flowchart LR', dot: 'digraph', svg: '<svg ', png: '\u0089PNG', html: '<!doctype html>' };
    for (const [format, beginning] of Object.entries(begins)) {
      const file = join('out', `graph.${format}`);
      const { status, stdout } = await graph(
        rig,
        '--format',
        format,
        '--output',
        file,
        '--affected',
        '--collapse',
        'section',
      );
      assert.deepEqual([status, stdout], [0, '']);
      assert.ok(readFileSync(join(rig.path, file), 'latin1').startsWith(beginning), format);
    }
  });

  test('a site without a state has an empty graph, and every page is affected', async () => {
    await using rig = await edited();
    await rig.remove('.bengal');
    const { status, stdout } = await graph(rig);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^0 nodes, 0 edges, 0 affected pages\n {2}every page may be affected: there is no \.bengal folder\n/,
    );
    assert.match((await graph(rig, '--format', 'svg')).stdout, /Every page may be affected/);
  });
});

describe('the graph folder', () => {
  test('is filled by sync, which says what it found, and emptied by prune', async () => {
    await using rig = await edited();
    const folder = join(rig.path, '.bengal/ci-graph');
    assert.match((await graph(rig, 'sync')).stdout, /^77 nodes and 219 edges in /);
    assert.equal(readdirSync(folder).length, 1);
    const again = JSON.parse((await graph(rig, 'sync', '--format', 'json')).stdout) as Record<string, unknown>;
    assert.deepEqual([again['added'], again['updated'], again['kept'], again['conflicts']], [0, 0, 0, []]);
    assert.match((await graph(rig, 'prune', '--max-age', '0')).stdout, /^Removed 77 of 77 nodes, 0 of 0 results/);
  });

  test('adds cached functions to what is shown, with the files that they read', async () => {
    await using rig = await edited();
    const memo = openMemo({ folder: join(rig.path, '.bengal/ci-graph'), root: rig.path });
    await memo.cached(() => readTracked('content/about.md').byteLength, { name: 'measure' })();
    const about = async (): Promise<string> => (await graph(rig, '--focus', 'measure()')).stdout;
    assert.match(await about(), /^function measure\(\)\n {2}status {4}fresh\n/);
    assert.match((await graph(rig, 'for-file', 'content/about.md')).stdout, /^ {2}function measure\(\), fresh$/m);
    await rig.write('content/about.md', 'another');
    assert.match(await about(), /^function measure\(\)\n {2}status {4}stale\n/);
    assert.match((await graph(rig, 'prune', '--max-size', '0')).stdout, /, 1 of 1 results /);
  });

  test('with a damaged file is used without it, and that is said', async () => {
    await using rig = await edited();
    await rig.write(`.bengal/ci-graph/graph-${'0'.repeat(32)}.json`, '{');
    const { status, stderr } = await graph(rig);
    assert.equal(status, 0);
    assert.match(stderr, /^bengal-cache: warning: graph-0+\.json in the graph folder is not used: /);
  });
});

test('a template that a theme in the site overrides makes its pages stale', async () => {
  await using rig = await recordedRig();
  await rig.write('themes/mine/templates/watch.html', '<p>other</p>\n');
  const { stdout } = await graph(rig, 'changed');
  assert.match(stdout, /^page content\/keepers\/relief\.md\n {4}themes\/mine\/templates\/watch\.html$/m);
  assert.match(
    (await graph(rig, 'for-file', 'themes/mine/templates/watch.html')).stdout,
    /page content\/keepers\/relief\.md/,
  );
});

test('stages of the site stand in the graph', async () => {
  await using rig = await edited();
  await rig.write(STAGES_FILE, 'stages:\n  check:\n    inputs: [content/about.md]\n');
  const { status, stdout } = await graph(rig, '--focus', 'check');
  assert.equal(status, 0);
  assert.match(stdout, /^stage check\n {2}status {4}missing\n/);
});

test('a file of stages that is of no use is one warning, and the graph is shown all the same', async () => {
  await using rig = await edited();
  await rig.write(STAGES_FILE, 'stages:\n  check:\n    inputs: [content/about.md]\n    ttl: soon\n');
  for (const args of [[], ['sync'], ['--format', 'svg', '--output', 'graph.svg']]) {
    const { status, stderr } = await graph(rig, ...args);
    assert.equal(status, 0);
    assert.match(stderr, /^bengal-cache: warning: The stages are left out: bengal-cache\.stages\.yaml:4: .*\n$/);
  }
});

test('a stage that succeeded is fresh in the graph, and stale after an edit of what it reads', async () => {
  await using rig = await recordedRig();
  await rig.write(STAGES_FILE, 'stages:\n  check:\n    inputs: [content/about.md]\n');
  const context = { root: rig.path, variables: {} };
  await markDone(await checkStage(defineStage({ name: 'check', inputs: ['content/about.md'] }), context));
  assert.match((await graph(rig, '--focus', 'check')).stdout, /^stage check\n {2}status {4}fresh\n/);
  const mermaid = await graph(rig, '--focus', 'check', '--format', 'mermaid');
  assert.match(mermaid.stdout, /check/);
  await rig.write('content/about.md', 'edited\n');
  assert.match((await graph(rig, '--focus', 'check')).stdout, /^stage check\n {2}status {4}stale\n/);
  const json = JSON.parse((await graph(rig, '--focus', 'check', '--format', 'json')).stdout) as {
    nodes: { kind: string; name: string; status: string }[];
  };
  assert.equal(json.nodes.find(({ kind }) => kind === 'stage')?.status, 'stale');
});

describe('bad input', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown command', ['draw'], /^Expected one of show, sync, for-file, changed, prune after graph, got "draw"$/],
    ['no file', ['for-file'], /^Expected a file after graph for-file$/],
    ['too much', ['changed', 'x'], /^Expected nothing more after graph changed$/],
    ['an unknown format', ['--format', 'gif'], /^Option --format: expected mermaid, .* or text, got "gif"$/],
    [
      'a picture of an answer',
      ['changed', '--format', 'svg'],
      /^Option --format: expected json or text for graph changed/,
    ],
    ['a PNG picture without a file', ['--format', 'png'], /^Option --output: expected a file for the PNG picture$/],
    ['a depth of nothing', ['--depth', '2'], /^Option --depth: expected --focus as well$/],
    ['half a step', ['--focus', 'x', '--depth', '0.5'], /^Option --depth: expected a whole number from 0, got "0\.5"$/],
    ['an age that is none', ['prune', '--max-age', 'old'], /^Option --max-age: expected a number from 0, got "old"$/],
    ['another way to collapse', ['--collapse', 'kind'], /^Option --collapse: expected section, got "kind"$/],
    ['two choices', ['--stale', '--affected'], /^Expected --stale or --affected, not both$/],
    ['an unknown option', ['--colour'], /Option --colour: there is none of this name/],
  ];
  for (const [what, args, problem] of cases) {
    test(`${what} is refused in words`, () => {
      const parsed = parseGraphCli(args);
      assert.ok(!parsed.ok);
      assert.match(parsed.problems.join('\n'), problem);
    });
  }

  test('is refused with all problems at once', () => {
    const parsed = parseGraphCli(['--format', 'png', '--depth=-1', '--collapse', 'x']);
    assert.ok(!parsed.ok);
    assert.equal(parsed.problems.length, 4);
  });

  test('a graph folder outside of the site is refused before anything is written', async () => {
    await using rig = await edited();
    for (const folder of ['../elsewhere', '/tmp/elsewhere', ''])
      await assert.rejects(graph(rig, 'sync', '--graph-dir', folder), UserError);
    assert.equal(existsSync(join(rig.path, '../elsewhere')), false);
  });
});
