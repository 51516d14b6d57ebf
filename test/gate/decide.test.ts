import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReasonKind } from '../../src/affected/reason.ts';
import { decide, type GateInput } from '../../src/gate/decide.ts';
import type { Decision, GateReasonKind } from '../../src/gate/decision.ts';
import { EQUIVALENCES, findEquivalence } from '../../src/gate/equivalence.ts';
import { changeSet, outputCheck } from '../support/recorded.ts';
import { affected, affectedPage, DOUBT, NOTHING, PROVEN, ROWS, VERSIONS } from './rows.ts';

const kinds = (decision: Decision): string[] => decision.reasons.map((reason) => reason.kind);
const decideFor = (overrides: Partial<GateInput>): Decision => decide({ ...PROVEN, ...overrides });

for (const { when, input, kind, modes } of ROWS) {
  test(`when ${when}, the build is ${modes.strict} where it is published and ${modes.preview} where it is looked at`, () => {
    for (const policy of ['strict', 'preview'] as const) {
      const decision = decide({ ...PROVEN, policy, ...input });
      assert.equal(decision.mode, modes[policy]);
      // What is given for a preview alone is the reason that an incremental build is allowed, not that it is known.
      if (kind === 'equivalent' && policy === 'preview') continue;
      assert.ok(kinds(decision).includes(kind), `${kind} is not among ${kinds(decision).join(', ')}`);
    }
  });
}

test('there is a row for every kind of reason', () => {
  const all: Readonly<Record<GateReasonKind, true>> = {
    policy: true,
    state: true,
    moved: true,
    config: true,
    version: true,
    packages: true,
    flags: true,
    'all-affected': true,
    'output-damaged': true,
    'incremental-leaves-stale': true,
    'pages-affected': true,
    'no-page-affected': true,
    'not-a-full-build': true,
    unverifiable: true,
    unrecorded: true,
    due: true,
    equivalent: true,
    proof: true,
  };
  assert.deepEqual(new Set(ROWS.map((row) => row.kind)), new Set(Object.keys(all)));
});

test('each row is about one thing: without it, the build is skipped', () => {
  assert.equal(decide(PROVEN).mode, 'skip');
  for (const { input, kind, modes } of ROWS) {
    const decision = decide({ ...PROVEN, policy: 'preview', ...input });
    const others = kinds(decision).filter((other) => other !== kind && other !== 'pages-affected' && other !== 'proof');
    assert.deepEqual(others, [], `${kind}: ${modes.preview}`);
  }
});

test('nothing changed, everything proven: skip, with the whole proof', () => {
  const decision = decide(PROVEN);
  assert.deepEqual(decision, {
    mode: 'skip',
    buildArgs: [],
    fullBuildSeconds: 41.6,
    reasons: [
      'no source differs from the recorded tree',
      "Bengal's configuration hash is the recorded one",
      'Bengal 0.5.1 and Python 3.14 are the recorded ones, and so are the 25 packages that Bengal is made of',
      'all 1 output files are those that one full build wrote',
      'nothing that pages show has become untrue since then by the passing of time',
    ].map((detail) => ({ kind: 'proof', detail })),
  });
});

test('changed files that feed no output do not stand against a skip, and the proof says why, for the first of them', () => {
  const modified = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `static/${name}`);
  const settled = new Map(modified.map((path) => [path, 'nothing leads to it']));
  const decision = decideFor({ changes: changeSet({ modified, touched: 9 }), settled });
  assert.equal(decision.mode, 'skip');
  const details = decision.reasons.map(({ detail }) => detail);
  assert.equal(details[0], 'no source differs that feeds an output');
  assert.equal(details[1], 'static/a differs: nothing leads to it');
  assert.equal(details[6], 'so do 2 more files');
});

test('the proof says when nobody looked at the packages', () => {
  const { mode, reasons } = decideFor({ packages: { kind: 'not-asked' } });
  assert.equal(mode, 'skip');
  assert.match(reasons[2]?.detail ?? '', /they were told by hand, and vouch for the packages/);
});

test('versions that neither side knows are none that are equal', () => {
  const nobody = { bengal: undefined, python: undefined };
  const recorded = { build: 'full', versions: nobody, fullBuildSeconds: undefined } as const;
  assert.deepEqual(kinds(decideFor({ versions: nobody, recorded })), ['policy', 'version']);
  for (const name of ['bengal', 'python'] as const) {
    const versions = { ...VERSIONS, [name]: undefined };
    const one = { recorded: { ...recorded, versions }, versions };
    assert.deepEqual(kinds(decideFor(one)), ['policy', 'version']);
  }
});

test('without an output directory there is nothing to clean', () => {
  const decision = decideFor({ state: { status: 'stale', why: 'no output' }, outputs: outputCheck({ exists: false }) });
  assert.deepEqual(decision.buildArgs, ['--no-incremental']);
});

