import type { Affected, AffectedPage, ReasonKind } from '../../src/affected/reason.ts';
import type { Report, ReportCache } from '../../src/report/report.ts';
import { changeSet } from './recorded.ts';

export function affectedPage(name: string, kind: ReasonKind, via: string): AffectedPage {
  const folder = name === '' ? '' : `${name}/`;
  return { output: `${folder}index.html`, source: `content/${name}.md`, url: `/${folder}`, reasons: [{ kind, via }] };
}

export function affected(overrides: Partial<Affected> = {}): Affected {
  return { all: false, because: [], pages: [], tags: [], siteWide: [], toRemove: [], ...overrides };
}

/** Keys as they are, but for the digests. */
const PREFIX =
  'bengal-cache/v1/linux/python-3.14/site-docs/production/bengal-0.5.1+5eb63bbb/config-2b7e151628aed2a6/at-1c9d8e7f';
const [TREE, OLDER] = [
  `${PREFIX}/tree-7d865e959b2466918c9863afca942d0f`,
  `${PREFIX}/tree-9f86d081884c7d659a2feaa0c55ad015`,
];

/** What a restore of 1,234 files says. */
function restored(kind: 'exact' | 'prefix', key: string, matchedKey: string): ReportCache {
  return {
    ...{ kind, key, matchedKey, tried: 4, files: 1234, bytes: 32_715_571, archiveBytes: 5_033_165, kept: 0 },
    from: {
      commit: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
      recordedAt: '2026-11-21T06:34:25.000Z',
      ageSeconds: 11_400,
      event: 'push',
    },
  };
}

const TIMES = { restoreMs: 2149, analysisMs: 812 };

/** A report of a run where nothing had changed, with what a test is about given. */
export function report(overrides: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: '0.1.0',
    state: {
      status: 'usable',
      why: 'Bengal can build upon it',
      bengal: '0.5.1',
      python: '3.14',
      builtAt: '2026-11-21T06:34:19.244955+00:00',
      mode: 'full',
      commit: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
    },
    config: {
      status: 'unchanged',
      recorded: '4b998e303f57c483',
      current: '4b998e303f57c483',
      why: 'the configuration files, environment and variables are the recorded ones',
    },
    changes: changeSet(),
    affected: affected(),
    gate: {
      mode: 'skip',
      reasons: [
        'no source differs from the recorded tree',
        'the configuration files, environment and variables are the recorded ones',
        'Bengal 0.5.1 and Python 3.14 are the recorded ones',
        'all 92 output files are those that one full build wrote',
      ].map((detail) => ({ kind: 'proof', detail })),
      buildArgs: [],
      fullBuildSeconds: 41.6,
    },
    // As the action leaves it before it reports.
    prepared: true,
    totalPages: 20,
    warnings: [],
    cache: restored('exact', TREE, TREE),
    times: TIMES,
    ...overrides,
  };
}

const GUIDES = Array.from({ length: 40 }, (_, index) => `guides/page-${String(index + 1).padStart(2, '0')}`);

/** A renamed section index: many pages, for several reasons, in several sections. */
const manyPages = report({
  changes: changeSet({ modified: ['content/guides/_index.md', 'templates/card.html'], touched: 180 }),
  edits: [{ path: 'content/guides/_index.md', keys: [{ name: 'title', line: 2 }], body: false }],
  affected: affected({
    pages: [
      ...GUIDES.map((name) => affectedPage(name, 'linked', 'content/guides/_index.md')),
      affectedPage('guides', 'content', 'content/guides/_index.md'),
      ...['', 'blog', 'blog/first'].map((name) => affectedPage(name, 'template', 'templates/card.html')),
      affectedPage('about', 'neighbour', 'content/guides/_index.md'),
    ],
    tags: ['howto', 'c++'],
    siteWide: ['index.json', 'rss.xml', 'sitemap.xml'],
  }),
  gate: {
    mode: 'incremental',
    reasons: [{ kind: 'pages-affected', detail: '45 pages may change' }],
    buildArgs: ['--no-incremental'],
    fullBuildSeconds: 41.6,
  },
  totalPages: 180,
  cache: restored('prefix', TREE, OLDER),
});

/** A full build that is due, with two traps on the way. */
const published = report({
  changes: changeSet({ modified: ['content/lamps/oil.md'] }),
  affected: affected({
    pages: [affectedPage('lamps/oil', 'content', 'content/lamps/oil.md')],
    siteWide: ['sitemap.xml'],
  }),
  gate: {
    mode: 'full',
    reasons: [
      {
        kind: 'full-due',
        detail: '50 builds in a row have kept pages, and full-every asks for a full one then',
      },
      { kind: 'pages-affected', detail: '1 page may change' },
    ],
    buildArgs: ['--no-incremental', '--clean-output'],
    fullBuildSeconds: 41.6,
  },
  warnings: [
    'The site sets no base URL, so the branch name enters the configuration: every pull request starts cold. Set site.baseurl',
    'An empty config/ folder makes Bengal ignore bengal.toml. Remove the folder',
  ],
  cache: restored('prefix', TREE, OLDER),
});

