import type { Variables } from '../config/environment.ts';
import type { Policy } from '../gate/decision.ts';
import type { GateSetting } from '../inputs/inputs.ts';

/** Events whose result people look at before it is published. */
const PREVIEW_EVENTS = new Set(['pull_request', 'pull_request_target', 'merge_group']);

/** What `auto` means here: strict wherever a workflow may publish, preview on pull requests and at a terminal. */
export function policyFor(setting: GateSetting, variables: Variables): Policy {
  if (setting !== 'auto') return setting;
  if (variables['GITHUB_ACTIONS'] !== 'true') return 'preview';
  return PREVIEW_EVENTS.has(variables['GITHUB_EVENT_NAME'] ?? '') ? 'preview' : 'strict';
}
