import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Affected, AffectedPage, Doubt, ReasonKind } from '../../src/affected/reason.ts';
import { decide, type GateInput } from '../../src/gate/decide.ts';
import type { Decision } from '../../src/gate/decision.ts';
import { changeSet, outputCheck } from '../support/recorded.ts';

const VERSIONS = { bengal: '0.5.1', python: '3.14' };
const NOTHING: Affected = { all: false, because: [], pages: [], tags: [], siteWide: [], toRemove: [] };

/** Everything that a skip needs. */
const PROVEN: GateInput = {
  policy: 'strict',
  state: { status: 'usable', why: 'Bengal can build upon it' },
  config: { status: 'unchanged', recorded: null, current: null, why: 'it is the recorded one' },
  changes: changeSet(),
  settled: new Set(),
  affected: NOTHING,
  outputs: outputCheck({ present: new Set(['index.html']) }),
  recorded: { build: 'full', versions: VERSIONS },
  writtenByOneBuild: true,
  movedFrom: undefined,
  versions: VERSIONS,
  repair: { invalidate: [], remove: [], unreachable: [] },
};

function affectedPage(kind: ReasonKind, via = 'content/a.md', source: string | null = 'content/a.md'): AffectedPage {
  return { output: 'a/index.html', source, url: '/a/', reasons: [{ kind, via }] };
}

function affected(...pages: readonly AffectedPage[]): Affected {
  return { ...NOTHING, pages };
}

const kinds = (decision: Decision): string[] => decision.reasons.map((reason) => reason.kind);
const decideFor = (overrides: Partial<GateInput>): Decision => decide({ ...PROVEN, ...overrides });

test('nothing changed, everything proven: skip, with the whole proof', () => {
  const decision = decide(PROVEN);
  assert.deepEqual(decision, {
    mode: 'skip',
    buildArgs: [],
    reasons: [
      'no source differs from the recorded tree',
      'it is the recorded one',
      'Bengal 0.5.1 and Python 3.14 are the recorded ones',
      'all 1 output files are those that one full build wrote',
    ].map((detail) => ({ kind: 'proof', detail })),
  });
});

test('configuration that changed and was settled, and files merely touched, do not stand against a skip', () => {
  const changes = changeSet({ modified: ['bengal.toml'], touched: 9 });
  assert.equal(decideFor({ changes, settled: new Set(['bengal.toml']) }).mode, 'skip');
});

/** Each takes one part of the proof away, without being a reason for a full build by itself. */
const NO_PROOF: readonly (readonly [why: string, overrides: Partial<GateInput>, kind: string])[] = [
  ['a changed file that affects no page', { changes: changeSet({ added: ['static/a'] }) }, 'no-page-affected'],
  ['an affected page that Bengal rebuilds', { affected: affected(affectedPage('content')) }, 'pages-affected'],
  ['an input that cannot be checked', { changes: changeSet({ unverifiable: ['static/a'] }) }, 'unverifiable'],
  ['an incremental build', { recorded: { build: 'incremental', versions: VERSIONS } }, 'not-a-full-build'],
  ['a state that was not recorded by us', { recorded: undefined }, 'not-a-full-build'],
  ['a Bengal that nobody told', { versions: { ...VERSIONS, bengal: undefined } }, 'version'],
  ['a Python that nobody told', { versions: { ...VERSIONS, python: undefined } }, 'version'],
  [
    'versions that nobody recorded',
    { recorded: { build: 'full', versions: { bengal: undefined, python: undefined } } },
    'version',
  ],
  ...(['bengal', 'python'] as const).map((name) => {
    const versions = { ...VERSIONS, [name]: undefined };
    return [
      `a version of ${name} that neither side knows`,
      { versions, recorded: { build: 'full', versions } },
      'version',
    ] as const;
  }),
  [
    'versions that neither side knows',
    {
      recorded: { build: 'full', versions: { bengal: undefined, python: undefined } },
      versions: { bengal: undefined, python: undefined },
    },
    'version',
  ],
  ['an output that nobody recorded', { outputs: outputCheck({ unexpected: ['x.html'] }) }, 'output-damaged'],
];

for (const [why, overrides, kind] of NO_PROOF) {
  test(`${why} forbids to skip: full where it is published, incremental where it is looked at`, () => {
    const strict = decideFor(overrides);
    assert.deepEqual([strict.mode, kinds(strict)], ['full', ['policy', kind]]);
    const preview = decideFor({ ...overrides, policy: 'preview' });
    assert.deepEqual([preview.mode, kinds(preview), preview.buildArgs], ['incremental', [kind], ['--incremental']]);
  });
}

const DOUBT: Doubt = { kind: 'navigation', detail: 'a page is new' };

