import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StageContext } from '../../src/stages/check.ts';
import { markDone, runUnlessDone } from '../../src/stages/mark-done.ts';
import { defineStage, type StageFields } from '../../src/stages/stage-definition.ts';
import type { RunReasonKind } from '../../src/stages/stage-verdict.ts';
import { renderReason, renderVerdict } from '../../src/stages/stage-words.ts';
import { NOON, stageRig, told, type StageRig } from './stage-rig.ts';

const FILES = {
  'content/a.md': 'a',
  'content/b.md': 'b',
  'scripts/check.js': 'check()',
  'out/report.txt': 'report',
  'page/index.html': 'page',
};

const FIELDS: StageFields = {
  name: 'links',
  inputs: ['content/**'],
  outputs: ['out/*.txt', 'page/'],
  code: ['scripts/*.js'],
  command: 'node scripts/check.js',
  env: ['MODE'],
  salt: '1',
  scope: 'job',
  ttl: '12h',
  needs: ['build'],
};

const BUILT = new Map([['build', { kind: 'up-to-date', success: 'first' } as const]]);
const HOUR = 3_600_000;

/** What alone differs from a stage that is up to date. */
interface Row {
  readonly flips: string;
  readonly reason: RunReasonKind;
  /** Words that the reason has to hold. */
  readonly says: RegExp;
  readonly change?: (rig: StageRig) => void;
  readonly fields?: Partial<StageFields>;
  readonly context?: Partial<StageContext>;
}

