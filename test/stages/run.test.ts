import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runStages, statusOfStages, type StageEnd } from '../../src/stage-job/stage-run.ts';
import { runCommand, type CommandEnd } from '../../src/stages/run-command.ts';
import { runInOrder } from '../../src/stages/schedule.ts';
import type { Stage } from '../../src/stages/stage-definition.ts';
import { parseStagesFile } from '../../src/stages/stages-file.ts';
import { stagesOfSite } from '../../src/stage-job/find-stages.ts';
import { graphBuilder } from '../../src/graph/model.ts';
import { addStages } from '../../src/graph/stages.ts';
import { stageRig, told, type StageRig } from './stage-rig.ts';

const FILE = `stages:
  build:
    inputs: content
    outputs: public/
  links:
    inputs: public
    needs: build
  spelling:
    inputs: content
  publish:
    inputs: settings.txt
    needs: [links, spelling]
`;

function stagesOf(text = FILE): readonly Stage[] {
  const parsed = parseStagesFile(text, 'stages.yaml');
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value.stages;
}

const OK: CommandEnd = { kind: 'succeeded' };

interface Ran {
  readonly ends: Readonly<Record<string, string>>;
  readonly started: readonly string[];
  readonly said: readonly string[];
}

/** Runs the stages with steps in place of commands. */
async function run(
  rig: StageRig,
  steps: Readonly<Record<string, () => CommandEnd>> = {},
  stages = stagesOf(),
): Promise<Ran> {
  const started: string[] = [];
  const said: string[] = [];
  const ends = await runStages({
    stages,
    context: rig.context(),
    cache: undefined,
    jobs: 2,
    start: async ({ name }) => {
      started.push(name);
      return steps[name]?.() ?? OK;
    },
    tell: ({ name }, sentence, kind) => said.push(`${kind === 'warning' ? '! ' : ''}${name} ${sentence}`),
  });
  return {
    ends: Object.fromEntries([...ends].map(([name, end]: [string, StageEnd]) => [name, end.kind])),
    started,
    said,
  };
}

async function siteRig(): Promise<StageRig> {
  return await stageRig({ 'content/a.md': 'a', 'settings.txt': '1' });
}

function build(rig: StageRig): () => CommandEnd {
  return () => {
    rig.write('public/index.html', rig.read('content/a.md'));
    return OK;
  };
}

const ALL_SUCCEEDED = { build: 'succeeded', spelling: 'succeeded', links: 'succeeded', publish: 'succeeded' };
const ALL_SKIPPED = { build: 'skipped', spelling: 'skipped', links: 'skipped', publish: 'skipped' };

