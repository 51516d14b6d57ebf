import { digestStateFiles } from '../bengal/prune.ts';
import { forgetPages } from '../bengal/repair.ts';
import { digestOfStateContent } from '../bengal/state-digest.ts';
import { readState } from '../bengal/state.ts';
import { readBuiltTree, type BuiltTree } from '../changes/snapshot.ts';
import { readSourceTree, type SourceTree } from '../changes/source-tree.ts';
import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { EDITED_SINCE } from '../config/verdict.ts';
import type { Sha256 } from '../core/digest.ts';
import type { Progress } from '../host/port.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { BuildTimes } from '../manifest/circumstances.ts';
import type { BuildKind } from '../manifest/manifest.ts';
import { digestOfState, MANIFEST_PATH, writeManifest } from '../manifest/manifest-file.ts';
import { UNKNOWN_ORIGIN, type Origin } from '../manifest/origin.ts';
import { worthOf } from '../manifest/worth.ts';
import { loadSiteConfig } from './analyse.ts';
import { readCircumstances } from './circumstances.ts';
import { findPlaceProblem } from './places.ts';
import { TOOL_VERSION } from './version.ts';

export type Recorded =
  | {
      readonly kind: 'recorded';
      readonly path: string;
      readonly bytes: number;
      readonly sources: number;
      readonly outputs: number;
      readonly build: BuildKind;
      readonly editedSince: readonly string[];
      /** What the recorded state is worth to later runs (`manifest/worth.ts`). */
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
  /** The build was incremental, upon a state that was repaired for it. */
  readonly repaired?: boolean;
  /** How long builds before this one took, where somebody knows. */
  readonly earlier?: BuildTimes | undefined;
  /** The job did not end well, so that nobody knows whether the build did. */
  readonly unfinished?: boolean;
  /** The sources, where they have been read. */
  readonly tree?: SourceTree;
  /** What the Bengal that built told; off, when nobody asked it. */
  readonly probe?: ProbeOutcome | undefined;
  readonly progress?: Progress | undefined;
}

/** Writes the manifest beside the state that a build has just left. */
export async function record(options: RecordOptions): Promise<Recorded> {
  const { inputs, variables, repaired = false, origin = UNKNOWN_ORIGIN } = options;
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
  const built = readBuiltTree({ site: inputs.site, layout: layoutOf(site), state: outcome.state, tree, perPage });
  const forgotten = forgetPages(inputs.site, built.vanished);
  const stateDigest = forgotten === 0 ? digestBefore : digestOfState(inputs.site);
  const build = options.unfinished === true ? 'partial' : kindOf(built, repaired);
  const manifest = {
    tool: TOOL_VERSION,
    recordedAt: options.now,
    commit: options.commit,
    origin,
    treeDigest: tree.digest,
    bengal: inputs.bengalVersion,
    python: inputs.pythonVersion ?? outcome.state.python,
    environment: site.environment,
    profile: inputs.profile,
    flags: inputs.buildFlags,
    outputDir: site.outputDir,
    configFingerprint: site.files.some((path) => built.editedSince.includes(path)) ? EDITED_SINCE : site.fingerprint,
    build,
    stateDigest,
    contentDigest: await digestOfStateContent(inputs.site, site.outputDir),
    stateFiles: digestStateFiles(inputs.site),
    sources: built.sources,
    outputs: built.outputs,
    knowledge: built.knowledge,
    circumstances: readCircumstances({
      site,
      layout: layoutOf(site),
      root: inputs.site,
      state: outcome.state,
      built,
      build,
      bengal: options.probe?.kind === 'answered' ? options.probe.facts : undefined,
      earlier: options.earlier,
    }),
  } as const;
  const written = await writeManifest(inputs.site, manifest);
  if (written.kind === 'failed') return { kind: 'nothing', why: `the manifest could not be written: ${written.why}` };
  const { bytes } = written;
  return {
    kind: 'recorded',
    path: MANIFEST_PATH,
    bytes,
    sources: built.sources.size,
    outputs: built.outputs.size,
    build,
    editedSince: built.editedSince,
    worth: worthOf(manifest),
  };
}

function kindOf({ complete, editedSince }: BuiltTree, repaired: boolean): BuildKind {
  if (complete) return 'full';
  return editedSince.length === 0 && repaired ? 'incremental' : 'partial';
}

/** The sources of a site as one digest. */
export function readSources(inputs: SiteInputs, site: SiteConfig, variables: Variables): SourceTree {
  return readSourceTree({ site: inputs.site, layout: layoutOf(site), documented: site.documented, variables });
}

function layoutOf(site: SiteConfig): Parameters<typeof readSourceTree>[0]['layout'] {
  return { contentDir: site.contentDir, outputDir: site.outputDir, configFiles: site.files };
}
