import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exchangePaths, TRACE_PATH } from '../../src/companion/exchange-folder.ts';
import { writeExchangeFile } from '../../src/companion/exchange.ts';
import { NO_EARLIER_BUILDS } from '../../src/companion/earlier-builds.ts';
import { digestOfPlan, planText, type BuildPlan } from '../../src/companion/plan.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { sha256 } from '../../src/core/digest.ts';

export function buildPlan(overrides: Partial<BuildPlan> = {}): BuildPlan {
  return {
    tool: '0.1.0',
    id: '0'.repeat(32),
    site: '/site',
    output: '/site/public',
    previous: '/site/.bengal-cache/previous',
    journal: '/site/.bengal-cache/journal.json',
    mode: 'incremental',
    trace: true,
    keepAssets: true,
    render: [],
    sample: 8,
    sampleSeed: '0'.repeat(32),
    verify: 'sample',
    bytecode: false,
    earlier: NO_EARLIER_BUILDS,
    ...overrides,
  };
}

/** A journal as the companion writes it at the end of a build, with what a test is about given. */
export function journalJson(overrides: Readonly<Record<string, unknown>> = {}): JsonObject {
  return {
    schemaVersion: 1,
    companion: '1',
    plan: sha256('plan'),
    status: 'finished',
    bengal: '0.5.1',
    python: '3.14.0',
    pages: {
      kept: ['a/index.html', 'b/index.html'],
      rendered: [{ output: 'c/index.html', why: 'own', read: null }],
    },
    assets: { kept: 57 },
    sample: { compared: 1, different: [] },
    failedPages: [],
    seconds: { rendering: 1.5 },
    trace: { pages: 3, reads: 40, bytes: 1000 },
    traceDigest: sha256('trace'),
    stateDigest: sha256('state'),
    ...(overrides as JsonObject),
  };
}

/** The first build of a site keeps nothing. */
const RENDERED_ALL = {
  pages: { kept: [], rendered: [{ output: 'index.html', why: 'no-trace', read: null }] },
  sample: { compared: 0, different: [] },
};

export interface LeftByBuild {
  readonly plan?: Partial<BuildPlan>;
  readonly journal?: Readonly<Record<string, unknown>>;
  /** Content of the trace; without it, what lies there, or something that stands for it. */
  readonly trace?: string;
}

/** Stands for the companion in a build that left the state of a site: lays down its plan, its trace and its journal. */
export function leaveAccount(site: string, { plan = {}, journal = {}, trace }: LeftByBuild = {}): void {
  const paths = exchangePaths(site);
  const text = planText(buildPlan({ site, output: join(site, 'public'), journal: paths.journal, ...plan }));
  writeExchangeFile(site, paths.plan, text);
  endBuild(site, { ...(trace === undefined ? {} : { trace }), journal: { plan: digestOfPlan(text), ...journal } });
}

/** The same for a build that found its plan. */
export function endBuild(site: string, { journal = {}, trace }: Omit<LeftByBuild, 'plan'> = {}): void {
  const paths = exchangePaths(site);
  const at = join(site, TRACE_PATH);
  mkdirSync(dirname(at), { recursive: true });
  if (trace !== undefined || !existsSync(at)) writeFileSync(at, trace ?? 'what the pages read');
  const digests = {
    plan: digestOfPlan(readFileSync(paths.plan)),
    traceDigest: sha256(readFileSync(at)),
    stateDigest: sha256(readFileSync(join(site, '.bengal/cache.json.zst'))),
  };
  // Not through our own door: in a job it is another process that writes it.
  writeFileSync(paths.journal, JSON.stringify(journalJson({ ...RENDERED_ALL, ...digests, ...journal })));
}
