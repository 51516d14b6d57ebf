import type { Affected } from '../affected/reason.ts';
import type { RepairPlan } from '../affected/repair-plan.ts';
import type { StateVerdict } from '../bengal/validity.ts';
import type { ChangeSet } from '../changes/detect.ts';
import type { BuildKind } from '../manifest/manifest.ts';
import type { OutputCheck } from '../changes/outputs.ts';
import type { ConfigVerdict } from '../config/verdict.ts';
import type { BuildMode, Decision, GateReason, Policy } from './decision.ts';

export interface GateInput {
  readonly policy: Policy;
  readonly state: StateVerdict;
  readonly config: ConfigVerdict;
  readonly changes: ChangeSet;
  /** Changed files that no page is made from: configuration that has its own verdict. */
  readonly settled: ReadonlySet<string>;
  readonly affected: Affected;
  readonly outputs: OutputCheck;
  readonly recorded: RecordedBuild | undefined;
  /** The folder that the state was built in, where that is another than this one. */
  readonly movedFrom: string | undefined;
  /** Whether one build wrote every page that is there, as far as times tell. */
  readonly writtenByOneBuild: boolean;
  readonly versions: Versions;
  readonly repair: RepairPlan;
}

/** What the manifest says of the build that left the state. */
export interface RecordedBuild {
  readonly build: BuildKind;
  readonly versions: Versions;
}

export interface Versions {
  readonly bengal: string | undefined;
  /** `major.minor`. */
  readonly python: string | undefined;
}

/** Decides from data alone. Every doubt leads to `full`; `skip` needs every part of the proof. */
export function decide(input: GateInput): Decision {
  const full = reasonsForFull(input);
  if (full.length > 0) return decision('full', full, input);
  const missing = missingProof(input);
  if (missing.length === 0) return decision('skip', proof(input), input);
  if (input.movedFrom !== undefined) {
    const detail = `the state was built in ${input.movedFrom}, and Bengal's incremental build mixes up pages of a site that moved`;
    return decision('full', [{ kind: 'state', detail }, ...missing], input);
  }
  if (input.policy === 'strict') {
    return decision(
      'full',
      [
        {
          kind: 'policy',
          detail:
            'the result is published, and no version of Bengal is known to write incrementally what a full build writes',
        },
        ...missing,
      ],
      input,
    );
  }
  return decision('incremental', missing, input);
}

/** Arguments for a build that owes nothing to the old output. */
export function fullBuildArgs(outputExists: boolean): readonly string[] {
  return outputExists ? ['--no-incremental', '--clean-output'] : ['--no-incremental'];
}

function decision(mode: BuildMode, reasons: readonly GateReason[], input: GateInput): Decision {
  const buildArgs: Record<BuildMode, readonly string[]> = {
    skip: [],
    incremental: ['--incremental'],
    // Outputs of pages that are gone survive a full build that finds the old output.
    full: fullBuildArgs(input.outputs.exists),
  };
  return { mode, reasons, buildArgs: buildArgs[mode] };
}

