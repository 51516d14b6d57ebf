import { findPipeline } from '../config/ci-systems.ts';
import type { Variables } from '../config/environment.ts';
import type { Policy } from '../gate/decision.ts';
import type { GateSetting } from '../inputs/inputs.ts';

/** Events whose result people look at before it is published. */
const PREVIEW_EVENTS = new Set(['pull_request', 'pull_request_target', 'merge_group']);

/**
 * What `auto` means here: preview on pull requests, in merge queues and at a terminal; strict wherever else, since pushes,
 * tags, releases, schedules, deployments and runs started by hand may publish, and so may events that nobody foresaw and
 * whatever another CI system runs.
 */
export function policyFor(setting: GateSetting, variables: Variables): Policy {
  if (setting !== 'auto') return setting;
  // Whoever builds on another CI system may publish what comes out of it.
  if (findPipeline(variables) !== undefined) return 'strict';
  if (variables['GITHUB_ACTIONS'] !== 'true') return 'preview';
  return PREVIEW_EVENTS.has(variables['GITHUB_EVENT_NAME'] ?? '') ? 'preview' : 'strict';
}

export interface ChosenPolicy {
  readonly policy: Policy;
  readonly setting: GateSetting;
  readonly variables: Variables;
}

/** Why the policy is what it is, in words that can begin a sentence. */
export function policyReason({ policy, setting, variables }: ChosenPolicy): string {
  if (setting === policy) return `the gate is set to ${policy}`;
  switch (policy) {
    case 'always-full':
      return 'nothing that lies there may be built upon';
    case 'preview':
      return 'the result is looked at, and not published';
    case 'strict': {
      const pipeline = findPipeline(variables);
      if (pipeline !== undefined)
        return `a run of ${pipeline.system}${pipeline.name === undefined ? '' : ` on ${pipeline.name}`} may publish its result`;
      const event = variables['GITHUB_EVENT_NAME'] ?? '';
      const ref = variables['GITHUB_REF_NAME'] ?? '';
      const run = event === '' ? 'a run' : `a run of ${event}${ref === '' ? '' : ` on ${ref}`}`;
      return `${run} may publish its result`;
    }
  }
}