/** Six runs as they typically are. */
export const TYPICAL_REPORTS: Readonly<Record<string, Report>> = {
  skip: report(),
  incremental: report({
    changes: changeSet({ modified: ['content/lamps/oil.md', 'data/watches.yaml'], touched: 12 }),
    affected: affected({
      pages: [
        affectedPage('keepers/duties', 'data', 'data/watches.yaml'),
        affectedPage('keepers/relief', 'data', 'data/watches.yaml'),
        affectedPage('lamps/oil', 'content', 'content/lamps/oil.md'),
      ],
      tags: ['fuel', 'routine'],
      siteWide: ['index.json', 'sitemap.xml'],
    }),
    gate: {
      mode: 'incremental',
      reasons: [{ kind: 'pages-affected', detail: '3 pages may change' }],
      buildArgs: ['--no-incremental'],
      fullBuildSeconds: 41.6,
      incrementalBuildSeconds: 7.9,
    },
    cache: restored('prefix', TREE, OLDER),
  }),
  full: report({
    changes: changeSet({
      added: ['content/weather/ice.md'],
      modified: ['content/lamps/oil.md'],
      deleted: ['content/about.md'],
      unverifiable: ['static/x'],
    }),
    affected: affected({
      all: true,
      because: [
        {
          kind: 'state-incomplete',
          detail:
            'the front matter of content/lamps/oil.md differs or was not recorded: other pages may show its title, date or tags',
        },
        {
          kind: 'site-wide-file-changed',
          detail: 'themes/own/theme.toml was modified, and every page may use it',
        },
      ],
      pages: [
        affectedPage('about', 'content', 'content/about.md'),
        affectedPage('lamps/oil', 'content', 'content/lamps/oil.md'),
        affectedPage('weather/ice', 'added', 'content/weather/ice.md'),
      ],
      toRemove: ['about/index.html', 'about/index.json'],
    }),
    gate: {
      mode: 'full',
      reasons: [
        {
          kind: 'all-affected',
          detail:
            'any page may be affected: the front matter of content/lamps/oil.md differs or was not recorded: other pages may show its title, date or tags (and 1 more reason)',
        },
      ],
      buildArgs: ['--no-incremental', '--clean-output'],
    },
    cache: restored('prefix', TREE, OLDER),
  }),
  'first-run': report({
    state: {
      status: 'absent',
      why: 'there is no .bengal folder',
      bengal: null,
      python: null,
      builtAt: null,
      mode: 'unknown',
      commit: null,
    },
    config: {
      status: 'unknown',
      recorded: null,
      current: null,
      why: 'there is no state of an earlier build to compare with',
      source: 'nobody',
    },
    affected: affected({ all: true, because: [{ kind: 'no-state', detail: 'there is no .bengal folder' }] }),
    gate: {
      mode: 'full',
      reasons: [{ kind: 'state', detail: 'there is no state of an earlier build: there is no .bengal folder' }],
      buildArgs: ['--no-incremental'],
    },
    totalPages: 0,
    warnings: ['The cache could not be used: the service answered 503'],
    cache: { kind: 'unavailable', key: TREE, tried: 4, why: 'the service answered 503' },
  }),
  'many-pages': manyPages,
  published,
};

/** A report that says `text` wherever something from the repository can stand. */
export function reportSaying(text: string): Report {
  const page: AffectedPage = {
    output: `${text}/index.html`,
    source: text,
    url: `/${text}/`,
    reasons: [
      { kind: 'content', via: text },
      { kind: 'template', via: `t/${text}` },
    ],
  };
  return report({
    state: { ...report().state, why: text, builtAt: text, bengal: text, commit: text },
    config: { ...report().config, why: text, recorded: text },
    changes: changeSet({ added: [text], modified: [text], deleted: [text], unverifiable: [text] }),
    affected: affected({
      all: true,
      because: [{ kind: 'input-unverifiable', detail: text }],
      pages: [page],
      tags: [text],
      toRemove: [text],
    }),
    gate: {
      mode: 'full',
      reasons: [
        { kind: 'all-affected', detail: text },
        { kind: 'state', detail: text },
      ],
      buildArgs: ['--no-incremental'],
    },
    warnings: [text],
    cache: {
      ...{ kind: 'exact', key: text, matchedKey: text, files: 1, bytes: 1 },
      from: { commit: text, recordedAt: text, ageSeconds: 1, event: text },
      dropped: { count: 2, first: [text] },
    },
    probe: { outcome: 'failed', why: text, bengal: text, python: text },
    edits: [{ path: text, keys: [{ name: text, line: 1 }], body: true }],
    cachePolicy: { access: 'read-write', why: text },
    stages: [
      { name: 'check', verdict: 'run', reasons: [{ kind: 'inputs-changed', detail: text }], age: null, needs: [text] },
    ],
  });
}
