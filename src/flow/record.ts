import { readState } from '../bengal/state.ts';
import { readBuiltTree } from '../changes/snapshot.ts';
import type { Variables } from '../config/environment.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { BuildKind } from '../manifest/manifest.ts';
import { digestOfState, MANIFEST_PATH, writeManifest } from '../manifest/manifest-file.ts';
import { loadSiteConfig } from './analyse.ts';
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
    }
  | { readonly kind: 'nothing'; readonly why: string };

export interface RecordOptions {
  readonly inputs: SiteInputs;
  readonly variables: Variables;
  readonly commit: string | undefined;
  /** ISO 8601. */
  readonly now: string;
  /** The build was incremental, upon a state that was repaired for it. */
  readonly repaired?: boolean;
}

/** Writes the manifest beside the state that a build has just left. */
export async function record({ inputs, variables, commit, now, repaired = false }: RecordOptions): Promise<Recorded> {
  const site = loadSiteConfig(inputs, variables);
  const outcome = await readState({ site: inputs.site, outputDir: site.outputDir });
  if (outcome.kind !== 'read') return { kind: 'nothing', why: outcome.why };
  const layout = { contentDir: site.contentDir, outputDir: site.outputDir, configFiles: site.files };
  const stateDigest = digestOfState(inputs.site);
  const tree = readBuiltTree({ site: inputs.site, layout, state: outcome.state });
  const build = tree.complete ? 'full' : tree.editedSince.length === 0 && repaired ? 'incremental' : 'partial';
  const { bytes } = await writeManifest(inputs.site, {
    tool: TOOL_VERSION,
    recordedAt: now,
    commit,
    bengal: inputs.bengalVersion,
    python: inputs.pythonVersion ?? outcome.state.python,
    environment: site.environment,
    profile: inputs.profile,
    outputDir: site.outputDir,
    configFingerprint: site.fingerprint,
    build,
    stateDigest,
    sources: tree.sources,
    outputs: tree.outputs,
    knowledge: tree.knowledge,
  });
  return {
    kind: 'recorded',
    path: MANIFEST_PATH,
    bytes,
    sources: tree.sources.size,
    outputs: tree.outputs.size,
    build,
    editedSince: tree.editedSince,
  };
}
