import type { Affected, AffectedPage, Doubt, ReasonKind } from '../../src/affected/reason.ts';
import type { GateInput } from '../../src/gate/decide.ts';
import type { BuildMode, GateReasonKind } from '../../src/gate/decision.ts';
import { changeSet, outputCheck } from '../support/recorded.ts';

// One row for each reason that the gate can give. The tests hold each of them, and docs/gate.md is made from them.

export const VERSIONS = { bengal: '0.5.1', python: '3.14' } as const;
export const NOTHING: Affected = { all: false, because: [], pages: [], tags: [], siteWide: [], toRemove: [] };
export const DOUBT: Doubt = { kind: 'navigation', detail: 'a page is new, and every page may show the menu' };

/** Everything that a skip needs. */
export const PROVEN: GateInput = {
  policy: 'strict',
  policyWhy: 'a run of push on main may publish its result',
  state: { status: 'usable', why: 'Bengal can build upon it' },
  config: {
    status: 'unchanged',
    recorded: null,
    current: null,
    why: "Bengal's configuration hash is the recorded one",
  },
  configDoubt: undefined,
  changes: changeSet(),
  settled: new Map(),
  affected: NOTHING,
  outputs: outputCheck({ present: new Set(['index.html']) }),
  recorded: { build: 'full', versions: VERSIONS, fullBuildSeconds: 41.6 },
  writtenByOneBuild: true,
  movedFrom: undefined,
  versions: VERSIONS,
  versionConflict: undefined,
  versionHint: undefined,
  packages: { kind: 'same', count: 25 },
  flags: { kind: 'same' },
  unrecorded: [],
  readsByName: undefined,
  due: undefined,
  repair: { invalidate: [], remove: [], unreachable: [] },
  equivalences: [],
  asksToProceed: false,
};

export function affectedPage(kind: ReasonKind, via = 'content/a.md', source: string | null = via): AffectedPage {
  return { output: 'a/index.html', source, url: '/a/', reasons: [{ kind, via }] };
}

export function affected(...pages: readonly AffectedPage[]): Affected {
  return { ...NOTHING, pages };
}

export interface GateRow {
  /** What is the case, in words. */
  readonly when: string;
  readonly input: Partial<GateInput>;
  /** The reason that is given for it. */
  readonly kind: GateReasonKind;
  /** Under both policies. */
  readonly modes: Readonly<Record<'strict' | 'preview', BuildMode>>;
}

const FULL = { strict: 'full', preview: 'full' } as const;
/** A skip is out of reach; all else depends on who looks at the result. */
const NO_SKIP = { strict: 'full', preview: 'incremental' } as const;

