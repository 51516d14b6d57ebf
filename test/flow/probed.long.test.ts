import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BengalFacts } from '../../src/config/probe-answer.ts';
import type { ProbeOutcome } from '../../src/config/probe.ts';
import { analyse } from '../../src/flow/analyse.ts';
import { expectedModeProblem, requireExpectedMode } from '../../src/preparation/expected-mode.ts';
import { lookAtBengal } from '../../src/flow/ask-bengal.ts';
import { record } from '../../src/record/record.ts';
import type { BuildMode, Policy } from '../../src/gate/decision.ts';
import type { SiteInputs } from '../../src/inputs/inputs.ts';
import type { Report } from '../../src/report/report.ts';
import { siteInputs } from '../support/inputs.ts';
import { leaveAccount } from '../support/journals.ts';
import { report as reportSaying } from '../support/reports.ts';
import { lighthouseRig, siteRig, stateOf, type SiteRig } from '../support/site-rig.ts';

// What the job's own Bengal tells, from the recording to the decision. The site and its state are real.

const NOON = new Date(2026, 10, 21, 12).getTime();

/** What the Bengal that built the lighthouse would tell. */
async function factsOf(rig: SiteRig): Promise<BengalFacts> {
  const state = await stateOf(rig);
  const inputs = [...state.pages.values()].flatMap((page) => page.inputs);
  const [pageHash] = inputs.flatMap(({ type, hash }) => (type === 'config' && hash !== undefined ? [hash] : []));
  return {
    configHash: state.configHash ?? '',
    bengal: '0.5.1',
    python: '3.14',
    settings: new Map([['site.title', '"Lighthouse Handbook"']]),
    pageHashes: [
      { flags: [], hash: pageHash ?? '' },
      { flags: ['--drafts'], hash: '0'.repeat(16) },
    ],
    packages: new Map([
      ['bengal', { version: '0.5.1', editable: false, folders: ['bengal'] }],
      ['kida-templates', { version: '0.12.0', editable: false, folders: ['kida'] }],
    ]),
    asksToProceed: false,
  };
}

function answered(facts: BengalFacts, overrides: Partial<BengalFacts> = {}): ProbeOutcome {
  return { kind: 'answered', from: 'bengal on the PATH', facts: { ...facts, ...overrides } };
}

interface Lighthouse extends AsyncDisposable {
  readonly rig: SiteRig;
  readonly facts: BengalFacts;
}

async function recordedLighthouse(): Promise<Lighthouse> {
  const rig = await lighthouseRig();
  leaveAccount(rig.path);
  const facts = await factsOf(rig);
  const recorded = await record({
    inputs: siteInputs({ site: rig.path }),
    variables: {},
    commit: undefined,
    now: new Date(NOON).toISOString(),
    probe: answered(facts),
  });
  assert.equal(recorded.kind, 'recorded');
  return { rig, facts, [Symbol.asyncDispose]: () => rig[Symbol.asyncDispose]() };
}

interface Run {
  readonly policy?: Policy;
  readonly inputs?: Partial<SiteInputs>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly now?: number;
}

async function reportOf(rig: SiteRig, probe: ProbeOutcome, run: Run = {}): Promise<Report> {
  const { report } = await analyse({
    inputs: siteInputs({ site: rig.path, ...run.inputs }),
    variables: run.variables ?? {},
    policy: run.policy ?? 'auto',
    unprepared: undefined,
    cache: { kind: 'not-asked' },
    warnings: [],
    probe,
    now: run.now ?? NOON + 3_600_000,
  });
  return report;
}

test('the same Bengal made of the same packages proves that the build can be skipped', async () => {
  await using lighthouse = await recordedLighthouse();
  const report = await reportOf(lighthouse.rig, answered(lighthouse.facts));
  assert.equal(report.gate.mode, 'skip', JSON.stringify(report.gate.reasons));
  const details = report.gate.reasons.map(({ detail }) => detail);
  assert.ok(details.includes("Bengal's configuration hash is the recorded one, as the job's own Bengal says"));
  assert.ok(details.some((detail) => detail.endsWith('and so are the 2 packages that Bengal is made of')));
  assert.deepEqual(report.probe, { outcome: 'answered', why: 'bengal on the PATH', bengal: '0.5.1', python: '3.14' });
  assert.deepEqual(report.warnings, []);
  assert.ok((report.gate.fullBuildSeconds ?? 0) > 0);
});

/** What the Bengal tells now, and what that leads to. */
const ANSWERS: readonly (readonly [what: string, told: Partial<BengalFacts>, mode: BuildMode, says: RegExp])[] = [
  [
    'a package changed',
    { packages: new Map([['bengal', { version: '0.5.1', editable: false, folders: [] }]]) },
    'full',
    /kida-templates is gone \(was 0\.12\.0\)/,
  ],
  [
    'Bengal is another than the workflow says',
    { bengal: '0.5.2' },
    'full',
    /the job's Bengal is 0\.5\.2, and the input bengal-version says 0\.5\.1/,
  ],
  [
    'the configuration is another',
    { configHash: 'f'.repeat(16), settings: new Map([['site.title', '"Other"']]) },
    'incremental',
    /the configuration is changed: .*: site\.title changed$/,
  ],
];

for (const [what, told, mode, says] of ANSWERS) {
  test(`when ${what}, the build is ${mode}`, async () => {
    await using lighthouse = await recordedLighthouse();
    const { gate } = await reportOf(lighthouse.rig, answered(lighthouse.facts, told));
    assert.equal(gate.mode, mode);
    assert.match(gate.reasons[0]?.detail ?? '', says);
  });
}

