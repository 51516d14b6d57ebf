import { tmpdir } from 'node:os';
import { readHeadCommit } from '../changes/run-git.ts';
import { isForgeLikeGithub } from '../config/ci-systems.ts';
import { UserError } from '../core/user-error.ts';
import { JOB_STATUSES, type JobStatus } from '../flow/persist.ts';
import { describeGithub, type GithubRun } from '../telling/github-run.ts';
import { partitionFor } from '../transfer/partition.ts';
import { describeRun } from '../flow/run.ts';
import { maskSecret, readInput } from '../host/actions.ts';
import type { Progress } from '../host/port.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { parseInputs } from '../inputs/parse.ts';
import { ALL_INPUTS, type InputName, type RawInputs } from '../inputs/spec.ts';
import { parseSigningKey } from '../inputs/values.ts';
import type { Run } from '../store/access.ts';
import { githubStore } from '../store/github.ts';
import { partitionedStore } from '../store/partitioned.ts';
import type { CacheStore } from '../store/port.ts';
import { signedStore } from '../store/signed.ts';
import { readEvent } from './event-payload.ts';
import { folderKind } from './site-folder.ts';

/** What the place that runs us tells, besides the inputs: a runner of GitHub, another CI system, or a terminal. */
export interface Job {
  /** Absolute. */
  readonly workspace: string;
  /** Folder that the site's place in the keys is relative to, absolute; the workspace, where nothing else is said. */
  readonly keyRoot?: string;
  /** Absolute. */
  readonly temp: string;
  readonly platform: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** `undefined`: nothing travels. */
  readonly store: CacheStore | undefined;
  /** Entries are signed, so that what is in them comes from somebody who has the secret. */
  readonly signs: boolean;
  readonly run: Run;
  readonly github: GithubRun;
  /** Tells this attempt of this run from all others. */
  readonly attempt: string;
  /** Shown where somebody waits and watches. */
  readonly progress?: Progress;
}

/** What the runner tells a step, besides its inputs. */
export interface Runner extends Job {
  readonly store: CacheStore;
}

export function readRunner(): Runner {
  const temp = process.env['RUNNER_TEMP'] ?? tmpdir();
  const event = readEvent();
  const run = describeRun(process.env, event);
  const secret = readSigningKey();
  const [id, attempt] = [process.env['GITHUB_RUN_ID'], process.env['GITHUB_RUN_ATTEMPT']];
  return {
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    temp,
    platform: process.platform,
    variables: process.env,
    store: openStore(temp, run, secret),
    signs: secret !== undefined,
    run,
    github: describeGithub(process.env, event),
    attempt: `${id ?? String(Date.now())}-${attempt ?? '1'}`,
  };
}

/** The cache of the runner, signed where the workflow has a secret for that, and divided where it keeps no scopes. */
function openStore(temp: string, run: Run, secret: string | undefined): CacheStore {
  const service = githubStore({
    environment: process.env,
    temp,
    forward: (line) => process.stdout.write(`${line}\n`),
    startNow: true,
  });
  const store = signedStore(service, secret);
  const partition = isForgeLikeGithub(process.env) ? partitionFor(run) : undefined;
  return partition === undefined ? store : partitionedStore(store, partition);
}

/** Read anew in each step, since secrets are handed to nobody. The runner's own log does not show it from here on. */
function readSigningKey(): string | undefined {
  const parsed = parseSigningKey(readInput('signing-key'));
  if ('problem' in parsed) throw new UserError([`Input \`signing-key\`: ${parsed.problem}`]);
  if (parsed.secret !== undefined) maskSecret(parsed.secret);
  return parsed.secret;
}

/** Every input as the workflow gave it, but for the secret that signs; of an action that has fewer, those that it has. */
export function readRawInputs(isInput: (name: InputName) => boolean = () => true): RawInputs {
  const names = (Object.keys(ALL_INPUTS) as InputName[]).filter((name) => name !== 'signing-key' && isInput(name));
  return Object.fromEntries(names.map((name) => [name, readInput(name)]));
}

/** The inputs, parsed; fails with every problem at once. */
export function parsedInputs(raw: RawInputs, { workspace, signs }: Pick<Job, 'workspace' | 'signs'>): Inputs {
  const inputs = parseInputs(raw, { workspace, folder: folderKind });
  if (!inputs.ok) throw new UserError(inputs.problems);
  return { ...inputs.value, bytecode: inputs.value.bytecode || signs };
}

/** How the job stands now: the runner fills the input in anew for each step. */
export function readJobStatus(): JobStatus {
  const status = readInput('job-status');
  return JOB_STATUSES.find((known) => known === status) ?? 'unknown';
}

/** The commit that lies in the checkout, which need not be the one that started the run. */
export function readCommit(site: string, variables: Job['variables'] = process.env): string | undefined {
  return readHeadCommit(site, variables) ?? variables['GITHUB_SHA'];
}
