import { join } from 'node:path';
import { digestStateFiles } from '../bengal/prune-state.ts';
import { forgetPages } from '../bengal/forget-pages.ts';
import { digestOfStateContent } from '../bengal/state-digest.ts';
import { readState, type BengalState } from '../bengal/state.ts';
import { closeExchange } from '../companion/exchange.ts';
import type { BuildAccount } from '../companion/journal.ts';
import { TRACE_PATH } from '../companion/exchange-folder.ts';
import { dropTrace, readAccount, type PlannedAccount } from '../companion/read-account.ts';
import { readFailedPages } from '../changes/explain-failures.ts';
import { readKnowledge } from '../changes/read-site-index.ts';
import { readBuiltTree, type BuiltTree } from '../changes/built-tree.ts';
import { readSourceTree, type SourceTree } from '../changes/source-tree.ts';
import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { DigestMemory } from '../core/digest-memory.ts';
import { EDITED_SINCE } from '../config/config-verdict.ts';
import type { Sha256 } from '../core/digest.ts';
import type { Progress } from '../host/port.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { earlierBuilds, type EarlierBuilds } from '../companion/earlier-builds.ts';
import { isSettled, type FailedPage } from '../manifest/failed-pages.ts';
import type { BuildKind, Lineage, Manifest } from '../manifest/manifest.ts';
import {
  digestOfState,
  MANIFEST_PATH,
  readEarlierFailures,
  readManifest,
  writeManifest,
} from '../manifest/manifest-file.ts';
import { UNKNOWN_ORIGIN, type Origin } from '../manifest/origin.ts';
import { worthOf } from '../manifest/reuse-digest.ts';
import { readTrace } from '../trace/read-trace.ts';
import type { Read } from '../trace/trace.ts';
import { loadSiteConfig } from '../flow/analyse.ts';
import { readCircumstances } from './read-build-conditions.ts';
import { findPlaceProblem } from '../flow/authored-places.ts';
import { TOOL_VERSION } from '../core/tool-version.ts';

export type Recorded =
  | {
      readonly kind: 'recorded';
      readonly path: string;
      readonly bytes: number;
      readonly sources: number;
      readonly outputs: number;
      readonly build: BuildKind;
      /** What the companion did in the build. */
      readonly account: BuildAccount;
      readonly editedSince: readonly string[];
      /** Pages that the build lost or spoilt. */
      readonly failedPages: readonly FailedPage[];
      /** What the recorded state is worth to later runs (`manifest/reuse-digest.ts`). */
      readonly worth: Sha256;
    }
  | { readonly kind: 'nothing'; readonly why: string };

export interface RecordOptions {
  readonly inputs: SiteInputs;
  readonly variables: Variables;
  readonly commit: string | undefined;
  /** ISO 8601. */
  readonly now: string;
  /** The run that records. */
  readonly origin?: Origin;
  /** Digest of the plan that this job made for the build; `undefined`: whichever lies there. */
  readonly plan?: Sha256 | undefined;
  /** The job did not end well, so that nobody knows whether the build did. */
  readonly unfinished?: boolean;
  /** The sources, where they have been read. */
  readonly tree?: SourceTree;
  /** What the Bengal that built told; off, when nobody asked it. */
  readonly probe?: ProbeOutcome | undefined;
  readonly progress?: Progress | undefined;
  /** Outputs that have been read in this process already. */
  readonly memory?: DigestMemory | undefined;
}

/** Writes the manifest beside the state that a build has just left. */
export async function record(options: RecordOptions): Promise<Recorded> {
  const { inputs, variables } = options;
  const site = loadSiteConfig(inputs, variables);
  const problem = findPlaceProblem(inputs.site, site);
  if (problem !== undefined) return { kind: 'nothing', why: problem };
  options.progress?.('Reading the state');
  const outcome = await readState({ site: inputs.site, outputDir: site.outputDir });
  if (outcome.kind !== 'read') return { kind: 'nothing', why: outcome.why };
  options.progress?.('Recording the sources and the output');
  const digestBefore = digestOfState(inputs.site);
  const tree = options.tree ?? readSources(inputs, site, variables);
  const { perPage } = site;
  const { state } = outcome;
  const { memory } = options;
  const built = readBuiltTree({ site: inputs.site, layout: layoutOf(site), state, tree, perPage, memory });
  const forgotten = forgetPages(inputs.site, built.vanished);
  const stateDigest = forgotten === 0 ? digestBefore : digestOfState(inputs.site);
  const { account, earlier, trace, lineage } = await originsOf(options);
  const failedPages = await findFailedPages(options, { site, built, stateDigest: digestBefore });
  const build = options.unfinished === true ? 'partial' : kindOf(built, failedPages, account);
  const told = {
    site,
    state,
    tree,
    built,
    build,
    account,
    earlier,
    trace,
    lineage,
    failedPages,
    stateDigest,
  };
  const manifest = await describeBuild(options, told);
  const written = await writeManifest(inputs.site, manifest);
  if (written.kind === 'failed') return { kind: 'nothing', why: `the manifest could not be written: ${written.why}` };
  const { bytes } = written;
  closeExchange(inputs.site);
  return {
    kind: 'recorded',
    path: MANIFEST_PATH,
    bytes,
    sources: built.sources.size,
    outputs: built.outputs.size,
    build,
    account,
    editedSince: built.editedSince,
    failedPages,
    worth: worthOf(manifest),
  };
}

