import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { Progress } from '../host/port.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RawInputs } from '../inputs/spec.ts';
import type { Report } from '../report/report.ts';
import type { Run } from '../store/access.ts';
import type { CacheStore } from '../store/port.ts';
import type { Handoff } from './handoff.ts';
import type { CacheKeys } from '../transfer/cache-keys.ts';
import type { PlannedBuild } from './plan-build.ts';
import type { Trouble } from '../telling/trouble.ts';

export interface PrepareOptions {
  readonly inputs: Inputs;
  readonly raw: RawInputs;
  readonly variables: Variables;
  readonly run: Run;
  /** `undefined`: nothing travels, and what lies in the site is built upon. */
  readonly store: CacheStore | undefined;
  /** Absolute. */
  readonly workspace: string;
  /** Folder that the site's place in the keys is relative to, absolute; the workspace, where nothing else is said. */
  readonly keyRoot?: string | undefined;
  /** As Node names it, such as `linux`. */
  readonly platform: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the job's own Bengal told; off, when nobody asked it. */
  readonly probe?: ProbeOutcome | undefined;
  /** Milliseconds since the step began; without it the report says nothing of times. */
  readonly elapsed?: (() => number) | undefined;
  readonly progress?: Progress | undefined;
}

export interface Prepared extends Pick<PlannedBuild, 'variables'> {
  readonly report: Report;
  readonly keys: CacheKeys;
  readonly handoff: Handoff;
  /** What was thrown on the way; then everything is built. */
  readonly trouble?: Trouble;
}
