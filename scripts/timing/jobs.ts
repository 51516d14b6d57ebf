import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCacheService, type CacheService } from '../../test/support/cache-service.ts';
import { runnerSteps, type RunnerSteps, type StepInputs, type StepResult } from '../../test/support/runner-steps.ts';
import { WITH_BENGAL } from './checkout.ts';

/** Jobs that run the built action as a runner does, with one cache service between them. */
export interface Jobs extends AsyncDisposable {
  readonly service: CacheService;
  /** The next job, in the same workspace. */
  begin(inputs: StepInputs): RunnerSteps;
}

export interface JobsOptions {
  /** The checkout, absolute. */
  readonly workspace: string;
  /** An empty one for what the runner writes, absolute. */
  readonly folder: string;
  /** See `RunnerStepsOptions`. */
  readonly through?: readonly string[];
  /** What else the job has in its environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

export async function openJobs({ workspace, folder, through, variables }: JobsOptions): Promise<Jobs> {
  const service = await startCacheService();
  return {
    service,
    begin: (inputs) =>
      runnerSteps({
        service,
        folder: mkdtempSync(join(folder, 'job-')),
        workspace,
        inputs: { environment: 'production', ...inputs },
        variables: { ...WITH_BENGAL, ...variables },
        through,
      }),
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Throws when the step fails, and when it warns: what is measured then is something else. */
export async function timedStep(step: () => Promise<StepResult>): Promise<StepResult & { readonly seconds: number }> {
  const began = performance.now();
  const result = await step();
  const seconds = (performance.now() - began) / 1000;
  if (result.status !== 0 || /^::(?:warning|error)/m.test(result.log)) throw new Error(result.log);
  return { ...result, seconds };
}
