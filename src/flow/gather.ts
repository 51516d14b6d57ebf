import { join } from 'node:path';
import { readState, type BengalState } from '../bengal/state.ts';
import { judgeState, type StateVerdict } from '../bengal/state-validity.ts';
import { detectChanges, type ChangeSet } from '../changes/detect.ts';
import type { SiteLayout } from '../changes/layout.ts';
import { checkOutputs, type OutputCheck } from '../changes/changed-outputs.ts';
import { readPresentTree } from '../changes/read-tree.ts';
import type { Variables } from '../config/environment.ts';
import type { BengalFacts } from '../config/probe-answer.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import { readSiteConfig, type SiteConfig } from '../config/site-config.ts';
import { judgeConfig, type ConfigEvidence, type ConfigVerdict } from '../config/config-verdict.ts';
import { TRACE_PATH } from '../companion/exchange-folder.ts';
import { UserError } from '../core/user-error.ts';
import { vouchedFolders } from '../gate/same-builder.ts';
import type { Progress } from '../host/port.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { readManifest, type ManifestOutcome } from '../manifest/manifest-file.ts';
import { readTrace, type TraceOutcome } from '../trace/read-trace.ts';

export interface FactOptions {
  readonly inputs: SiteInputs;
  readonly variables: Variables;
  /** What the job's own Bengal told. */
  readonly probe: ProbeOutcome;
  readonly progress?: Progress | undefined;
}

/** What the site, the state and the manifest say, and what each is worth. */
export interface Facts {
  readonly inputs: SiteInputs;
  readonly site: SiteConfig;
  readonly layout: SiteLayout;
  readonly probe: ProbeOutcome;
  /** What the job's own Bengal told, if it did. */
  readonly bengal: BengalFacts | undefined;
  readonly state: BengalState | undefined;
  readonly found: ManifestOutcome;
  readonly manifest: Manifest | undefined;
  /** What pages read when they were built. */
  readonly trace: TraceOutcome;
  readonly outputs: OutputCheck;
  readonly verdict: StateVerdict;
  readonly config: ConfigVerdict;
}

/** Reads the configuration, or fails with what is wrong in it: this is the user's to mend. */
export function loadSiteConfig(inputs: SiteInputs, variables: Variables): SiteConfig {
  const config = readSiteConfig({ ...inputs, variables });
  if (config.errors.length > 0) throw new UserError(config.errors);
  return config;
}

/** Reads what there is, and judges what each part is worth. */
export async function gather({ inputs, variables, probe, progress }: FactOptions): Promise<Facts> {
  const site = loadSiteConfig(inputs, variables);
  const bengal = probe.kind === 'answered' ? probe.facts : undefined;
  progress?.('Reading the state');
  const outcome = await readState({ site: inputs.site, outputDir: site.outputDir });
  const state = outcome.kind === 'read' ? outcome.state : undefined;
  const found = await readManifest(inputs.site);
  const manifest = found.kind === 'read' ? found.manifest : undefined;
  const pages = [...(state?.pages.values() ?? [])].flatMap((page) => page.outputs);
  progress?.('Comparing the output');
  const outputs = checkOutputs({ site: inputs.site, outputDir: site.outputDir, manifest, pages });
  return {
    inputs,
    site,
    layout: { contentDir: site.contentDir, outputDir: site.outputDir, configFiles: site.files },
    probe,
    bengal,
    state,
    found,
    manifest,
    trace: await readTrace(join(inputs.site, TRACE_PATH), manifest?.trace),
    outputs,
    verdict: judgeState(outcome, { python: inputs.pythonVersion, outputExists: outputs.exists }),
    config: judgeConfig({
      recordedHash: state?.configHash,
      current: currentHash(inputs, bengal),
      recordedFingerprint: manifest?.configFingerprint,
      currentFingerprint: site.fingerprint,
      unreadable: site.unreadable,
      settings: comparableSettings(manifest, site, bengal),
      fromVariables: site.fromVariables,
      state: outcome.kind,
      manifestUnused: found.kind === 'unusable' ? found.why : undefined,
      untold: whyUntold(probe),
    }),
  };
}

/** Why the current hash is not known, and what to do about it. */
function whyUntold(probe: ProbeOutcome): string {
  switch (probe.kind) {
    case 'answered':
      return "the job's own Bengal gave none";
    case 'off':
      return `${probe.why ?? 'the input probe is false'}, and config-hash is not given`;
    case 'failed':
      return `the job's own Bengal gave no answer (${probe.why})`;
    case 'none':
      return `no Python with a Bengal was found (${probe.why}); install Bengal before this step, or give config-hash`;
  }
}

function currentHash(inputs: SiteInputs, bengal: BengalFacts | undefined): ConfigEvidence['current'] {
  if (inputs.configHash !== undefined) return { hash: inputs.configHash, source: 'input' };
  return bengal === undefined ? undefined : { hash: bengal.configHash, source: 'probe' };
}

/** Bengal's defaults are in the one kind of settings and not in the other, so only like is compared with like. */
function comparableSettings(
  manifest: Manifest | undefined,
  site: SiteConfig,
  bengal: BengalFacts | undefined,
): ConfigEvidence['settings'] {
  const recorded = manifest?.circumstances?.config;
  const current = recorded?.source === 'bengal' ? bengal?.settings : site.settings;
  return recorded === undefined || current === undefined ? undefined : { recorded: recorded.digests, current };
}

export interface Comparison {
  readonly changes: ChangeSet;
  /** Every source that is there, as a site path. */
  readonly sources: readonly string[];
  /** Symbolic links among the sources that were not followed, as site paths. */
  readonly unfollowed: readonly string[];
}

/** What differs between the recorded tree and the one that is there. */
export function compare(facts: Facts & { readonly state: BengalState }): Comparison {
  const { inputs, layout, state, manifest, outputs, bengal } = facts;
  const present = readPresentTree({
    site: inputs.site,
    layout,
    recorded: state.files.values(),
    alsoLookAt: manifest?.sources.keys() ?? [],
  });
  const changes = detectChanges(
    {
      files: state.files,
      manifest,
      layout,
      bengalVersion: inputs.bengalVersion,
      vouchedFolders: vouchedFolders(manifest?.circumstances?.packages, bengal?.packages),
      hasOutput: (path) => state.pages.get(path)?.outputs.some((output) => outputs.present.has(output)) ?? false,
    },
    present,
  );
  return { changes, sources: [...present.sources.keys()], unfollowed: present.links };
}