test('a Bengal that asks whether to go on is told to', () => {
  const asking = { asksToProceed: true, policy: 'preview' } as const;
  assert.deepEqual(decideFor(asking).buildArgs, []);
  assert.deepEqual(decideFor({ ...asking, affected: affected(affectedPage('content')) }).buildArgs, [
    '--incremental',
    '--yes',
  ]);
  assert.deepEqual(decideFor({ ...asking, policy: 'always-full' }).buildArgs, [
    '--no-incremental',
    '--clean-output',
    '--yes',
  ]);
});

test('several doubts are counted behind the first', () => {
  const doubt = { ...DOUBT, detail: 'a page is new' };
  const detail = (count: number): string | undefined =>
    decideFor({ affected: { ...NOTHING, all: true, because: Array.from({ length: count }, () => doubt) } }).reasons[0]
      ?.detail;
  assert.equal(detail(0), 'any page may be affected: nobody said why');
  assert.equal(detail(1), 'any page may be affected: a page is new');
  assert.equal(detail(2), 'any page may be affected: a page is new (and 1 more reason)');
  assert.equal(detail(3), 'any page may be affected: a page is new (and 2 more reasons)');
});

test('a doubt counts even where nobody says that all is affected', () => {
  assert.deepEqual(kinds(decideFor({ affected: { ...NOTHING, because: [DOUBT] } })), ['all-affected']);
});

test('affected pages that no repair of the state makes Bengal rebuild need a full build', () => {
  const repair = { invalidate: [], remove: [], unreachable: ['tags/oil/index.html', 'x/index.html'] };
  const decision = decideFor({ policy: 'preview', affected: affected(affectedPage('tag')), repair });
  assert.deepEqual(decision.reasons, [
    {
      kind: 'incremental-leaves-stale',
      detail: 'an incremental build would leave 2 affected pages untouched, such as tags/oil/index.html',
    },
  ]);
  assert.equal(decideFor({ policy: 'preview', repair }).mode, 'full');
});

test('without a state nothing else is a reason', () => {
  const state = { status: 'absent', why: 'there is none' } as const;
  const config = { ...PROVEN.config, status: 'unknown' } as const;
  assert.deepEqual(kinds(decideFor({ state, config, due: 'x', affected: { ...NOTHING, all: true } })), ['state']);
  assert.deepEqual(kinds(decideFor({ state, policy: 'always-full' })), ['policy', 'state']);
});

test('no incremental build is known to equal a full one, so the table is empty', () => {
  assert.deepEqual(EQUIVALENCES, []);
  assert.equal(findEquivalence('0.5.1', ['content']), undefined);
});

test('an equivalence holds for its version and its reasons, and with everything else proven', () => {
  const table = [{ bengal: '0.5.1', reasons: ['content', 'linked'] as ReasonKind[], evidence: 'shown' }];
  assert.equal(findEquivalence('0.5.1', ['content', 'content'], table)?.evidence, 'shown');
  assert.equal(findEquivalence('0.5.1', ['content', 'tag'], table), undefined);
  assert.equal(findEquivalence('0.5.2', ['content'], table), undefined);
  assert.equal(findEquivalence(undefined, ['content'], table), undefined);
  const input = { equivalences: table, affected: affected(affectedPage('content')) };
  assert.deepEqual(kinds(decideFor(input)), ['equivalent', 'pages-affected']);
  assert.equal(decideFor({ ...input, due: 'it is later' }).mode, 'full');
  assert.equal(decideFor({ ...input, movedFrom: '/x' }).mode, 'full');
});

// Laws, over every combination of evidence.

const maybe = <Value>(value: Value): fc.Arbitrary<Value | undefined> =>
  fc.option(fc.constant(value), { nil: undefined });
