import { planRepair } from '../affected/repair-plan.ts';
import type { Affected, AffectedPage } from '../affected/reason.ts';
import { urlOfOutput } from '../bengal/recorded-page.ts';
import { readState, type BengalState } from '../bengal/state.ts';
import { judgeState, type StateVerdict } from '../bengal/validity.ts';
import { detectChanges, type ChangeSet } from '../changes/detect.ts';
import { roleOf, type SiteLayout } from '../changes/layout.ts';
import { checkOutputs, outputMtime, type OutputCheck } from '../changes/outputs.ts';
import { readPresentTree } from '../changes/present.ts';
import { writtenByOneBuild } from '../changes/snapshot.ts';
import type { Variables } from '../config/environment.ts';
import { readSiteConfig, type SiteConfig } from '../config/site-config.ts';
import { judgeConfig, type ConfigVerdict } from '../config/verdict.ts';
import { UserError } from '../core/user-error.ts';
import { decide } from '../gate/decide.ts';
import type { Policy } from '../gate/decision.ts';
import { buildGraph } from '../graph/build.ts';
import { graphBuilder, type Graph } from '../graph/model.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { readManifest, type ManifestOutcome } from '../manifest/manifest-file.ts';
import { REPORT_SCHEMA, type Report, type ReportCache } from '../report/report.ts';
import { select, type Selection } from './select.ts';
import { TOOL_VERSION } from './version.ts';

export interface AnalyseOptions {
  readonly inputs: SiteInputs;
  readonly variables: Variables;
  readonly policy: Policy;
  /** Whether the state will be repaired before an incremental build; without that, changes lead to a full one. */
  readonly repair: boolean;
  readonly cache: ReportCache;
  readonly warnings: readonly string[];
}

export interface Analysis {
  readonly report: Report;
  readonly graph: Graph;
  /** Every page of the state, by output. */
  readonly knownPages: readonly Pick<AffectedPage, 'output' | 'source' | 'url'>[];
  /** Every source that is there, and every file that the state names. */
  readonly knownFiles: ReadonlySet<string>;
  /** What a change of one file would affect, whatever it is. */
  readonly whatIf: (file: string) => Affected;
}

/** Reads the configuration, or fails with what is wrong in it: this is the user's to mend. */
export function loadSiteConfig(inputs: SiteInputs, variables: Variables): SiteConfig {
  const config = readSiteConfig({ ...inputs, variables });
  if (config.errors.length > 0) throw new UserError(config.errors);
  return config;
}

/** From a site with the state that lies in it to the report: read, validate, detect, select, decide. Writes nothing. */
export async function analyse(options: AnalyseOptions): Promise<Analysis> {
  const facts = await gather(options);
  const { inputs, state, manifest, layout, outputs, verdict } = facts;
  const { changes, sources } =
    state === undefined ? { changes: NO_CHANGES, sources: [] } : compare({ ...facts, state });
  const graph = state === undefined ? graphBuilder().build() : buildGraph(state);
  const selectFor = (assumed: ChangeSet, everything: boolean): Selection =>
    state === undefined
      ? { affected: everyPage(verdict.why), unseen: [] }
      : select({
          ...facts,
          site: inputs.site,
          perPage: facts.site.perPage,
          packageVouched: facts.config.status === 'unchanged' && inputs.configHash !== undefined,
          state,
          changes: assumed,
          everything,
          graph,
          sources,
        });
  const { affected, unseen } = selectFor(changes, false);
  const repair = planRepair(affected, { pages: state?.pages ?? new Map(), tags: state?.tags ?? new Map(), changes });
  const changed = [...changes.added, ...changes.modified, ...changes.deleted];
  const gate = decide({
    policy: options.policy,
    state: verdict,
    config: facts.config,
    changes,
    settled: new Set([...unseen, ...changed.filter((path) => roleOf(path, layout).kind === 'config')]),
    affected,
    outputs,
    recorded: manifest && { build: manifest.build, versions: { bengal: manifest.bengal, python: manifest.python } },
    versions: { bengal: inputs.bengalVersion, python: inputs.pythonVersion },
    repair: options.repair ? repair : { ...repair, unreachable: affected.pages.map((page) => page.output) },
    movedFrom: state?.moved === true ? (state.recordedRoot ?? 'another folder') : undefined,
    writtenByOneBuild:
      state !== undefined && // A missing output is no old one; it has a reason of its own.
      writtenByOneBuild(state, (path) => outputMtime(inputs.site, layout.outputDir, path) ?? state.lastBuildNs),
  });
  return {
    graph,
    knownPages: pagesOf(state),
    knownFiles: new Set([...sources, ...(state?.files.keys() ?? [])]),
    whatIf: (file) => selectFor({ ...NO_CHANGES, modified: [file] }, true).affected,
    report: assemble(facts, {
      changes,
      affected,
      gate,
      repair: { ...repair, done: false },
      cache: options.cache,
      warnings: options.warnings,
    }),
  };
}