const TABLE: readonly Row[] = [
  {
    flips: 'an edited input',
    reason: 'inputs-changed',
    says: /changed content\/a\.md/,
    change: (rig) => rig.write('content/a.md', 'A'),
  },
  {
    flips: 'an added input',
    reason: 'inputs-changed',
    says: /added content\/c\.md/,
    change: (rig) => rig.write('content/c.md', 'c'),
  },
  {
    flips: 'a deleted input',
    reason: 'inputs-changed',
    says: /deleted content\/b\.md/,
    change: (rig) => rig.remove('content/b.md'),
  },
  {
    flips: 'a renamed input',
    reason: 'inputs-changed',
    says: /added content\/z\.md; deleted content\/a\.md/,
    change: (rig) => rig.move('content/a.md', 'content/z.md'),
  },
  {
    flips: 'an input that may be executed now',
    reason: 'inputs-changed',
    says: /changed content\/a\.md/,
    change: (rig) => rig.mode('content/a.md', 0o755),
  },
  {
    flips: 'edited code',
    reason: 'code-changed',
    says: /its code changed: changed scripts\/check\.js/,
    change: (rig) => rig.write('scripts/check.js', 'other()'),
  },
  {
    flips: 'another command',
    reason: 'command-changed',
    says: /command/,
    fields: { command: 'node scripts/check.js --all' },
  },
  {
    flips: 'the same command without a shell',
    reason: 'command-changed',
    says: /command/,
    fields: { command: ['node', 'scripts/check.js'] },
  },
  {
    flips: 'another value in the environment',
    reason: 'environment-changed',
    says: /environment changed: MODE/,
    context: { variables: { MODE: 'strict' } },
  },
  {
    flips: 'an empty variable that was not set',
    reason: 'environment-changed',
    says: /MODE/,
    context: { variables: { MODE: '' } },
  },
  { flips: 'one more variable', reason: 'environment-changed', says: /LANG/, fields: { env: ['MODE', 'LANG'] } },
  { flips: 'another salt', reason: 'salt-changed', says: /salt/, fields: { salt: '2' } },
  { flips: 'another job', reason: 'scope-changed', says: /another job/, fields: { scope: 'other job' } },
  {
    flips: 'a missing output',
    reason: 'output-missing',
    says: /out\/report\.txt/,
    change: (rig) => rig.remove('out/report.txt'),
  },
  {
    flips: 'a missing file in an output folder',
    reason: 'output-missing',
    says: /page\/index\.html/,
    change: (rig) => rig.remove('page/index.html'),
  },
  {
    flips: 'an output pattern that matches nothing',
    reason: 'output-missing',
    says: /other\/\*\.txt/,
    fields: { outputs: ['out/*.txt', 'page/', 'other/*.txt'] },
  },
  {
    flips: 'an output folder that is not there',
    reason: 'output-missing',
    says: /empty\//,
    fields: { outputs: ['out/*.txt', 'page/', 'empty/'] },
  },
  {
    flips: 'an output of other content, where that counts',
    reason: 'output-differs',
    says: /changed out\/report\.txt/,
    fields: { verifyOutputs: true },
    change: (rig) => rig.write('out/report.txt', 'REPORT'),
  },
  {
    flips: 'one more output, where contents count',
    reason: 'output-differs',
    says: /added out\/more\.txt/,
    fields: { verifyOutputs: true },
    change: (rig) => rig.write('out/more.txt', ''),
  },
  {
    flips: 'a success that is as old as its ttl',
    reason: 'expired',
    says: /12 h old, which is not under 12 h/,
    context: { now: () => NOON + 12 * HOUR },
  },
  {
    flips: 'a success from the future',
    reason: 'from-the-future',
    says: /1 h ahead of the clock/,
    context: { now: () => NOON - HOUR },
  },
  { flips: 'a clock that says nonsense', reason: 'expired', says: /old/, context: { now: () => Number.NaN } },
  {
    flips: 'a dependency that runs',
    reason: 'dependency-runs',
    says: /needs build, which runs/,
    context: { needed: new Map([['build', { kind: 'runs', success: undefined }]]) },
  },
  {
    flips: 'a dependency that nobody knows of',
    reason: 'dependency-runs',
    says: /needs build/,
    context: { needed: new Map() },
  },
  {
    flips: 'a dependency that has succeeded once more',
    reason: 'dependency-ran',
    says: /needs build, which has run since/,
    context: { needed: new Map([['build', { kind: 'up-to-date', success: 'second' }]]) },
  },
  {
    flips: 'a removed record',
    reason: 'never-recorded',
    says: /no success/,
    change: (rig) => rig.remove('.bengal/stages/links.stage'),
  },
  {
    flips: 'a damaged record',
    reason: 'record-damaged',
    says: /of no use: its lines do not fit its check/,
    change: (rig) =>
      rig.write('.bengal/stages/links.stage', rig.read('.bengal/stages/links.stage').replace('T12:', 'T13:')),
  },
  {
    flips: 'a record without its listing',
    reason: 'record-damaged',
    says: /listing/,
    change: (rig) => rig.remove('.bengal/stages/links.files'),
  },
  {
    flips: 'a damaged listing',
    reason: 'record-damaged',
    says: /listing/,
    change: (rig) => rig.write('.bengal/stages/links.files', 'output file none out/report.txt\n'),
  },
  { flips: 'whoever wants it to run', reason: 'forced', says: /asked/, context: { forced: true } },
  {
    flips: 'a run in which no record counts',
    reason: 'no-record-counts',
    says: /no record counts in this run: strangers/,
    context: { distrusted: 'strangers can bring records' },
  },
  {
    flips: 'an input that is a link to a folder',
    reason: 'unverifiable',
    says: /content\/sub cannot be checked, since it is a symbolic link to something that is no readable file/,
    change: (rig) => rig.link('content/sub', '../page'),
  },
  {
    flips: 'an input that is a link out of the tree',
    reason: 'unverifiable',
    says: /content\/host cannot be checked, since it is a symbolic link out of the site/,
    change: (rig) => rig.link('content/host', '/etc/hostname'),
  },
];

async function recorded(): Promise<StageRig> {
  const rig = await stageRig(FILES);
  const outcome = await rig.succeed(FIELDS, { needed: BUILT });
  assert.equal(outcome.kind, 'recorded');
  return rig;
}