const FULL: readonly (readonly [why: string, overrides: Partial<GateInput>, kind: string])[] = [
  ['the gate is set to always-full', { policy: 'always-full' }, 'policy'],
  ...(['absent', 'stale', 'corrupt', 'incompatible'] as const).map(
    (status) => [`the state is ${status}`, { state: { status, why: 'so it is' } }, 'state'] as const,
  ),
  ...(['changed', 'unknown'] as const).map(
    (status) => [`the configuration is ${status}`, { config: { ...PROVEN.config, status } }, 'config'] as const,
  ),
  ['the build was partial', { recorded: { build: 'partial', versions: VERSIONS } }, 'not-a-full-build'],
  [
    'nobody recorded the build, and it did not write every page',
    { recorded: undefined, writtenByOneBuild: false },
    'not-a-full-build',
  ],
  ['Bengal is another', { versions: { ...VERSIONS, bengal: '0.5.2' } }, 'version'],
  ['Python is another', { versions: { ...VERSIONS, python: '3.15' } }, 'version'],
  ['there is a doubt', { affected: { ...NOTHING, all: true, because: [DOUBT] } }, 'all-affected'],
  ['all is affected, and nobody says why', { affected: { ...NOTHING, all: true } }, 'all-affected'],
  ['there is a doubt, and nobody says all', { affected: { ...NOTHING, because: [DOUBT] } }, 'all-affected'],
  ['an output is missing', { outputs: outputCheck({ missing: ['a.html'] }) }, 'output-damaged'],
  ['an output is damaged', { outputs: outputCheck({ damaged: ['a.html'] }) }, 'output-damaged'],
];

for (const [why, overrides, kind] of FULL) {
  test(`when ${why}, everything is built, under every policy`, () => {
    for (const policy of ['strict', 'preview'] as const) {
      const decision = decide({ ...PROVEN, policy, ...overrides });
      assert.deepEqual([decision.mode, kinds(decision)], ['full', [kind]]);
      assert.deepEqual(decision.buildArgs, ['--no-incremental', '--clean-output']);
    }
  });
}

test('without an output directory there is nothing to clean', () => {
  const decision = decideFor({ state: { status: 'stale', why: 'no output' }, outputs: outputCheck({ exists: false }) });
  assert.deepEqual(decision.buildArgs, ['--no-incremental']);
});

test('several doubts are counted behind the first', () => {
  const detail = (...because: Doubt[]): string | undefined =>
    decideFor({ affected: { ...NOTHING, all: true, because } }).reasons[0]?.detail;
  assert.equal(detail(DOUBT), 'any page may be affected: a page is new');
  assert.equal(detail(DOUBT, DOUBT), 'any page may be affected: a page is new (and 1 more reason)');
  assert.equal(detail(DOUBT, DOUBT, DOUBT), 'any page may be affected: a page is new (and 2 more reasons)');
});

test('affected pages that no repair of the state makes Bengal rebuild need a full build', () => {
  const repair = { invalidate: [], remove: [], unreachable: ['tags/oil/index.html', 'x/index.html'] };
  const decision = decideFor({ policy: 'preview', affected: affected(affectedPage('tag')), repair });
  assert.deepEqual(
    [decision.mode, decision.reasons],
    [
      'full',
      [
        {
          kind: 'incremental-leaves-stale',
          detail: 'an incremental build would leave 2 affected pages as they are, such as tags/oil/index.html',
        },
      ],
    ],
  );
});

test('pages that cannot be rebuilt forbid an incremental build even when nobody lists them as affected', () => {
  const repair = { invalidate: [], remove: [], unreachable: ['x/index.html'] };
  assert.equal(decideFor({ policy: 'preview', repair }).mode, 'full');
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
  'content',
  'added',
  'deleted',
  'template',
  'data',
  'include',
  'tag',
  'linked',
  'output-missing',
];
const anyInput: fc.Arbitrary<GateInput> = fc.record({
  policy: fc.constantFrom('strict', 'preview', 'always-full'),
  state: fc
    .constantFrom('usable', 'usable', 'usable', 'absent', 'stale', 'corrupt', 'incompatible')
    .map((status) => ({ status, why: 'so' })),
  config: fc
    .constantFrom('unchanged', 'unchanged', 'changed', 'unknown')
    .map((status) => ({ status, recorded: null, current: null, why: 'so' })),
  changes: fc.record({ added: paths, modified: paths, deleted: paths, touched: fc.nat(3), unverifiable: paths }),
  settled: fc.constantFrom(new Set<string>(), new Set(['bengal.toml'])),
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
  recorded: fc.option(fc.record({ build: fc.constantFrom('full', 'full', 'incremental', 'partial'), versions }), {
    nil: undefined,
  }),
  versions,
  writtenByOneBuild: fc.boolean(),
  movedFrom: fc.constantFrom(undefined, '/elsewhere'),
  repair: fc.record({ invalidate: paths, remove: paths, unreachable: paths }),
});
const RUNS = { numRuns: 2000 };

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
        input.config.status !== 'unchanged';
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

test('every decision has reasons in words, and arguments that fit its mode', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { mode, reasons, buildArgs } = decide(input);
      assert.notEqual(reasons.length, 0);
      for (const { detail } of reasons) assert.match(detail, /^\S.*[^.\s]$/s);
      assert.equal(buildArgs[0], { skip: undefined, incremental: '--incremental', full: '--no-incremental' }[mode]);
    }),
    RUNS,
  );
});
