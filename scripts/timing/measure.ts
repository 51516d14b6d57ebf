import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchangePaths } from '../../src/companion/exchange-folder.ts';
import { valuesIn } from '../../test/support/runner-steps.ts';
import { differences, type Tree } from '../equality/trees.ts';
import type { Edit } from '../gate-suite/edits.ts';
import type { Checkout } from './checkout.ts';
import { timedStep, type Jobs } from './jobs.ts';

/** What a job can do on a fresh checkout. */
export const WAYS = ['nothing', 'state', 'ours'] as const;
export type Way = (typeof WAYS)[number];

export interface Measurement {
  /** From the checkout to the finished output. */
  readonly seconds: number;
  /** Of these, in Bengal. */
  readonly building: number;
  /** Processor seconds of Bengal. */
  readonly cpu: number;
  /** `skip`, `incremental` or `full`: as the gate said where it was asked, else as Bengal was told. */
  readonly mode: string;
  /** Pages that were kept; undefined where nobody keeps any. */
  readonly kept: number | undefined;
  /** Files that differ from those of a full build. */
  readonly different: number;
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
  /** Bengal's state of the site before any edit; the action has stored the same. */
  readonly savedState: string;
  readonly jobs: Jobs;
  readonly before: Tree;
}

export async function measureEdit(edit: Edit, bench: TimedBench): Promise<EditTimes> {
  const { site, source, checkout, before, jobs } = bench;
  const checkOut = (): void => {
    checkout.fresh(source);
    edit.apply(checkout.path);
  };
  checkOut();
  const { environment } = jobs.begin({});
  const cold = checkout.build(['--no-incremental'], environment);
  const full = checkout.outputs();
  const different = (): number => differences(checkout.outputs(), full).length;
  const nothing: Measurement = { ...bengalAlone(cold), mode: 'full', different: 0 };

  checkOut();
  const options = { recursive: true, preserveTimestamps: true };
  cpSync(bench.savedState, join(checkout.path, '.bengal'), options);
  const plain = checkout.build(['--incremental'], environment);
  const state: Measurement = { ...bengalAlone(plain), mode: 'incremental', different: different() };

  checkOut();
  const ours = await buildAsTold(bench);
  return {
    site,
    edit,
    changed: differences(before, full).filter(({ file }) => file.endsWith('.html')).length,
    ways: { nothing, state, ours: { ...ours, different: different() } },
  };
}

function bengalAlone({ seconds, cpu }: { seconds: number; cpu: number }): Omit<Measurement, 'mode' | 'different'> {
  return { seconds, building: seconds, cpu, kept: undefined };
}

/** The main step, and the build that its outputs ask for, with what it exported. */
async function buildAsTold({ checkout, jobs }: TimedBench): Promise<Omit<Measurement, 'different'>> {
  const job = jobs.begin({ 'read-only': 'true' });
  const { outputs, seconds } = await timedStep(() => job.main());
  const { 'build-mode': mode = '', 'build-args': args = '' } = outputs;
  if (mode === 'skip') return { seconds, building: 0, cpu: 0, mode, kept: undefined };
  const exported = valuesIn(job.environment['GITHUB_ENV']);
  const built = checkout.build(args.split(' '), { ...job.environment, ...exported });
  const journal = readFileSync(exchangePaths(checkout.path).journal, 'utf8');
  const { pages } = JSON.parse(journal) as { readonly pages: { readonly kept: readonly string[] } };
  return { seconds: seconds + built.seconds, building: built.seconds, cpu: built.cpu, mode, kept: pages.kept.length };
}
