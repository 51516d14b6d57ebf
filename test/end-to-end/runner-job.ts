import { cpSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CacheService } from '../support/cache-service.ts';
import { runnerSteps, type RunnerSteps, type StepInputs } from '../support/runner-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export { runBuild as build } from '../support/lighthouse.ts';
export { dist, type JobStatus, type StepResult } from '../support/runner-steps.ts';

export const root = join(import.meta.dirname, '..', '..');
export const lighthouse = join(root, 'examples', 'lighthouse');

export interface RunnerJob extends AsyncDisposable, RunnerSteps {
  /** A fresh checkout of the sample site, at the root of the workspace. */
  readonly site: string;
  readonly temp: string;
}

/** What started the run; a push to the default branch where nothing else is said. */
export interface RunnerEvent {
  readonly variables?: Readonly<Record<string, string>>;
  readonly payload?: object;
  /** The machine is the one of an earlier job, and nobody cleaned its workspace. */
  readonly keepWorkspace?: boolean;
}

export const PULL_REQUEST: RunnerEvent = pullRequestFrom('someone/lighthouse');
export const FORK: RunnerEvent = pullRequestFrom('stranger/lighthouse');

function pullRequestFrom(repository: string): RunnerEvent {
  return {
    variables: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' },
    payload: { pull_request: { user: { login: 'someone' }, head: { repo: { full_name: repository } } } },
  };
}

/**
 * One job on a fresh runner, with the action's inputs as the workflow gives them. All jobs of one service check out into
 * the same folder, as on GitHub; a later one begins with a clean one.
 */
export async function runnerJob(
  service: CacheService,
  inputs: StepInputs,
  event: RunnerEvent = {},
): Promise<RunnerJob> {
  const folder = await temporaryFolder();
  const checkout = join(realpathSync(tmpdir()), `bengal-cache-job-${new URL(service.url).port}`);
  const site = join(checkout, 'lighthouse');
  if (event.keepWorkspace !== true) rmSync(checkout, { recursive: true, force: true });
  cpSync(join(lighthouse, 'site'), site, { recursive: true });
  const { variables, payload } = event;
  return {
    ...runnerSteps({ service, folder: folder.path, workspace: site, inputs, variables, payload }),
    site,
    temp: join(folder.path, 'temp'),
    async [Symbol.asyncDispose]() {
      rmSync(checkout, { recursive: true, force: true });
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Writes a file of the site, with its folders. */
export function writeSource(job: RunnerJob, path: string, text: string): void {
  mkdirSync(dirname(join(job.site, path)), { recursive: true });
  writeFileSync(join(job.site, path), text);
}