test('pages that were built with other arguments than build-flags names are all built', async () => {
  await using lighthouse = await recordedLighthouse();
  const [plain] = lighthouse.facts.pageHashes;
  const pageHashes = [{ flags: ['--drafts'], hash: plain?.hash ?? '' }];
  const { gate } = await reportOf(lighthouse.rig, answered(lighthouse.facts, { pageHashes }));
  assert.deepEqual(gate.reasons, [
    {
      kind: 'flags',
      detail: 'the pages were built with --drafts, and the input build-flags names no further arguments',
    },
  ]);
});

test('a Bengal that cannot be asked any more leaves the skip unproven, and says why', async () => {
  await using lighthouse = await recordedLighthouse();
  const inputs = { pythonVersion: undefined };
  const none = { kind: 'none', why: 'no Python was found' } as const;
  const { gate, probe, warnings } = await reportOf(lighthouse.rig, none, { inputs });
  assert.notEqual(gate.mode, 'skip');
  assert.ok(
    gate.reasons.some(({ detail }) => detail.includes('install Bengal before this step')),
    JSON.stringify(gate),
  );
  assert.deepEqual([probe?.outcome, warnings], ['none', []]);
  const failed = await reportOf(lighthouse.rig, { kind: 'failed', why: 'it did not answer in time' });
  assert.notEqual(failed.gate.mode, 'skip');
  assert.deepEqual(failed.warnings, ["The job's own Bengal told nothing: it did not answer in time"]);
});

test('a hash that differs while files and variables do not is a trap, and is named', async () => {
  await using lighthouse = await recordedLighthouse();
  const { gate, warnings } = await reportOf(lighthouse.rig, answered(lighthouse.facts, { configHash: 'f'.repeat(16) }));
  assert.equal(gate.mode, 'incremental');
  assert.ok(
    warnings.some((warning) => warning.includes('that this step does not see')),
    warnings.join('\n'),
  );
});

test('a private setting costs the skip although it does not change the hash, unless the pages carry it too', async () => {
  await using lighthouse = await recordedLighthouse();
  const { rig, facts } = lighthouse;
  await rig.write('config/_default/zzz.yaml', 'params: { _banner: hello }');
  const changed = await reportOf(rig, answered(facts, { pageHashes: [] }));
  assert.deepEqual([changed.config.status, changed.gate.mode], ['unchanged', 'incremental']);
  assert.ok(changed.gate.reasons.some(({ kind, detail }) => kind === 'config' && detail.includes('private settings')));
  assert.equal((await reportOf(rig, answered(facts))).gate.mode, 'skip');
});

test('another year is another footer', async () => {
  await using lighthouse = await recordedLighthouse();
  const now = new Date(2027, 0, 2).getTime();
  const { gate } = await reportOf(lighthouse.rig, answered(lighthouse.facts), { now });
  assert.equal(gate.mode, 'full');
  assert.equal(gate.reasons[0]?.kind, 'full-due');
  assert.ok(gate.reasons.some(({ kind }) => kind === 'due'));
});

test('the next day is as good as this one where no page shows an age', async () => {
  await using lighthouse = await recordedLighthouse();
  const tomorrow = { now: NOON + 86_400_000 };
  const { gate } = await reportOf(lighthouse.rig, answered(lighthouse.facts), tomorrow);
  assert.equal(gate.mode, 'skip', JSON.stringify(gate.reasons));
});

test('what the platform adds to the configuration is named with the line that ends it', async () => {
  await using rig = await siteRig({ 'bengal.toml': '[site]\ntitle = "T"\n', 'content/a.md': 'x' });
  const variables = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_REF_NAME: '12/merge' };
  const { warnings } = await reportOf(rig, { kind: 'off' }, { variables });
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? '', /each branch and pull request starts cold\. Set it .*: site\.baseurl: "\/r"$/);
});

test('a decoded cache and a hidden configuration are named', async () => {
  await using lighthouse = await recordedLighthouse();
  await lighthouse.rig.write('.bengal/cache.json', '{}');
  const { warnings } = await reportOf(lighthouse.rig, answered(lighthouse.facts));
  assert.ok(
    warnings.some((warning) => warning.endsWith('Remove it: rm .bengal/cache.json')),
    warnings.join('\n'),
  );
  await using rig = await siteRig({ 'bengal.toml': 'title = "T"', 'config/.gitkeep': '', 'content/a.md': 'x' });
  const hidden = await reportOf(rig, { kind: 'off' });
  assert.match(hidden.warnings[0] ?? '', /^Bengal ignores bengal\.toml/);
});

test('the versions that nobody gave are filled in from the answer, and nothing else is', async () => {
  await using rig = await siteRig({ 'bengal.toml': '' });
  const given = siteInputs({ site: rig.path, probe: false, bengalVersion: undefined });
  const asked = await lookAtBengal(given, { variables: {}, workspace: rig.path });
  assert.deepEqual(asked, { inputs: given, probe: { kind: 'off' } });
  const nobody = await lookAtBengal({ ...given, probe: true }, { variables: { PATH: '' }, workspace: rig.path });
  assert.deepEqual([nobody.inputs.bengalVersion, nobody.probe.kind], [undefined, 'none']);
});

test('a mode that the workflow does not expect fails the step, with the reason', () => {
  const report = reportSaying();
  assert.equal(expectedModeProblem(report, { expectedModes: [] }), undefined);
  assert.equal(expectedModeProblem(report, {}), undefined);
  assert.equal(expectedModeProblem(report, { expectedModes: ['full', 'skip'] }), undefined);
  assert.throws(() => requireExpectedMode(report, { expectedModes: ['incremental', 'full'] }), {
    message:
      'Input `expect-mode`: expected incremental or full, and the build mode is skip: no source differs from the recorded tree',
  });
});
