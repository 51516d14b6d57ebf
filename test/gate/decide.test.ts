import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { ReasonKind } from '../../src/affected/reason.ts';
import { decide, type GateInput } from '../../src/gate/decide.ts';
import type { BuildMode, Decision, GateReasonKind } from '../../src/gate/decision.ts';
import { changeSet, outputCheck } from '../support/recorded.ts';
import { affected, affectedPage, DOUBT, NOTHING, PROVEN, ROWS, VERSIONS } from './rows.ts';

const kinds = (decision: Decision): string[] => decision.reasons.map((reason) => reason.kind);
const decideFor = (overrides: Partial<GateInput>): Decision => decide({ ...PROVEN, ...overrides });

for (const { when, input, kind, mode } of ROWS) {
  test(`when ${when}: ${mode}`, () => {
    const decision = decideFor(input);
    assert.equal(decision.mode, mode);
    assert.ok(kinds(decision).includes(kind), `${kind} is not among ${kinds(decision).join(', ')}`);
  });
}

test('there is a row for every kind of reason', () => {
  const all: Readonly<Record<GateReasonKind, true>> = {
    policy: true,
    state: true,
    config: true,
    version: true,
    packages: true,
    flags: true,
    'all-affected': true,
    'output-damaged': true,
    'pages-affected': true,
    'no-page-affected': true,
    'not-a-full-build': true,
    unverifiable: true,
    unrecorded: true,
    due: true,
    'no-trace': true,
    'full-due': true,
    proof: true,
  };
  assert.deepEqual(new Set(ROWS.map((row) => row.kind)), new Set(Object.keys(all)));
});

test('each row is about one thing: without it, the build is skipped', () => {
  assert.equal(decide(PROVEN).mode, 'skip');
  /** What a row may need besides: a build that is asked for at all, and the other side of a missing record. */
  const besides: readonly string[] = ['pages-affected', 'no-trace', 'proof'];
  for (const { input, kind, mode } of ROWS) {
    const others = kinds(decideFor(input)).filter((other) => other !== kind && !besides.includes(other));
    assert.deepEqual(others, [], `${kind}: ${mode}`);
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
  assert.match(reasons[2]?.detail ?? '', /they were told by hand, and stand for the packages/);
});

test('versions that neither side knows are none that are equal', () => {
  const nobody = { bengal: undefined, python: undefined };
  const recorded = { build: 'full', versions: nobody, fullBuildSeconds: undefined } as const;
  assert.deepEqual(kinds(decideFor({ versions: nobody, recorded })), ['version']);
  for (const name of ['bengal', 'python'] as const) {
    const versions = { ...VERSIONS, [name]: undefined };
    const one = { recorded: { ...recorded, versions }, versions };
    assert.deepEqual(kinds(decideFor(one)), ['version']);
  }
});

test('an incremental build is one of Bengal from scratch: it finds no output, since that is set aside', () => {
  const decision = decideFor({ affected: affected(affectedPage('content')) });
  assert.deepEqual([decision.mode, decision.buildArgs], ['incremental', ['--no-incremental']]);
});

test('without an output directory there is nothing to clean', () => {
  const decision = decideFor({ state: { status: 'stale', why: 'no output' }, outputs: outputCheck({ exists: false }) });
  assert.deepEqual(decision.buildArgs, ['--no-incremental']);
});

test('a Bengal that asks whether to go on is told to', () => {
  const asking = { asksToProceed: true } as const;
  assert.deepEqual(decideFor(asking).buildArgs, []);
  assert.deepEqual(decideFor({ ...asking, affected: affected(affectedPage('content')) }).buildArgs, [
    '--no-incremental',
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

test('what may change is counted, and nothing of the proof is told beside it', () => {
  const page = affectedPage('content');
  const detail = (...pages: (typeof page)[]): readonly unknown[] =>
    decideFor({ affected: affected(...pages) }).reasons.map((reason) => reason.detail);
  assert.deepEqual(detail(page), ['1 page may change']);
  assert.deepEqual(detail(page, page), ['2 pages may change']);
});

test('where every page may change, no number is told', () => {
  const all = { ...affected(affectedPage('content')), all: true, because: [DOUBT] };
  assert.deepEqual(kinds(decideFor({ affected: all })), ['all-affected']);
});

test('a missing record and a full build that is due say first why it is full, then what asks for a build', () => {
  const pages = affected(affectedPage('content'));
  const both = { affected: pages, untraced: 'nobody recorded it', fullDue: 'it is due' };
  assert.deepEqual(kinds(decideFor(both)), ['no-trace', 'pages-affected']);
  assert.deepEqual(kinds(decideFor({ ...both, untraced: undefined })), ['full-due', 'pages-affected']);
  // Nothing asks for a build.
  assert.equal(decideFor({ untraced: 'nobody recorded it', fullDue: 'it is due' }).mode, 'skip');
});

test('an audit builds even where everything is proven, and keeps nothing back from the comparison', () => {
  assert.deepEqual(decideFor({ asksAudit: true }).reasons, [
    { kind: 'policy', detail: 'every page is to be rendered and compared (verify: full)' },
  ]);
});

test('without a state nothing else is a reason', () => {
  const state = { status: 'absent', why: 'there is none' } as const;
  const config = { ...PROVEN.config, status: 'unknown' } as const;
  assert.deepEqual(kinds(decideFor({ state, config, due: 'x', affected: { ...NOTHING, all: true } })), ['state']);
  assert.deepEqual(kinds(decideFor({ state, policy: 'always-full' })), ['policy', 'state']);
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
    policy: fc.constantFrom('auto', 'auto', 'auto', 'always-full'),
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
        build: fc.constantFrom('full', 'full', 'partial'),
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
    readsByName: rarely,
    untraced: rarely,
    fullDue: rarely,
    asksAudit: fc.constantFrom(false, false, true),
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
      assert.deepEqual([input.unrecorded, input.readsByName, input.flags.kind], [[], undefined, 'same']);
      assert.equal(input.asksAudit, false);
      assert.ok(input.packages.kind === 'same' || input.packages.kind === 'not-asked');
    }),
    RUNS,
  );
});

test('what is not known to be of this Bengal, these packages and these arguments is never taken over', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const foreign =
        input.policy === 'always-full' ||
        input.state.status !== 'usable' ||
        input.recorded?.build === 'partial' ||
        input.packages.kind === 'different' ||
        input.flags.kind === 'different' ||
        input.versionConflict !== undefined;
      if (foreign) assert.equal(decide(input).mode, 'full');
    }),
    RUNS,
  );
});