describe('a stage is skipped unless something speaks against it', () => {
  test('nothing differs: skip, with the age of the success', async () => {
    await using rig = await recorded();
    rig.now += 2 * HOUR;
    const { verdict } = await rig.check(FIELDS, { needed: BUILT });
    assert.deepEqual(verdict, { kind: 'skip', key: verdict.key, age: 7200 });
    assert.equal(renderVerdict(verdict), 'nothing changed since its last success 2 h ago');
  });

  for (const { flips, reason, says, change, fields, context } of TABLE) {
    test(`${flips} alone makes it run, and is named as the reason`, async () => {
      await using rig = await recorded();
      change?.(rig);
      const check = await rig.check({ ...FIELDS, ...fields }, { needed: BUILT, ...context });
      assert.deepEqual(told(check), [reason]);
      assert.match(check.verdict.kind === 'run' ? renderReason(check.verdict.reasons[0]) : '', says);
    });
  }

  test('every kind of reason has a row, or a test of its own below', () => {
    const below: RunReasonKind[] = ['no-inputs', 'input-missing', 'code-missing'];
    const tested = new Set<string>([...TABLE.map(({ reason }) => reason), ...below]);
    // A new kind does not compile until it stands here.
    const all: Record<RunReasonKind, true> = {
      ...{
        forced: true,
        'no-record-counts': true,
        'no-inputs': true,
        'input-missing': true,
        'code-missing': true,
        unverifiable: true,
      },
      ...{ 'never-recorded': true, 'record-damaged': true, 'inputs-changed': true, 'code-changed': true },
      ...{ 'command-changed': true, 'salt-changed': true, 'scope-changed': true, 'environment-changed': true },
      ...{ 'dependency-runs': true, 'dependency-ran': true, 'output-missing': true, 'output-differs': true },
      ...{ expired: true, 'from-the-future': true },
    };
    for (const kind of Object.keys(all)) assert.ok(tested.has(kind), kind);
  });

  test('a stage without inputs runs each time', async () => {
    await using rig = await stageRig(FILES);
    const stage = { name: 'always', code: ['scripts/*.js'] };
    assert.deepEqual(await rig.succeed(stage), {
      kind: 'not-recorded',
      why: 'it has no inputs, so it is never skipped',
      expected: true,
    });
    assert.deepEqual(told(await rig.check(stage)), ['no-inputs', 'never-recorded']);
  });

  test('inputs or code that are gone as a whole are told by their pattern', async () => {
    await using rig = await recorded();
    rig.remove('content');
    rig.remove('scripts');
    const check = await rig.check(FIELDS, { needed: BUILT });
    assert.deepEqual(told(check), ['input-missing', 'code-missing', 'inputs-changed', 'code-changed']);
    assert.match(renderVerdict(check.verdict), /^no input matches content\/\*\* \(3 more reasons\)$/);
  });

  test('all reasons are told', async () => {
    await using rig = await recorded();
    rig.write('content/a.md', 'A');
    rig.remove('out');
    rig.now += 13 * HOUR;
    const check = await rig.check({ ...FIELDS, salt: '2' }, { needed: BUILT });
    assert.deepEqual(told(check), ['inputs-changed', 'salt-changed', 'output-missing', 'expired']);
  });

  test('what does not count changes nothing', async () => {
    await using rig = await recorded();
    rig.write('README.md', 'x');
    rig.write('out/report.txt', 'other content, which nobody asked about');
    rig.mode('content/a.md', 0o640);
    rig.variables['OTHER'] = 'x';
    rig.now += 11 * HOUR;
    assert.equal(told(await rig.check({ ...FIELDS, ttl: '1d', cacheOutputs: true }, { needed: BUILT })), 'skip');
  });

  test('without a ttl a success counts for ever, whatever the clock says', async () => {
    await using rig = await stageRig(FILES);
    const stage = { name: 's', inputs: ['content/**'] };
    await rig.succeed(stage);
    for (const shift of [HOUR * 24 * 10_000, -HOUR]) {
      rig.now = NOON + shift;
      assert.equal(told(await rig.check(stage)), 'skip');
    }
  });
});