describe('stages with needs', () => {
  test('all run, then none, then those that an edit concerns, directly or not', async () => {
    await using rig = await siteRig();
    const first = await run(rig, { build: build(rig) });
    assert.deepEqual(first.ends, ALL_SUCCEEDED);
    assert.ok(first.started.indexOf('links') > first.started.indexOf('build'));
    assert.equal(first.started.at(-1), 'publish');
    assert.deepEqual((await run(rig)).ends, ALL_SKIPPED);

    rig.write('settings.txt', '2');
    const second = await run(rig);
    assert.deepEqual(second.started, ['publish']);
    assert.ok(second.said.includes('publish runs: its inputs changed: changed settings.txt'));

    // The new page turns out as the old one, so links has the same inputs: it runs since what it needs has run.
    rig.write('content/a.md', 'a');
    rig.write('content/draft.md', '');
    const third = await run(rig, { build: build(rig) });
    assert.deepEqual(third.ends, ALL_SUCCEEDED);
    assert.ok(third.said.includes('links runs: it needs build, which runs'));
    assert.deepEqual((await run(rig)).ends, ALL_SKIPPED);
  });

  test('one that fails holds back what needs it, and nothing else; nothing of it is recorded', async () => {
    await using rig = await siteRig();
    const failed = await run(rig, { build: () => ({ kind: 'failed', status: 3 }) });
    assert.deepEqual(failed.ends, {
      build: 'failed',
      spelling: 'succeeded',
      links: 'held-back',
      publish: 'held-back',
    });
    assert.deepEqual([...failed.started].sort(), ['build', 'spelling']);
    assert.ok(failed.said.includes('! build failed: exit status 3'));
    assert.ok(failed.said.includes('! links not run, since build did not end well'));
    const again = await run(rig, { build: build(rig) });
    assert.deepEqual(again.ends, { ...ALL_SUCCEEDED, spelling: 'skipped' });
  });

  test('one that failed runs in the next run, though what it needs is up to date and its inputs are as they were', async () => {
    await using rig = await siteRig();
    await run(rig, { build: build(rig) });
    rig.write('content/draft.md', '');
    const failing = await run(rig, { build: build(rig), links: () => ({ kind: 'killed', signal: 'SIGTERM' }) });
    assert.equal(failing.ends['links'], 'failed');
    const after = await run(rig, { build: build(rig) });
    assert.deepEqual(after.ends, { build: 'skipped', spelling: 'skipped', links: 'succeeded', publish: 'succeeded' });
    assert.ok(after.said.includes('links runs: it needs build, which has run since'));
  });

  test('the status says what a run would do, and changes nothing', async () => {
    await using rig = await siteRig();
    const statuses = async (): Promise<unknown> => {
      const checks = await statusOfStages(stagesOf(), rig.context());
      return Object.fromEntries([...checks].map(([name, check]) => [name, told(check)]));
    };
    assert.deepEqual(await statuses(), {
      build: ['never-recorded'],
      spelling: ['never-recorded'],
      links: ['dependency-runs', 'input-missing', 'never-recorded'],
      publish: ['dependency-runs', 'never-recorded'],
    });
    await run(rig, { build: build(rig) });
    assert.deepEqual(await statuses(), { build: 'skip', spelling: 'skip', links: 'skip', publish: 'skip' });
    rig.remove('public/index.html');
    assert.deepEqual(await statuses(), {
      build: ['output-missing'],
      spelling: 'skip',
      links: ['dependency-runs', 'input-missing', 'inputs-changed'],
      publish: ['dependency-runs'],
    });
  });

  test('a need that is never skipped makes its dependents run each time', async () => {
    await using rig = await siteRig();
    const stages = stagesOf('stages:\n  fetch: {}\n  use:\n    inputs: settings.txt\n    needs: fetch\n');
    for (let round = 0; round < 2; round++)
      assert.deepEqual((await run(rig, {}, stages)).ends, { fetch: 'succeeded', use: 'succeeded' });
  });

  test('inputs that nothing has made are named, and what needs the stage is held back', async () => {
    await using rig = await siteRig();
    const ran = await run(rig);
    assert.equal(ran.ends['links'], 'unfit');
    assert.equal(ran.ends['publish'], 'held-back');
    assert.ok(ran.said.includes('! build succeeded, but not recorded: it succeeded without making public/'));
  });

  test('as plain data, stages join the graph with their files', async () => {
    await using rig = await siteRig();
    await run(rig, { build: build(rig) });
    rig.write('settings.txt', '2');
    const { nodes, reports } = await stagesOfSite({ text: FILE, file: 'stages.yaml' }, rig.context());
    const [buildNode, , , publish] = nodes;
    assert.deepEqual(
      reports.map(({ name, status, reasons }) => [name, status, reasons.map(({ kind }) => kind)]),
      [
        ['build', 'skip', []],
        ['spelling', 'skip', []],
        ['links', 'skip', []],
        ['publish', 'run', ['inputs-changed']],
      ],
    );
    const builder = graphBuilder();
    addStages(builder, nodes);
    assert.ok(builder.build().find('stage', 'links') !== undefined);
    await assert.rejects(stagesOfSite({ text: 'stages: {}', file: 'f' }, rig.context()), /f:1: expected at least one/);
    assert.deepEqual(
      { ...buildNode, inputHashes: buildNode?.inputHashes?.size, hash: buildNode?.hash?.length },
      {
        name: 'build',
        inputs: ['content/a.md'],
        outputs: ['public/index.html'],
        needs: [],
        status: 'fresh',
        inputHashes: 1,
        hash: 64,
        recordedAt: rig.now,
      },
    );
    assert.deepEqual([publish?.status, publish?.needs], ['stale', ['links', 'spelling']]);
  });
});

