import type { ConfigStanding } from '../affected/context.ts';
import { describeRead } from '../affected/describe-read.ts';
import type { Affected, AffectedPage } from '../affected/reason.ts';
import { hasDecodedCache } from '../bengal/decoded-cache.ts';
import { urlOfOutput } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import type { ChangeSet } from '../changes/detect.ts';
import { sortedUnique } from '../core/order.ts';
import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import { cleans, withoutCleaning } from '../gate/build-args.ts';
import { decide } from '../gate/decide.ts';
import type { Decision, Policy } from '../gate/decision.ts';
import { findTraps } from '../gate/warnings.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { graphBuilder, type Graph } from '../graph/model.ts';
import type { Progress } from '../host/port.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { failedWarning } from '../report/failed-page-words.ts';
import { REPORT_SCHEMA, type Report, type ReportCache, type ReportProbe, type ReportStage } from '../report/report.ts';
import type { StageReport } from '../stages/stage-node.ts';
import { clearingOf, type Clearing } from '../preparation/clearing.ts';
import { compare, gather, type Comparison, type Facts } from './gather.ts';
import { gateInput } from './gate-evidence.ts';
import { findPlaceProblem, placeWarning } from './authored-places.ts';
import { select, type Selection } from './select.ts';
import { findStages, type FoundStages } from '../stage-job/find-stages.ts';
import { TOOL_VERSION } from '../core/tool-version.ts';

export { loadSiteConfig } from './gather.ts';

export interface AnalyseOptions {
  readonly inputs: SiteInputs;
  readonly variables: Variables;
  readonly policy: Policy;
  /** Why it is what it is, where the input `gate` does not say. */
  readonly policyWhy?: string | undefined;
  /** Why the build is not prepared, so that nothing of the last one can be kept; `undefined`: it is. */
  readonly unprepared: string | undefined;
  readonly cache: ReportCache;
  readonly warnings: readonly string[];
  /** Why state and output may not be touched, where that is known already. */
  readonly placeProblem?: string | undefined;
  /** What the job's own Bengal told; off, when nobody asked it. */
  readonly probe?: ProbeOutcome | undefined;
  /** Milliseconds since 1970; the present, when it is not given. */
  readonly now?: number;
  readonly progress?: Progress | undefined;
  /** File of the site's stages, relative to the site; the one with the usual name, when it is not given. */
  readonly stagesFile?: string;
}

export interface Analysis {
  readonly report: Report;
  readonly graph: Graph;
  readonly stages: FoundStages;
  /** What the decision rests on. */
  readonly facts: Facts;
  /** What may be set aside before a build. */
  readonly clearing: Clearing;
  /** Every page of the state, by output. */
  readonly knownPages: readonly Pick<AffectedPage, 'output' | 'source' | 'url'>[];
  /** Every source that is there, and every file that the state names. */
  readonly knownFiles: ReadonlySet<string>;
  /** What a page read when it was built, by output, in words. */
  readonly readBy: (output: string) => readonly string[];
  /** What a change of one file would affect, whatever it is. */
  readonly whatIf: (file: string) => Affected;
}

/** From a site with the state that lies in it to the report: read, validate, detect, select, decide. Writes nothing of Bengal's. */
export async function analyse(options: AnalyseOptions): Promise<Analysis> {
  const facts = await gather({ ...options, probe: options.probe ?? { kind: 'off' } });
  const { inputs, state, verdict } = facts;
  options.progress?.('Comparing the sources');
  const compared = state === undefined ? NOTHING_TO_COMPARE : compare({ ...facts, state });
  const { changes, sources } = compared;
  options.progress?.('Finding the affected pages');
  const graph = state === undefined ? graphBuilder().build() : buildGraph(state);
  const { policyWhy, variables, unprepared, now = Date.now() } = options;
  const selectFor = (asked: ChangeSet, assumed: boolean): Selection =>
    state === undefined
      ? { affected: everyPage(verdict.why), settled: new Map(), edits: [] }
      : select({
          ...facts,
          ...{ variables, now, state, assumed, graph, sources },
          site: inputs.site,
          perPage: facts.site.perPage,
          packageVouched: facts.config.status === 'unchanged' && facts.config.source !== 'fingerprint',
          config: standingOf(facts),
          changes: asked,
        });
  const { affected, settled, edits } = selectFor(changes, false);
  const problem = options.placeProblem ?? findPlaceProblem(inputs.site, facts.site);
  const policy = problem === undefined ? options.policy : 'always-full';
  const stages = await findStages({ root: inputs.site, variables, now: () => now }, options.stagesFile);
  const context = { policy, policyWhy: policyWhy ?? problem, now, unprepared };
  const decision = decide(gateInput(facts, { ...compared, affected, settled }, context));
  const clearing = clearingOf(facts, sources, variables);
  const gate = problem === undefined ? sparing(decision, clearing) : sparing(decision, { mayClean: () => false });
  return {
    facts,
    graph,
    stages,
    clearing,
    knownPages: pagesOf(state),
    knownFiles: new Set([...sources, ...(state?.files.keys() ?? [])]),
    readBy: (output) => readsOf(facts, output),
    whatIf: (file) =>
      facts.site.files.includes(file) ? CONFIGURED : selectFor({ ...NO_CHANGES, modified: [file] }, true).affected,
    report: assemble(facts, {
      changes,
      edits,
      affected,
      gate,
      prepared: false,
      cache: options.cache,
      ...(stages.kind === 'found' ? { stages: stages.reports.map(reportedStage) } : {}),
      warnings: [
        ...options.warnings,
        ...(problem === undefined ? [] : [placeWarning(problem)]),
        ...trapsOf(facts, compared),
        // Where nothing that lies there may be used, that is said already.
        ...(facts.found.kind === 'unusable' && policyWhy === undefined
          ? [`The manifest of the state is not used: ${facts.found.why}`]
          : []),
        ...(stages.kind === 'unusable' ? [stages.why] : []),
      ],
    }),
  };
}

