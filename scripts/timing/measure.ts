import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkout } from '../gate-suite/bengal-site.ts';
import { compareBuilds } from '../gate-suite/compare.ts';
import type { Edit } from '../gate-suite/edits.ts';
import type { Outputs } from '../gate-suite/outputs.ts';
import { timedStep, type Jobs } from './jobs.ts';

/** What a job can do on a fresh checkout. */
export const WAYS = ['nothing', 'state', 'unrepaired', 'preview', 'strict'] as const;
export type Way = (typeof WAYS)[number];

export interface Measurement {
  /** From the checkout to the finished output. */
  readonly seconds: number;
  /** Of these, in Bengal. */
  readonly building: number;
  /** `skip`, `incremental` or `full` as the gate said, where it was asked. */
  readonly mode: string;
  /** Pages that show what is gone or lack what is new. */
  readonly stale: number;
}

export interface EditTimes {
  readonly site: string;
  readonly edit: Edit;
  /** Pages that a full build changes. */
  readonly changed: number;
  readonly ways: Readonly<Record<Way, Measurement>>;
}

export interface TimedBench {
  readonly site: string;
  readonly source: string;
  readonly checkout: Checkout;
  /** State and output of the site before any edit, as files; the action has stored the same. */
  readonly saved: string;
  readonly jobs: Jobs;
  readonly before: Outputs;
}

export async function measureEdit(edit: Edit, bench: TimedBench): Promise<EditTimes> {
  const { site, source, checkout, before, jobs } = bench;
  const checkOut = (): void => {
    checkout.fresh(source);
    edit.apply(checkout.path);
  };
  checkOut();
  const { environment } = jobs.begin({});
  const cold = checkout.build(['--no-incremental'], environment).seconds;
  const full = checkout.outputs();
  const measured = (seconds: number, building: number, mode: string): Measurement => {
    const { stale } = compareBuilds({ before, full, built: checkout.outputs() });
    return { seconds, building, mode, stale: stale.length };
  };
  const plain = (folders: readonly string[]): Measurement => {
    checkOut();
    for (const folder of folders)
      cpSync(join(bench.saved, folder), join(checkout.path, folder), { recursive: true, preserveTimestamps: true });
    const { seconds } = checkout.build(['--incremental'], environment);
    return measured(seconds, seconds, 'incremental');
  };
  const ours = async (policy: string): Promise<Measurement> => {
    checkOut();
    const job = jobs.begin({ gate: policy, 'read-only': 'true' });
    const { outputs, seconds } = await timedStep(() => job.main());
    const { 'build-mode': mode = '', 'build-args': args = '' } = outputs;
    const building = mode === 'skip' ? 0 : checkout.build(args.split(' '), job.environment).seconds;
    return measured(seconds + building, building, mode);
  };
  return {
    site,
    edit,
    changed: compareBuilds({ before, full, built: full }).changed.length,
    ways: {
      nothing: { seconds: cold, building: cold, mode: 'full', stale: 0 },
      state: plain(['.bengal']),
      unrepaired: plain(['.bengal', 'public']),
      preview: await ours('preview'),
      strict: await ours('strict'),
    },
  };
}