test('a doubt is never a skip', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { all, because, pages } = input.affected;
      if (all || because.length + pages.length > 0 || input.config.status !== 'unchanged')
        assert.notEqual(decide(input).mode, 'skip');
    }),
    RUNS,
  );
});

test('pages are kept only where it is known what they read, and no full build is due', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      if (decide(input).mode !== 'incremental') return;
      assert.deepEqual([input.untraced, input.fullDue, input.state.status], [undefined, undefined, 'usable']);
    }),
    RUNS,
  );
});

test('a skip does not need what only a build would need: records of what pages read, and a full build now and then', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const without = decide({ ...input, untraced: undefined, fullDue: undefined });
      if (without.mode === 'skip') assert.equal(decide(input).mode, 'skip');
    }),
    RUNS,
  );
});

test('the mode depends on nothing but the evidence: the words for the policy change nothing', () => {
  fc.assert(
    fc.property(anyInput, fc.string(), (input, policyWhy) => {
      assert.equal(decide({ ...input, policyWhy }).mode, decide(input).mode);
    }),
    RUNS,
  );
});

test('more doubt never leads to less of a build', () => {
  const order: readonly BuildMode[] = ['skip', 'incremental', 'full'];
  const doubts: readonly Partial<GateInput>[] = [
    // That nobody tells the versions takes away the knowledge that they differ.
    ...ROWS.flatMap(({ mode, input }) => (mode === 'skip' || 'versions' in input ? [] : [input])),
    { untraced: 'so' },
    { fullDue: 'so' },
  ];
  fc.assert(
    fc.property(anyInput, fc.constantFrom(...doubts), (input, doubt) => {
      const [before, after] = [decide(input).mode, decide({ ...input, ...onlyWorse(input, doubt) }).mode];
      assert.ok(order.indexOf(after) >= order.indexOf(before), `${before} became ${after}`);
    }),
    RUNS,
  );
});

/** Of a doubt, what is not there already: laying a lesser one over a greater one would take the latter away. */
function onlyWorse(input: GateInput, doubt: Partial<GateInput>): Partial<GateInput> {
  const proven: Readonly<Record<string, unknown>> = { ...PROVEN };
  const given: Readonly<Record<string, unknown>> = { ...input };
  return Object.fromEntries(Object.entries(doubt).filter(([name]) => isDeepStrictEqual(given[name], proven[name])));
}

test('every decision has reasons in words, and plain arguments that fit its mode', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { mode, reasons, buildArgs } = decide(input);
      assert.notEqual(reasons.length, 0);
      for (const { detail } of reasons) assert.match(detail, /^\S.*[^.\s]$/s);
      assert.equal(buildArgs[0], mode === 'skip' ? undefined : '--no-incremental');
      assert.equal(buildArgs.includes('--clean-output'), mode === 'full' && input.outputs.exists);
      for (const argument of buildArgs) assert.match(argument, /^--[a-z]+(?:-[a-z]+)*$/);
      assert.equal(buildArgs.includes('--yes'), input.asksToProceed && mode !== 'skip');
    }),
    RUNS,
  );
});