interface ToldBuild {
  readonly site: SiteConfig;
  readonly state: BengalState;
  readonly tree: SourceTree;
  readonly built: BuiltTree;
  readonly build: BuildKind;
  readonly account: BuildAccount;
  readonly earlier: EarlierBuilds;
  readonly trace: Sha256 | undefined;
  readonly lineage: Lineage;
  readonly failedPages: readonly FailedPage[];
  readonly stateDigest: Sha256;
}

async function describeBuild(options: RecordOptions, told: ToldBuild): Promise<Manifest> {
  const { inputs, origin = UNKNOWN_ORIGIN } = options;
  const { site, state, tree, built, build, account, earlier, trace, lineage, failedPages, stateDigest } = told;
  return {
    tool: TOOL_VERSION,
    recordedAt: options.now,
    commit: options.commit,
    origin,
    treeDigest: tree.digest,
    bengal: inputs.bengalVersion,
    python: inputs.pythonVersion ?? state.python,
    environment: site.environment,
    profile: inputs.profile,
    flags: inputs.buildFlags,
    outputDir: site.outputDir,
    configFingerprint: fingerprintOf(site, built),
    build,
    lineage,
    trace,
    stateDigest,
    contentDigest: await digestOfStateContent(inputs.site, site.outputDir),
    stateFiles: digestStateFiles(inputs.site),
    sources: built.sources,
    outputs: built.outputs,
    knowledge: readKnowledge({
      site: inputs.site,
      layout: layoutOf(site),
      sources: [...built.sources.keys()],
      outputs: new Set(built.outputs.keys()),
      reads: await readsOf(inputs.site, trace),
      variables: options.variables,
    }),
    failedPages,
    circumstances: readCircumstances({
      site,
      layout: layoutOf(site),
      root: inputs.site,
      state,
      built,
      build,
      kept: keptPages(account) > 0,
      bengal: options.probe?.kind === 'answered' ? options.probe.facts : undefined,
      earlier,
    }),
  };
}

/** What pages read; nothing where nobody recorded it, or where it cannot be read, which the next look says. */
async function readsOf(site: string, trace: Sha256 | undefined): Promise<readonly Read[]> {
  const outcome = await readTrace(join(site, TRACE_PATH), trace);
  return outcome.kind === 'read' ? outcome.trace.reads : [];
}

function fingerprintOf({ files, fingerprint }: SiteConfig, { editedSince }: BuiltTree): Sha256 {
  return files.some((path) => editedSince.includes(path)) ? EDITED_SINCE : fingerprint;
}

interface Origins extends PlannedAccount {
  readonly trace: Sha256 | undefined;
  readonly lineage: Lineage;
}

/** Where the output comes from, and what is known of how its pages were made. */
async function originsOf({ inputs, plan, now }: RecordOptions): Promise<Origins> {
  const planned = readAccount(inputs.site, plan);
  const { account, earlier } = planned;
  if (account.kind === 'recorded')
    return { ...planned, trace: account.journal.traceDigest, lineage: lineageOf(account, earlier, now) };
  const before = account.kind === 'unplanned' ? await readManifest(inputs.site) : undefined;
  if (before?.kind === 'read') {
    // No build has run since that was recorded.
    const { trace, lineage } = before.manifest;
    return { account, earlier: earlierBuilds(before.manifest), trace, lineage };
  }
  // A trace of another build says nothing of this output.
  dropTrace(inputs.site);
  return { ...planned, trace: undefined, lineage: lineageOf(account, earlier, now) };
}

function keptPages(account: BuildAccount): number {
  return account.kind === 'recorded' ? account.journal.kept.length : 0;
}

/** Without an earlier manifest nothing can have been kept. */
function lineageOf(account: BuildAccount, { lineage }: EarlierBuilds, now: string): Lineage {
  return lineage === undefined || keptPages(account) === 0
    ? { renderedAt: now, keptBuilds: 0 }
    : { ...lineage, keptBuilds: lineage.keptBuilds + 1 };
}

interface JustBuilt {
  readonly site: SiteConfig;
  readonly built: BuiltTree;
  /** Of the state as the build left it. */
  readonly stateDigest: Sha256;
}

async function findFailedPages(
  { inputs }: Pick<RecordOptions, 'inputs'>,
  { site, built, stateDigest }: JustBuilt,
): Promise<readonly FailedPage[]> {
  const earlier = await readEarlierFailures(inputs.site);
  return readFailedPages({
    site: inputs.site,
    outputDir: site.outputDir,
    built,
    earlier: earlier.pages,
    recordedBefore: earlier.stateDigest === stateDigest,
  });
}

/** A kept page that came out differently when it was rendered again leaves all others in doubt. */
function kindOf({ complete }: BuiltTree, failed: readonly FailedPage[], account: BuildAccount): BuildKind {
  const isProven = account.kind !== 'recorded' || account.journal.sample.different.length === 0;
  if (!complete || !isProven || !failed.every(isSettled)) return 'partial';
  return failed.length === 0 ? 'full' : 'failing';
}

/** The sources of a site as one digest. */
export function readSources(inputs: SiteInputs, site: SiteConfig, variables: Variables): SourceTree {
  return readSourceTree({ site: inputs.site, layout: layoutOf(site), documented: site.documented, variables });
}

function layoutOf(site: SiteConfig): Parameters<typeof readSourceTree>[0]['layout'] {
  return { contentDir: site.contentDir, outputDir: site.outputDir, configFiles: site.files };
}