function reasonsForFull(input: GateInput): GateReason[] {
  const { state, config, affected, outputs } = input;
  const reasons: GateReason[] = [];
  if (input.policy === 'always-full') reasons.push({ kind: 'policy', detail: 'the gate is set to always-full' });
  if (state.status !== 'usable') {
    // Nothing else is known without a state, so nothing else is a reason.
    return [...reasons, { kind: 'state', detail: `the state of the last build cannot be used: ${state.why}` }];
  }
  if (config.status !== 'unchanged')
    reasons.push({ kind: 'config', detail: `the configuration is ${config.status}: ${config.why}` });
  if (input.recorded === undefined ? !input.writtenByOneBuild : input.recorded.build === 'partial') {
    reasons.push({
      kind: 'not-a-full-build',
      detail: 'the output was not written by one full build, so it may hold stale pages already',
    });
  }
  const version = changedVersion(input);
  if (version !== undefined) reasons.push({ kind: 'version', detail: version });
  if (affected.all || affected.because.length > 0) {
    const more = affected.because.length - 1;
    const doubt = affected.because[0]?.detail ?? 'nobody said why';
    reasons.push({
      kind: 'all-affected',
      detail: `any page may be affected: ${doubt}${more > 0 ? ` (and ${String(more)} more ${more === 1 ? 'reason' : 'reasons'})` : ''}`,
    });
  }
  // A page without its output is built like any other affected one; anything else is nobody's to mend.
  const rebuilt = new Set(affected.pages.map((page) => page.output));
  const broken = [...outputs.missing, ...outputs.damaged].filter(
    (path) => !rebuilt.has(path) || outputs.obstructed.includes(path),
  );
  if (broken.length > 0)
    reasons.push({
      kind: 'output-damaged',
      detail: `${String(broken.length)} recorded outputs are missing or damaged, such as ${broken[0] ?? ''}`,
    });
  const [unreachable] = input.repair.unreachable;
  if (!affected.all && unreachable !== undefined) {
    reasons.push({
      kind: 'incremental-leaves-stale',
      detail: `an incremental build would leave ${String(input.repair.unreachable.length)} affected pages as they are, such as ${unreachable}`,
    });
  }
  return reasons;
}

function changedVersion({ recorded, versions }: GateInput): string | undefined {
  if (recorded === undefined) return undefined;
  const names = { bengal: 'Bengal', python: 'Python' } as const;
  for (const name of ['bengal', 'python'] as const) {
    const [was, is] = [recorded.versions[name], versions[name]];
    if (was !== undefined && is !== undefined && was !== is)
      return `${names[name]} is ${is}, and the state was built with ${was}`;
  }
  return undefined;
}

/** What stands between this state and a proof that a build would change nothing. */
function missingProof(input: GateInput): GateReason[] {
  const { changes, affected, outputs, recorded, versions } = input;
  const reasons: GateReason[] = [];
  const changed = [...changes.added, ...changes.modified, ...changes.deleted].filter(
    (path) => !input.settled.has(path),
  );
  if (affected.pages.length > 0)
    reasons.push({
      kind: 'pages-affected',
      detail: `Bengal rebuilds every affected page from the repaired state: ${String(affected.pages.length)} in all`,
    });
  else if (changed[0] !== undefined)
    reasons.push({
      kind: 'no-page-affected',
      detail: `${String(changed.length)} changed files affect no page, such as ${changed[0]}, but other outputs may differ`,
    });
  if (changes.unverifiable[0] !== undefined) {
    reasons.push({
      kind: 'unverifiable',
      detail: `${String(changes.unverifiable.length)} inputs cannot be checked, such as ${changes.unverifiable[0]}`,
    });
  }
  if (recorded === undefined)
    reasons.push({
      kind: 'not-a-full-build',
      detail: 'the state was not recorded by this tool, so its output may hold stale pages',
    });
  else if (recorded.build !== 'full')
    reasons.push({ kind: 'not-a-full-build', detail: 'the output was not written by one full build' });
  if (
    recorded !== undefined &&
    (versions.bengal === undefined ||
      versions.bengal !== recorded.versions.bengal ||
      versions.python === undefined ||
      versions.python !== recorded.versions.python)
  ) {
    reasons.push({ kind: 'version', detail: 'it is not known that Bengal and Python are the recorded ones' });
  }
  if (outputs.unexpected[0] !== undefined) {
    reasons.push({
      kind: 'output-damaged',
      detail: `the output holds ${String(outputs.unexpected.length)} files that no build recorded, such as ${outputs.unexpected[0]}`,
    });
  }
  return reasons;
}

function proof(input: GateInput): GateReason[] {
  return [
    'no source differs from the recorded tree',
    input.config.why,
    `Bengal ${input.versions.bengal ?? ''} and Python ${input.versions.python ?? ''} are the recorded ones`,
    `all ${String(input.outputs.present.size)} output files are those that one full build wrote`,
  ].map((detail) => ({ kind: 'proof', detail }));
}
