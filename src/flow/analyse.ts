import { findAffected } from '../affected/find.ts';
import type { Affected } from '../affected/reason.ts';
import { readState, type BengalState } from '../bengal/state.ts';
import { judgeState, type StateVerdict } from '../bengal/validity.ts';
import { detectChanges, type ChangeSet } from '../changes/detect.ts';
import { roleOf, type SiteLayout } from '../changes/layout.ts';
import { findMentions } from '../changes/mentions.ts';
import { checkOutputs, type OutputCheck } from '../changes/outputs.ts';
import { readBodyOnlyEdits } from '../changes/page-edits.ts';
import { readPresentTree } from '../changes/present.ts';
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
import { TOOL_VERSION } from './version.ts';

export interface AnalyseOptions {
  readonly inputs: SiteInputs;
  readonly variables: Variables;
  readonly policy: Policy;
  readonly cache: ReportCache;
  readonly warnings: readonly string[];
}

export interface Analysis {
  readonly report: Report;
  readonly graph: Graph;
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
  const changes = state === undefined ? NO_CHANGES : compare({ ...facts, state });
  const graph = state === undefined ? graphBuilder().build() : buildGraph(state);
  const affected = state === undefined ? everyPage(verdict.why) : select({ ...facts, state, changes, graph });
  const changed = [...changes.added, ...changes.modified, ...changes.deleted];
  const gate = decide({
    policy: options.policy,
    state: verdict,
    config: facts.config,
    changes,
    settled: new Set(changed.filter((path) => roleOf(path, layout).kind === 'config')),
    affected,
    outputs,
    recorded: manifest && { build: manifest.build, versions: { bengal: manifest.bengal, python: manifest.python } },
    versions: { bengal: inputs.bengalVersion, python: inputs.pythonVersion },
    replaysRenderedOutput: state?.replaysRenderedOutput ?? false,
  });
  return {
    graph,
    report: assemble(facts, { changes, affected, gate, cache: options.cache, warnings: options.warnings }),
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

function assemble(facts: Facts, found: Pick<Report, 'changes' | 'affected' | 'gate' | 'cache' | 'warnings'>): Report {
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

const NO_CHANGES: ChangeSet = { added: [], modified: [], deleted: [], touched: 0, unverifiable: [] };

type Known = Pick<Facts, 'inputs' | 'layout' | 'manifest' | 'outputs'> & { readonly state: BengalState };

function compare({ inputs, layout, state, manifest, outputs }: Known): ChangeSet {
  const present = readPresentTree({
    site: inputs.site,
    layout,
    recorded: state.files.values(),
    alsoLookAt: manifest?.sources.keys() ?? [],
  });
  const hasOutput = (path: string): boolean =>
    state.pages.get(path)?.outputs.some((output) => outputs.present.has(output)) ?? false;
  return detectChanges(
    { files: state.files, manifest, layout, bengalVersion: inputs.bengalVersion, hasOutput },
    present,
  );
}

function select(known: Known & { changes: ChangeSet; graph: Graph }): Affected {
  const { inputs, layout, state, changes } = known;
  const bodyOnly = readBodyOnlyEdits(inputs.site, changes.modified, known.manifest);
  const targets = changes.modified.flatMap((path) => state.pages.get(path)?.outputs ?? []);
  const everyOutput = [...state.pages.values()].flatMap((page) => page.outputs);
  const mentions = findMentions(`${inputs.site}/${layout.outputDir}`, targets, everyOutput);
  return findAffected({ ...known, bodyOnly, mentions });
}

function everyPage(why: string): Affected {
  return { all: true, because: [{ kind: 'no-state', detail: why }], pages: [], tags: [], siteWide: [], toRemove: [] };
}