/** Bengal removes no output folder that it may not remove. */
function sparing(decision: Decision, { mayClean }: Pick<Clearing, 'mayClean'>): Decision {
  if (!cleans(decision.buildArgs) || mayClean()) return decision;
  return { ...decision, buildArgs: withoutCleaning(decision.buildArgs) };
}

function readsOf({ trace }: Facts, output: string): string[] {
  if (trace.kind !== 'read') return [];
  const page = trace.trace.pages.find((each) => each.output === output);
  return sortedUnique(
    Array.from(page?.reads ?? [], (index) => trace.trace.reads[index]).flatMap((read) =>
      read === undefined ? [] : describeRead(read),
    ),
  );
}

/** Which settings differ, as far as both sides are known; a secret that may differ is none that could be named. */
function standingOf({ config, site, manifest }: Facts): ConfigStanding {
  const named = config.changedKeys?.map(({ key }) => key) ?? [];
  const isOtherEnvironment =
    manifest !== undefined && (manifest.environment !== site.environment || manifest.outputDir !== site.outputDir);
  const recorded = [...(manifest?.circumstances?.config?.digests.keys() ?? [])];
  return {
    status: config.status,
    why: config.why,
    changed: named.length === 0 || isOtherEnvironment ? undefined : named,
    listsMenu: [...recorded, ...site.settings.keys()].some((key) => /^(?:site\.)?menu\.main\b/.test(key)),
  };
}

function trapsOf(facts: Facts, { unfollowed }: Comparison): string[] {
  const { inputs, site, config, manifest } = facts;
  return findTraps({
    site,
    config,
    sameFingerprint: site.unreadable === undefined && manifest?.configFingerprint === site.fingerprint,
    decodedCache: hasDecodedCache(inputs.site),
    unfollowed,
  });
}

function assemble(
  facts: Facts,
  found: Pick<Report, 'changes' | 'edits' | 'affected' | 'gate' | 'prepared' | 'cache' | 'stages' | 'warnings'>,
): Report {
  const { state, manifest, site } = facts;
  const failed = failedWarning(manifest?.failedPages ?? []);
  return {
    schemaVersion: REPORT_SCHEMA,
    tool: TOOL_VERSION,
    state: {
      ...facts.verdict,
      bengal: manifest?.bengal ?? null,
      python: state?.python ?? null,
      builtAt: state?.lastBuild ?? null,
      mode: manifest?.build ?? 'unknown',
      commit: manifest?.commit ?? null,
    },
    config: facts.config,
    ...(facts.probe.kind === 'off' ? {} : { probe: reportedProbe(facts.probe) }),
    ...found,
    totalPages: [...(state?.pages.values() ?? [])].reduce((sum, page) => sum + page.outputs.length, 0),
    warnings: [
      ...found.warnings,
      ...(failed === undefined ? [] : [failed]),
      ...site.problems.map((problem) => `Configuration: ${problem}`),
      ...(facts.probe.kind === 'failed' ? [`The job's own Bengal told nothing: ${facts.probe.why}`] : []),
    ],
  };
}

function reportedProbe(probe: Exclude<ProbeOutcome, { kind: 'off' }>): ReportProbe {
  return probe.kind === 'answered'
    ? { outcome: 'answered', why: probe.from, bengal: probe.facts.bengal ?? null, python: probe.facts.python }
    : { outcome: probe.kind, why: probe.why, bengal: null, python: null };
}

/** Without its files: a report does not grow with the site. */
function reportedStage({ name, status, reasons, age, needs }: StageReport): ReportStage {
  return { name, verdict: status, reasons, age, needs };
}

function pagesOf(state: BengalState | undefined): Analysis['knownPages'] {
  return [...(state?.pages.values() ?? [])].flatMap((page) =>
    page.outputs.map((output) => ({
      output,
      source: page.kind === 'content' ? page.key : null,
      url: urlOfOutput(output),
    })),
  );
}

const NO_CHANGES: ChangeSet = { added: [], modified: [], deleted: [], touched: 0, unverifiable: [] };

const NOTHING_TO_COMPARE: Comparison = { changes: NO_CHANGES, sources: [], unfollowed: [] };

/** What a file of the configuration would affect. */
const CONFIGURED: Affected = {
  all: true,
  because: [{ kind: 'config-changed', detail: 'every page may show what is configured' }],
  ...{ pages: [], tags: [], siteWide: [], toRemove: [] },
};

function everyPage(why: string): Affected {
  return { all: true, because: [{ kind: 'no-state', detail: why }], pages: [], tags: [], siteWide: [], toRemove: [] };
}
