import type { EarlierBuilds } from './earlier-builds.ts';
import { randomBytes } from 'node:crypto';
import { sha256, type Sha256 } from '../core/digest.ts';

/** Version of the shape that the companion reads. */
const PLAN_SCHEMA = 1;

/** What a build may take from the last one. The companion reads it from a file; whatever it cannot prove, it renders. */
export interface BuildPlan {
  /** Version of this tool. */
  readonly tool: string;
  /** Tells this plan from every other one, in hexadecimal digits. */
  readonly id: string;
  /** Site root, absolute. */
  readonly site: string;
  /** Output directory, absolute. */
  readonly output: string;
  /** The last build's output, set aside, absolute; `null`: there is none, and nothing can be kept. */
  readonly previous: string | null;
  /** Where the companion writes its journal, absolute. */
  readonly journal: string;
  /** `full`: no page is kept. */
  readonly mode: 'incremental' | 'full';
  /** Whether the trace in the state is the one that the build of `previous` wrote. */
  readonly trace: boolean;
  /** Whether assets may be kept. */
  readonly keepAssets: boolean;
  /** Outputs that are rendered whatever the trace says, below the output directory. */
  readonly render: readonly string[];
  /** How many kept pages are rendered all the same, and compared. */
  readonly sample: number;
  /** Decides which ones, in hexadecimal digits. */
  readonly sampleSeed: string;
  /** `all`: everything is rendered and compared. */
  readonly verify: 'sample' | 'all';
  /** Whether compiled templates in the state may be used. */
  readonly bytecode: boolean;
  /** Kept here for the recording after the build; nothing to the companion. */
  readonly earlier: EarlierBuilds;
}

/** 32 hexadecimal digits that nobody can foresee. */
export function freshDigits(): string {
  return randomBytes(16).toString('hex');
}

/** The bytes of the plan's file. */
export function planText(plan: BuildPlan): string {
  return `${JSON.stringify({ schemaVersion: PLAN_SCHEMA, ...plan }, null, 2)}\n`;
}

/** What the journal says of the plan that its build followed. */
export function digestOfPlan(text: string | Uint8Array): Sha256 {
  return sha256(text);
}
