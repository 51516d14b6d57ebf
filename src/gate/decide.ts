import { buildArgs } from './build-args.ts';
import { FULL_BUILD_CHECKS, SKIP_CHECKS, type Check } from './checks.ts';
import type { BuildMode, Decision, GateReason, GateReasonKind } from './decision.ts';
import type { GateInput } from './gate-input.ts';
import { listProof } from './proof.ts';

export type { GateInput } from './gate-input.ts';

/** Decides from data alone. Every doubt leads to `full`; `skip` needs every part of the proof. */
export function decide(input: GateInput): Decision {
  const { policy, state } = input;
  const wish: GateReason[] = policy === 'always-full' ? [reason('policy', input.policyWhy)] : [];
  // Nothing else is known without a state, so nothing else is a reason.
  if (state.status !== 'usable') return decision('full', [...wish, reason('state', unusable(state))], input);
  const full = [...wish, ...findings(FULL_BUILD_CHECKS, input)];
  if (full.length > 0) return decision('full', full, input);
  const missing = findings(SKIP_CHECKS, input);
  if (missing.length === 0) return decision('skip', listProof(input), input);
  const { untraced, fullDue } = input;
  // Neither speaks against a skip, which needs no build at all.
  if (untraced !== undefined) return decision('full', [reason('no-trace', untraced), ...missing], input);
  if (fullDue !== undefined) return decision('full', [reason('full-due', fullDue), ...missing], input);
  return decision('incremental', missing, input);
}

function unusable({ status, why }: GateInput['state']): string {
  return status === 'absent'
    ? `there is no state of an earlier build: ${why}`
    : `the state of the last build cannot be used: ${why}`;
}

function findings(checks: readonly Check[], input: GateInput): GateReason[] {
  return checks.flatMap(({ kind, find }) => {
    const detail = find(input);
    return detail === undefined ? [] : [reason(kind, detail)];
  });
}

function reason(kind: GateReasonKind, detail: string): GateReason {
  return { kind, detail };
}

function decision(mode: BuildMode, reasons: readonly GateReason[], input: GateInput): Decision {
  const incrementalBuildSeconds = input.recorded?.incrementalBuildSeconds;
  return {
    mode,
    reasons,
    buildArgs: buildArgs(mode, { outputExists: input.outputs.exists, asksToProceed: input.asksToProceed }),
    fullBuildSeconds: input.recorded?.fullBuildSeconds ?? null,
    ...(incrementalBuildSeconds === undefined ? {} : { incrementalBuildSeconds }),
  };
}
