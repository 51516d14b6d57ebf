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

/** `workspace` is the checkout, and `folder` an empty one for what the runner writes; both absolute. */
export async function openJobs({ workspace, folder }: { workspace: string; folder: string }): Promise<Jobs> {
  const service = await startCacheService();
  return {
    service,
    begin: (inputs) =>
      runnerSteps({
        service,
        folder: mkdtempSync(join(folder, 'job-')),
        workspace,
        inputs: { environment: 'production', ...inputs },
        variables: WITH_BENGAL,
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