const paths = fc.uniqueArray(fc.constantFrom('content/a.md', 'static/a', 'bengal.toml'), { maxLength: 2 });
const versions = fc.record({
  bengal: fc.oneof(maybe('0.5.1'), maybe('0.5.2')),
  python: fc.oneof(maybe('3.14'), maybe('3.15')),
});
const reasonKinds: readonly ReasonKind[] = [
  ...(['content', 'added', 'deleted', 'template', 'data', 'include', 'tag', 'linked', 'output-missing'] as const),
];
const rarely = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant('so') });
const anyEvidence = fc.record(
  {
    policy: fc.constantFrom('strict', 'preview', 'always-full'),
    policyWhy: fc.constant('so it is'),
    state: fc
      .constantFrom('usable', 'usable', 'usable', 'absent', 'stale', 'corrupt', 'incompatible')
      .map((status) => ({ status, why: 'so' })),
    config: fc
      .constantFrom('unchanged', 'unchanged', 'changed', 'unknown')
      .map((status) => ({ status, recorded: null, current: null, why: 'so' })),
    configDoubt: rarely,
    changes: fc.record({ added: paths, modified: paths, deleted: paths, touched: fc.nat(3), unverifiable: paths }),
    settled: fc.constantFrom(new Map<string, string>(), new Map([['bengal.toml', 'it is configuration']])),
    affected: fc
      .tuple(
        fc.boolean(),
        fc.array(fc.constant(DOUBT), { maxLength: 2 }),
        fc.array(fc.constantFrom(...reasonKinds), { maxLength: 3 }),
        fc.constantFrom('content/a.md', null),
      )
      .map(([all, because, list, source]) => ({
        ...NOTHING,
        all,
        because,
        pages: list.map((kind) => affectedPage(kind, 'content/a.md', source)),
      })),
    outputs: fc
      .record({ exists: fc.boolean(), missing: paths, damaged: paths, unexpected: paths })
      .map((given) => outputCheck(given)),
    recorded: fc.option(
      fc.record({
        build: fc.constantFrom('full', 'full', 'incremental', 'partial'),
        versions,
        fullBuildSeconds: maybe(10),
      }),
      { nil: undefined },
    ),
    versions,
    versionConflict: rarely,
    versionHint: rarely,
    packages: fc.constantFrom(
      { kind: 'same', count: 3 } as const,
      { kind: 'not-asked' } as const,
      { kind: 'unknown', detail: 'so' } as const,
      { kind: 'different', detail: 'so' } as const,
    ),
    flags: fc.constantFrom({ kind: 'same' } as const, { kind: 'different', detail: 'so' } as const),
    unrecorded: fc.constantFrom([], [], ['so']),
    due: rarely,
    writtenByOneBuild: fc.boolean(),
    movedFrom: fc.constantFrom(undefined, '/elsewhere'),
    repair: fc.record({ invalidate: paths, remove: paths, unreachable: paths }),
    asksToProceed: fc.boolean(),
  },
  { requiredKeys: [] },
);
/** Proven, but for some parts. */
const anyInput: fc.Arbitrary<GateInput> = anyEvidence.map((evidence) => ({ ...PROVEN, ...evidence }));
const RUNS = { numRuns: 3000 };

test('a skip has every part of the proof, whatever else is told', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      if (decide(input).mode !== 'skip') return;
      const { changes, outputs, recorded } = input;
      assert.notEqual(input.policy, 'always-full');
      assert.deepEqual([input.state.status, input.config.status], ['usable', 'unchanged']);
      assert.deepEqual(
        [...changes.added, ...changes.modified, ...changes.deleted].filter((path) => !input.settled.has(path)),
        [],
      );
      assert.deepEqual(changes.unverifiable, []);
      assert.deepEqual([input.affected.all, input.affected.because, input.affected.pages], [false, [], []]);
      assert.deepEqual([outputs.missing, outputs.damaged, outputs.unexpected], [[], [], []]);
      assert.equal(recorded?.build, 'full');
      assert.ok(input.versions.bengal !== undefined && input.versions.python !== undefined);
      assert.deepEqual(recorded.versions, input.versions);
      assert.deepEqual([input.configDoubt, input.versionConflict, input.due], [undefined, undefined, undefined]);
      assert.deepEqual([input.unrecorded, input.flags.kind], [[], 'same']);
      assert.ok(input.packages.kind === 'same' || input.packages.kind === 'not-asked');
    }),
    RUNS,
  );
});

test('a doubt is never anything but a full build', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const doubtful =
        input.affected.all ||
        input.affected.because.length > 0 ||
        input.state.status !== 'usable' ||
        input.config.status !== 'unchanged' ||
        input.packages.kind === 'different' ||
        input.flags.kind === 'different' ||
        input.versionConflict !== undefined;
      if (doubtful) assert.equal(decide(input).mode, 'full');
    }),
    RUNS,
  );
});

test('what is published is skipped or built in full, never incrementally', () => {
  fc.assert(
    fc.property(anyInput, (input) => assert.notEqual(decide({ ...input, policy: 'strict' }).mode, 'incremental')),
    RUNS,
  );
});

test('an incremental build is chosen only where it can reach every affected page', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      if (decide(input).mode === 'incremental') assert.deepEqual(input.repair.unreachable, []);
    }),
    RUNS,
  );
});

test('every decision has reasons in words, and plain arguments that fit its mode', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { mode, reasons, buildArgs } = decide(input);
      assert.notEqual(reasons.length, 0);
      for (const { detail } of reasons) assert.match(detail, /^\S.*[^.\s]$/s);
      assert.equal(buildArgs[0], { skip: undefined, incremental: '--incremental', full: '--no-incremental' }[mode]);
      for (const argument of buildArgs) assert.match(argument, /^--[a-z]+(?:-[a-z]+)*$/);
      assert.equal(buildArgs.includes('--yes'), input.asksToProceed && mode !== 'skip');
    }),
    RUNS,
  );
});