interface Facts {
  readonly inputs: SiteInputs;
  readonly site: SiteConfig;
  readonly layout: SiteLayout;
  readonly state: BengalState | undefined;
  readonly found: ManifestOutcome;
  readonly manifest: Manifest | undefined;
  readonly outputs: OutputCheck;
  readonly verdict: StateVerdict;
  readonly config: ConfigVerdict;
}

/** Reads what the site, the state and the manifest say, and judges what each is worth. */
async function gather({ inputs, variables }: AnalyseOptions): Promise<Facts> {
  const site = loadSiteConfig(inputs, variables);
  const outcome = await readState({ site: inputs.site, outputDir: site.outputDir });
  const state = outcome.kind === 'read' ? outcome.state : undefined;
  const found = await readManifest(inputs.site);
  const manifest = found.kind === 'read' ? found.manifest : undefined;
  const pages = [...(state?.pages.values() ?? [])].flatMap((page) => page.outputs);
  const outputs = checkOutputs({ site: inputs.site, outputDir: site.outputDir, manifest, pages });
  return {
    inputs,
    site,
    layout: { contentDir: site.contentDir, outputDir: site.outputDir, configFiles: site.files },
    state,
    found,
    manifest,
    outputs,
    verdict: judgeState(outcome, { python: inputs.pythonVersion, outputExists: outputs.exists }),
    config: judgeConfig({
      recordedHash: state?.configHash,
      currentHash: inputs.configHash,
      recordedFingerprint: manifest?.configFingerprint,
      currentFingerprint: site.fingerprint,
    }),
  };
}

function assemble(
  facts: Facts,
  found: Pick<Report, 'changes' | 'affected' | 'gate' | 'repair' | 'cache' | 'warnings'>,
): Report {
  const { state, manifest, site } = facts;
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
    ...found,
    totalPages: [...(state?.pages.values() ?? [])].reduce((sum, page) => sum + page.outputs.length, 0),
    warnings: [
      ...found.warnings,
      ...site.problems.map((problem) => `Configuration: ${problem}`),
      ...(facts.found.kind === 'unusable' ? [`The manifest of the state is not used: ${facts.found.why}`] : []),
    ],
  };
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

type Known = Pick<Facts, 'inputs' | 'layout' | 'manifest' | 'outputs'> & { readonly state: BengalState };

/** What differs, and every source that is there. */
function compare({ inputs, layout, state, manifest, outputs }: Known): { changes: ChangeSet; sources: string[] } {
  const present = readPresentTree({
    site: inputs.site,
    layout,
    recorded: state.files.values(),
    alsoLookAt: manifest?.sources.keys() ?? [],
  });
  const hasOutput = (path: string): boolean =>
    state.pages.get(path)?.outputs.some((output) => outputs.present.has(output)) ?? false;
  const recorded = { files: state.files, manifest, layout, bengalVersion: inputs.bengalVersion, hasOutput };
  return { changes: detectChanges(recorded, present), sources: [...present.sources.keys()] };
}

function everyPage(why: string): Affected {
  return { all: true, because: [{ kind: 'no-state', detail: why }], pages: [], tags: [], siteWide: [], toRemove: [] };
}
