import { tmpdir } from 'node:os';
import { readHeadCommit } from '../changes/run-git.ts';
import type { JsonValue } from '../core/json.ts';
import { UserError } from '../core/user-error.ts';
import { lookThrough } from '../disk/look.ts';
import { needed } from '../disk/outcome.ts';
import { neededText } from '../disk/read.ts';
import { JOB_STATUSES, type JobStatus } from '../flow/persist.ts';
import { describeGithub, type GithubRun } from '../flow/github-run.ts';
import { describeRun } from '../flow/run.ts';
import { readInput } from '../host/actions.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { parseInputs } from '../inputs/parse.ts';
import { ALL_INPUTS, type InputName, type RawInputs } from '../inputs/spec.ts';
import type { Run } from '../store/access.ts';
import { githubStore } from '../store/github.ts';
import type { CacheStore } from '../store/port.ts';
import { folderKind } from './site-folder.ts';

/** What the runner tells a step, besides its inputs. */
export interface Runner {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute. */
  readonly temp: string;
  readonly platform: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly store: CacheStore;
  readonly run: Run;
  readonly github: GithubRun;
  /** Tells this attempt of this run from all others. */
  readonly attempt: string;
}

export function readRunner(): Runner {
  const temp = process.env['RUNNER_TEMP'] ?? tmpdir();
  const event = readEvent();
  const [run, attempt] = [process.env['GITHUB_RUN_ID'], process.env['GITHUB_RUN_ATTEMPT']];
  return {
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    temp,
    platform: process.platform,
    variables: process.env,
    store: githubStore({
      environment: process.env,
      temp,
      forward: (line) => process.stdout.write(`${line}\n`),
      startNow: true,
    }),
    run: describeRun(process.env, event),
    github: describeGithub(process.env, event),
    attempt: `${run ?? String(Date.now())}-${attempt ?? '1'}`,
  };
}

/** GitHub's own limit is 25 MB. */
const MOST_EVENT_BYTES = 32 * 1024 * 1024;

/** The payload of the event; `null` where there is none, which leaves open what it would have told. */
function readEvent(): JsonValue {
  const path = process.env['GITHUB_EVENT_PATH'] ?? '';
  try {
    if (path === '' || needed(path, lookThrough(path)).size > MOST_EVENT_BYTES) return null;
    return JSON.parse(neededText(path)) as JsonValue;
  } catch {
    // What it would have told is unknown then, and the rules know how to take that.
    return null;
  }
}

/** Every input as the workflow gave it. */
export function readRawInputs(): RawInputs {
  return Object.fromEntries((Object.keys(ALL_INPUTS) as InputName[]).map((name) => [name, readInput(name)]));
}

/** The inputs, parsed; fails with every problem at once. */
export function parsedInputs(raw: RawInputs, { workspace }: Pick<Runner, 'workspace'>): Inputs {
  const inputs = parseInputs(raw, { workspace, folder: folderKind });
  if (!inputs.ok) throw new UserError(inputs.problems);
  return inputs.value;
}

/** How the job stands now: the runner fills the input in anew for each step. */
export function readJobStatus(): JobStatus {
  const status = readInput('job-status');
  return JOB_STATUSES.find((known) => known === status) ?? 'unknown';
}

/** The commit that lies in the checkout, which need not be the one that started the run. */
export function readCommit(site: string): string | undefined {
  return readHeadCommit(site, process.env) ?? process.env['GITHUB_SHA'];
}