export const ROWS: readonly GateRow[] = [
  {
    when: 'everything is proven to be as it was',
    input: {},
    kind: 'proof',
    modes: { strict: 'skip', preview: 'skip' },
  },
  {
    when: 'the gate is set to `always-full`',
    input: { policy: 'always-full', policyWhy: 'the gate is set to always-full' },
    kind: 'policy',
    modes: FULL,
  },
  ...(
    [
      ['absent', 'there is no state', 'there is no .bengal folder'],
      [
        'stale',
        'the output directory is missing',
        'the output directory is missing, and Bengal starts cold without it',
      ],
      ['corrupt', 'the state is damaged', 'cache.json.zst: unexpected end of file'],
      [
        'incompatible',
        'another Python or another schema wrote the state',
        'it was written by Python 3.13, and Bengal on Python 3.14 does not read it',
      ],
    ] as const
  ).map(([status, when, why]): GateRow => ({ when, input: { state: { status, why } }, kind: 'state', modes: FULL })),
  {
    when: 'the configuration changed',
    input: {
      config: {
        ...PROVEN.config,
        status: 'changed',
        why: "Bengal's configuration hash is another than the recorded one: site.title changed",
      },
    },
    kind: 'config',
    modes: FULL,
  },
  {
    when: 'nobody knows whether the configuration changed',
    input: { config: { ...PROVEN.config, status: 'unknown', why: 'the state was saved without our manifest' } },
    kind: 'config',
    modes: FULL,
  },
  {
    when: 'some pages are older than the last build',
    input: { recorded: { build: 'partial', versions: VERSIONS, fullBuildSeconds: undefined } },
    kind: 'not-a-full-build',
    modes: FULL,
  },
  {
    when: 'the last build lost a page, though it ended without an error',
    input: {
      recorded: {
        build: 'partial',
        failed:
          'the last build failed on 1 page: content/b.md was not written, since it could not be parsed: no such directive',
        versions: VERSIONS,
        fullBuildSeconds: undefined,
      },
    },
    kind: 'not-a-full-build',
    modes: FULL,
  },
  {
    when: 'nobody recorded the build, and it did not write every page',
    input: { recorded: undefined, writtenByOneBuild: false },
    kind: 'not-a-full-build',
    modes: FULL,
  },
  { when: 'Bengal is another', input: { versions: { ...VERSIONS, bengal: '0.5.2' } }, kind: 'version', modes: FULL },
  { when: 'Python is another', input: { versions: { ...VERSIONS, python: '3.15' } }, kind: 'version', modes: FULL },
  {
    when: 'a version that was given by hand is not the one that the job has',
    input: { versionConflict: "the job's Bengal is 0.5.1, and the input bengal-version says 0.5.0" },
    kind: 'version',
    modes: FULL,
  },
  {
    when: 'a package that Bengal is made of changed',
    input: {
      packages: {
        kind: 'different',
        detail: 'packages that Bengal is made of differ from the recorded ones: kida-templates is 0.12.1 (was 0.12.0)',
      },
    },
    kind: 'packages',
    modes: FULL,
  },
  {
    when: 'the builds of this job are given other arguments',
    input: {
      flags: {
        kind: 'different',
        detail: 'the state was built with --drafts, and the builds of this job are given no further arguments',
      },
    },
    kind: 'flags',
    modes: FULL,
  },
  {
    when: 'a change may affect any page',
    input: { affected: { ...NOTHING, all: true, because: [DOUBT] } },
    kind: 'all-affected',
    modes: FULL,
  },
  {
    when: 'templates or pages read files by their names',
    input: { readsByName: 'templates or pages of the site read files by their names, wherever they lie' },
    kind: 'unrecorded',
    modes: FULL,
  },
  {
    when: 'an output is missing that no page is',
    input: { outputs: outputCheck({ missing: ['rss.xml'] }) },
    kind: 'output-damaged',
    modes: FULL,
  },
  {
    when: 'an output is damaged that no page is',
    input: { outputs: outputCheck({ damaged: ['rss.xml'] }) },
    kind: 'output-damaged',
    modes: FULL,
  },
  {
    when: 'no repair makes an incremental build render an affected page',
    input: {
      affected: affected(affectedPage('tag')),
      repair: { invalidate: [], remove: [], unreachable: ['tags/oil/index.html'] },
    },
    kind: 'incremental-leaves-stale',
    modes: FULL,
  },
  {
    when: 'the site lies elsewhere than where it was built, and something changed',
    input: { movedFrom: '/home/runner/work/a/a', affected: affected(affectedPage('content')) },
    kind: 'moved',
    modes: FULL,
  },
  {
    when: 'pages are affected',
    input: { affected: affected(affectedPage('content')) },
    kind: 'pages-affected',
    modes: NO_SKIP,
  },
  {
    when: 'a file changed that affects no page, and may feed another output',
    input: { changes: changeSet({ added: ['static/a'] }) },
    kind: 'no-page-affected',
    modes: NO_SKIP,
  },
  {
    when: 'an input cannot be checked',
    input: { changes: changeSet({ unverifiable: ['static/a'] }) },
    kind: 'unverifiable',
    modes: NO_SKIP,
  },
  {
    when: 'the last build was incremental',
    input: { recorded: { build: 'incremental', versions: VERSIONS, fullBuildSeconds: undefined } },
    kind: 'not-a-full-build',
    modes: NO_SKIP,
  },
  {
    when: 'the state was not recorded by this tool',
    input: { recorded: undefined },
    kind: 'not-a-full-build',
    modes: NO_SKIP,
  },
  {
    when: 'the hash of the configuration is equal, and private settings may differ',
    input: {
      configDoubt:
        "what feeds the configuration differs, and Bengal's hash leaves out private settings (names that begin with _)",
    },
    kind: 'config',
    modes: NO_SKIP,
  },
  {
    when: 'nobody told the versions',
    input: {
      versions: { bengal: undefined, python: undefined },
      versionHint:
        'no Python with a Bengal was found; install Bengal before this step, or name its Python in the input python',
    },
    kind: 'version',
    modes: NO_SKIP,
  },
  {
    when: 'nobody knows the packages that Bengal is made of, and they were recorded',
    input: {
      packages: {
        kind: 'unknown',
        detail: 'nobody could tell the packages that Bengal is made of now, and they were recorded',
      },
    },
    kind: 'packages',
    modes: NO_SKIP,
  },
  {
    when: 'a build reads what nobody records',
    input: { unrecorded: ['external_refs.indexes fetches indexes of other sites'] },
    kind: 'unrecorded',
    modes: NO_SKIP,
  },
  {
    when: 'the passing of time has made pages untrue',
    input: { due: 'pages show that 2026-11-20 was 1 day ago, and that is 2 days ago by this time' },
    kind: 'due',
    modes: NO_SKIP,
  },
  {
    when: 'a file lies in the output that no build recorded',
    input: { outputs: outputCheck({ unexpected: ['x.html'] }) },
    kind: 'output-damaged',
    modes: NO_SKIP,
  },
  {
    when: 'an incremental build is known to equal a full one for these changes',
    input: {
      affected: affected(affectedPage('content')),
      equivalences: [
        {
          bengal: '0.5.1',
          reasons: ['content'],
          evidence: 'an incremental build of Bengal 0.5.1 was shown to write every file as a full one does',
        },
      ],
    },
    kind: 'equivalent',
    modes: { strict: 'incremental', preview: 'incremental' },
  },
];