test('as many run side by side as the needs and the number of jobs allow, and no more', async () => {
  const items = [
    { name: 'a', needs: [] },
    { name: 'b', needs: [] },
    { name: 'c', needs: [] },
    { name: 'd', needs: ['a', 'b'] },
    { name: 'e', needs: ['d', 'not here'] },
  ];
  for (const jobs of [1, 2, 5]) {
    const running = new Set<string>();
    const order: string[] = [];
    let most = 0;
    const outcomes = await runInOrder({
      items,
      jobs,
      run: async ({ name, needs }, outcome) => {
        for (const need of needs.filter((one) => one !== 'not here'))
          assert.equal(outcome.get(need), need.toUpperCase());
        running.add(name);
        most = Math.max(most, running.size);
        await new Promise(setImmediate);
        running.delete(name);
        order.push(name);
        return name.toUpperCase();
      },
    });
    assert.equal(most, Math.min(jobs, 3));
    assert.deepEqual([...outcomes.keys()].sort(), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(order.slice(-2), ['d', 'e']);
  }
  const backwards = { items: items.toReversed(), jobs: 1, run: async () => 'x' };
  assert.deepEqual([...(await runInOrder(backwards)).keys()], ['c', 'b', 'a', 'd', 'e']);
  await assert.rejects(
    runInOrder({ items: [{ name: 'a', needs: ['a'] }], jobs: 1, run: async () => 'x' }),
    /not in an order/,
  );
});

describe('a command', () => {
  const program = (script: string): { kind: 'program'; argv: [string, ...string[]] } => ({
    kind: 'program',
    argv: [process.execPath, '-e', script],
  });

  async function lines(
    command: Parameters<typeof runCommand>[0]['command'],
  ): Promise<{ end: CommandEnd; said: string[] }> {
    const said: string[] = [];
    const output = { kind: 'lines', line: (text: string, from: string) => said.push(`${from} ${text}`) } as const;
    const end = await runCommand({ command, folder: import.meta.dirname, variables: process.env, output });
    return { end, said };
  }

  test('ends as it ends', async () => {
    assert.deepEqual((await lines(program('process.exit(0)'))).end, { kind: 'succeeded' });
    assert.deepEqual((await lines(program('process.exit(7)'))).end, { kind: 'failed', status: 7 });
    assert.deepEqual((await lines({ kind: 'shell', line: 'exit 4' })).end, { kind: 'failed', status: 4 });
    if (process.platform !== 'win32')
      assert.deepEqual((await lines(program('process.kill(process.pid, "SIGTERM")'))).end, {
        kind: 'killed',
        signal: 'SIGTERM',
      });
    const gone = await lines({ kind: 'program', argv: ['./no-such-program'] });
    assert.match(gone.end.kind === 'not-started' ? gone.end.why : '', /ENOENT/);
    const missing = await lines({ kind: 'shell', line: 'no-such-program-anywhere' });
    assert.equal(missing.end.kind, 'failed');
  });

  test('is told line by line, whole characters, the last line too', async () => {
    const script = `
      process.stdout.write(Buffer.from([0xc3]));
      setTimeout(() => { process.stdout.write(Buffer.from([0xa4])); process.stdout.write('\\r\\none\\n\\ntwo'); console.error('oh'); }, 20);`;
    const { said } = await lines(program(script));
    assert.deepEqual(
      said.filter((line) => line.startsWith('stdout')),
      ['stdout ä', 'stdout one', 'stdout ', 'stdout two'],
    );
    assert.ok(said.includes('stderr oh'));
  });

  test('of a program no shell touches the arguments', async () => {
    const words = ['$(id)', '`id`', ';id', "'", '"', '*', 'a b', ''];
    const { said } = await lines({
      kind: 'program',
      argv: [process.execPath, '-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...words],
    });
    assert.deepEqual(JSON.parse(said[0]?.slice('stdout '.length) ?? ''), words);
  });
});