describe('only a success is recorded', () => {
  test('a check alone records nothing', async () => {
    await using rig = await stageRig(FILES);
    await rig.check(FIELDS);
    assert.throws(() => rig.read('.bengal/stages/links.stage'), /ENOENT/);
  });

  test('inputs that changed while it ran are named, and nothing is recorded', async () => {
    await using rig = await stageRig(FILES);
    const check = await rig.check({ ...FIELDS, needs: [] });
    rig.write('content/a.md', 'edited meanwhile');
    rig.write('content/new.md', '');
    assert.deepEqual(await markDone(check), {
      kind: 'not-recorded',
      why: 'its inputs changed while it ran: changed content/a.md; added content/new.md',
      expected: false,
    });
    assert.deepEqual(told(await rig.check({ ...FIELDS, needs: [] })), ['never-recorded']);
  });

  test('so is code that changed while it ran, and a success before is kept', async () => {
    await using rig = await recorded();
    const check = await rig.check(FIELDS, { needed: BUILT, forced: true });
    const before = rig.read('.bengal/stages/links.stage');
    rig.write('scripts/check.js', 'edited meanwhile');
    const outcome = await markDone(check);
    assert.match(outcome.kind === 'not-recorded' ? outcome.why : '', /its code changed while it ran: changed scripts/);
    assert.equal(rig.read('.bengal/stages/links.stage'), before);
  });

  test('a success that did not make its outputs is not recorded', async () => {
    await using rig = await stageRig({ 'content/a.md': 'a' });
    for (const [outputs, missing] of [
      [['out/*.txt'], 'out/*.txt'],
      [['page/'], 'page/'],
    ] as const) {
      assert.deepEqual(await rig.succeed({ name: 's', inputs: ['content/**'], outputs }), {
        kind: 'not-recorded',
        why: `it succeeded without making ${missing}`,
        expected: false,
      });
    }
  });

  test('an empty output folder is an output', async () => {
    await using rig = await stageRig({ 'content/a.md': 'a', 'page/x': '' });
    rig.remove('page/x');
    const stage = { name: 's', inputs: ['content/**'], outputs: ['page/'] };
    assert.equal((await rig.succeed(stage)).kind, 'recorded');
    assert.equal(told(await rig.check(stage)), 'skip');
    rig.remove('page');
    assert.deepEqual(told(await rig.check(stage)), ['output-missing']);
  });

  test('a disk that cannot be written to is an outcome, not an error', async () => {
    await using rig = await stageRig({ 'content/a.md': 'a', '.bengal': 'a file where a folder should be' });
    const outcome = await rig.succeed({ name: 's', inputs: ['content/**'] });
    assert.match(outcome.kind === 'not-recorded' ? outcome.why : '', /ENOTDIR|EEXIST/);
  });

  test('records are not written through a symbolic link that lies in the repository', async () => {
    await using rig = await stageRig({ 'content/a.md': 'a', '../outside/x': '' });
    rig.link('.bengal', '../outside');
    const stage = { name: 's', inputs: ['content/**'] };
    await assert.rejects(rig.check(stage), /expected plain folders, but \.bengal is a symbolic link/);
  });

  test('work is done once, and what it throws is not recorded', async () => {
    await using rig = await stageRig(FILES);
    const stage = defineStage({ name: 's', inputs: ['content/**'] });
    let runs = 0;
    await assert.rejects(
      runUnlessDone(stage, rig.context(), () => {
        throw new Error('failed');
      }),
      /failed/,
    );
    const first = await runUnlessDone(stage, rig.context(), () => (runs += 1));
    const second = await runUnlessDone(stage, rig.context(), () => (runs += 1));
    assert.deepEqual([first.kind, first.kind === 'ran' && first.value, second.kind, runs], ['ran', 1, 'skipped', 1]);
  });

  test('outputs may be among the inputs of another stage, never the record', async () => {
    await using rig = await stageRig({ 'a.md': 'a', '.bengal/cache.json': '{}', '.git/HEAD': 'x' });
    const stage = { name: 's', inputs: ['**'] };
    assert.equal((await rig.succeed(stage)).kind, 'recorded');
    rig.write('.bengal/cache.json', '{"changed":true}');
    rig.write('.git/HEAD', 'y');
    assert.equal(told(await rig.check(stage)), 'skip');
    const elsewhere = { entries: 'records/[of] stages' };
    assert.equal((await rig.succeed({ ...stage, name: 't' }, elsewhere)).kind, 'recorded');
    assert.equal(told(await rig.check({ ...stage, name: 't' }, elsewhere)), 'skip');
  });
});
