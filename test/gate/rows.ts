import type { Affected, AffectedPage, Doubt, ReasonKind } from '../../src/affected/reason.ts';
import type { GateInput } from '../../src/gate/decide.ts';
import type { BuildMode, GateReasonKind } from '../../src/gate/decision.ts';
import { changeSet, outputCheck } from '../support/recorded.ts';

// One row for each reason that the gate can give. The tests hold each of them, and docs/gate.md is made from them.

export const VERSIONS = { bengal: '0.5.1', python: '3.14' } as const;
export const NOTHING: Affected = { all: false, because: [], pages: [], tags: [], siteWide: [], toRemove: [] };
export const DOUBT: Doubt = {
  kind: 'site-wide-file-changed',
  detail: 'themes/own/theme.toml was modified, and every page may use it',
};

/** Everything that a skip needs. */
export const PROVEN: GateInput = {
  policy: 'auto',
  policyWhy: 'the gate is set to auto',
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
  versions: VERSIONS,
  versionConflict: undefined,
  versionHint: undefined,
  packages: { kind: 'same', count: 25 },
  flags: { kind: 'same' },
  unrecorded: [],
  readsByName: undefined,
  due: undefined,
  untraced: undefined,
  fullDue: undefined,
  asksAudit: false,
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
  readonly mode: BuildMode;
}

export const ROWS: readonly GateRow[] = [
  {
    when: 'everything is proven to be as it was',
    input: {},
    kind: 'proof',
    mode: 'skip',
  },
  {
    when: 'the gate is set to `always-full`',
    input: { policy: 'always-full', policyWhy: 'the gate is set to always-full' },
    kind: 'policy',
    mode: 'full',
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
  ).map(([status, when, why]): GateRow => ({ when, input: { state: { status, why } }, kind: 'state', mode: 'full' })),
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
    mode: 'incremental',
  },
  {
    when: 'nobody knows whether the configuration changed',
    input: { config: { ...PROVEN.config, status: 'unknown', why: 'the state was saved without our manifest' } },
    kind: 'config',
    mode: 'incremental',
  },
  {
    when: 'some pages are older than the last build',
    input: { recorded: { build: 'partial', versions: VERSIONS, fullBuildSeconds: undefined } },
    kind: 'not-a-full-build',
    mode: 'full',
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
    mode: 'full',
  },
  { when: 'Bengal is another', input: { versions: { ...VERSIONS, bengal: '0.5.2' } }, kind: 'version', mode: 'full' },
  { when: 'Python is another', input: { versions: { ...VERSIONS, python: '3.15' } }, kind: 'version', mode: 'full' },
  {
    when: 'a version that was given by hand is not the one that the job has',
    input: { versionConflict: "the job's Bengal is 0.5.1, and the input bengal-version says 0.5.0" },
    kind: 'version',
    mode: 'full',
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
    mode: 'full',
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
    mode: 'full',
  },
  {
    when: 'a change may affect any page',
    input: { affected: { ...NOTHING, all: true, because: [DOUBT] } },
    kind: 'all-affected',
    mode: 'incremental',
  },
  {
    when: 'templates or pages read files by their names',
    input: { readsByName: 'templates or pages of the site read files by their names, wherever they lie' },
    kind: 'unrecorded',
    mode: 'incremental',
  },
  {
    when: 'an output is missing that no page is',
    input: { outputs: outputCheck({ missing: ['rss.xml'] }) },
    kind: 'output-damaged',
    mode: 'incremental',
  },
  {
    when: 'an output is damaged that no page is',
    input: { outputs: outputCheck({ damaged: ['rss.xml'] }) },
    kind: 'output-damaged',
    mode: 'incremental',
  },
  {
    when: 'pages are affected',
    input: { affected: affected(affectedPage('content')) },
    kind: 'pages-affected',
    mode: 'incremental',
  },
  {
    when: 'a file changed that affects no page, and may feed another output',
    input: { changes: changeSet({ added: ['static/a'] }) },
    kind: 'no-page-affected',
    mode: 'incremental',
  },
  {
    when: 'an input cannot be checked',
    input: { changes: changeSet({ unverifiable: ['static/a'] }) },
    kind: 'unverifiable',
    mode: 'incremental',
  },
  {
    when: 'the state was not recorded by this tool',
    input: {
      recorded: undefined,
      untraced: 'the state was not recorded by this tool, so nobody knows what its pages read',
    },
    kind: 'not-a-full-build',
    mode: 'full',
  },
  {
    when: 'the hash of the configuration is equal, and private settings may differ',
    input: {
      configDoubt:
        "what feeds the configuration differs, and Bengal's hash leaves out private settings (names that begin with _)",
    },
    kind: 'config',
    mode: 'incremental',
  },
  {
    when: 'nobody told the versions',
    input: {
      versions: { bengal: undefined, python: undefined },
      versionHint:
        'no Python with a Bengal was found; install Bengal before this step, or name its Python in the input python',
    },
    kind: 'version',
    mode: 'incremental',
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
    mode: 'incremental',
  },
  {
    when: 'a build reads what nobody records',
    input: { unrecorded: ['external_refs.indexes fetches indexes of other sites'] },
    kind: 'unrecorded',
    mode: 'incremental',
  },
  {
    when: 'the passing of time has made pages untrue',
    input: { due: 'pages show that 2026-11-20 was 1 day ago, and that is 2 days ago by this time' },
    kind: 'due',
    mode: 'incremental',
  },
  {
    when: 'a file lies in the output that no build recorded',
    input: { outputs: outputCheck({ unexpected: ['x.html'] }) },
    kind: 'output-damaged',
    mode: 'incremental',
  },
  {
    when: 'a scheduled job audits the cache (`verify: full`)',
    input: { asksAudit: true },
    kind: 'policy',
    mode: 'incremental',
  },
  {
    when: 'a build is needed, and nobody recorded what the pages of the last one read',
    input: {
      affected: affected(affectedPage('content')),
      untraced: 'the last build did not record what its pages read',
    },
    kind: 'no-trace',
    mode: 'full',
  },
  {
    when: 'a build is needed, and a full one is due (`full-every`)',
    input: {
      affected: affected(affectedPage('content')),
      fullDue: '50 builds in a row have kept pages, and full-every asks for a full one then',
    },
    kind: 'full-due',
    mode: 'full',
  },
];
