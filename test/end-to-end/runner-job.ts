import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { relocateState } from '../../scripts/relocate-state.ts';
import { runnerEnvironment, type CacheService } from '../support/cache-service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export const root = join(import.meta.dirname, '..', '..');
export const lighthouse = join(root, 'examples', 'lighthouse');

/** The committed files are what GitHub runs, so they are what is tried; while working on them, those of another build. */
export const dist = process.env['ACTION_DIST'] ?? join(root, 'dist');

export interface StepResult {
  readonly status: number | null;
  /** Everything that the step printed. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown that the step added to the job summary. */
  readonly summary: string;
}

export type JobStatus = 'success' | 'failure' | 'cancelled';

export interface RunnerJob extends AsyncDisposable {
  /** A fresh checkout of the sample site, at the root of the workspace. */
  readonly site: string;
  readonly temp: string;
  /** The main step. */
  main(): Promise<StepResult>;
  /** The post step, if its `post-if` lets it run when the job stands so. It gets the state that the main step saved. */
  post(status?: JobStatus): Promise<StepResult>;
  /** A step of one of the split actions. */
  split(action: 'restore' | 'save', inputs?: Inputs, status?: JobStatus): Promise<StepResult>;
  /** Everything that the steps so far left for later ones. */
  handedOver(): string;
}

type Inputs = Readonly<Record<string, string>>;

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
export async function runnerJob(service: CacheService, inputs: Inputs, event: RunnerEvent = {}): Promise<RunnerJob> {
  const folder = await temporaryFolder();
  const workspace = join(realpathSync(tmpdir()), `bengal-cache-job-${new URL(service.url).port}`);
  const [site, temp] = [join(workspace, 'lighthouse'), join(folder.path, 'temp')];
  if (event.keepWorkspace !== true) rmSync(workspace, { recursive: true, force: true });
  cpSync(join(lighthouse, 'site'), site, { recursive: true });
  mkdirSync(temp);
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY', 'EVENT_PATH'].map((name) => [
      `GITHUB_${name}`,
      join(folder.path, name),
    ]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const payload = { repository: { full_name: 'someone/lighthouse', default_branch: 'main' }, ...event.payload };
  writeFileSync(files['GITHUB_EVENT_PATH'] ?? '', JSON.stringify(payload));
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder.path,
    CI: 'true',
    GITHUB_REPOSITORY: 'someone/lighthouse',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: 'c0ffee'.repeat(7).slice(0, 40),
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '2',
    RUNNER_ENVIRONMENT: 'github-hosted',
    ...runnerEnvironment(service, { workspace: site, temp }),
    ...event.variables,
    ...files,
  };
  const step = async (file: string, variables: Readonly<Record<string, string>>): Promise<StepResult> => {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) writeFileSync(files[name] ?? '', '');
    const env = { ...environment, ...valuesIn(files['GITHUB_ENV']), ...variables };
    const ended = await runNode(join(dist, file), { cwd: site, env });
    const summary = readFileSync(files['GITHUB_STEP_SUMMARY'] ?? '', 'utf8');
    return { ...ended, outputs: valuesIn(files['GITHUB_OUTPUT']), summary };
  };
  return {
    site,
    temp,
    main: () => step('main.js', inputVariables('action.yml', inputs, 'success')),
    async post(status = 'success') {
      if (!permitsPost(status, { ...event.variables, ...valuesIn(files['GITHUB_ENV']) }))
        return { status: 0, log: 'skipped by post-if', outputs: {}, summary: '' };
      const state = Object.entries(valuesIn(files['GITHUB_STATE'])).map(([name, value]) => [`STATE_${name}`, value]);
      const saved = Object.fromEntries(state) as Record<string, string>;
      return step('post.js', { ...inputVariables('action.yml', inputs, status), ...saved });
    },
    split: (action, own = inputs, status = 'success') =>
      step(`${action}.js`, inputVariables(`${action}/action.yml`, own, status)),
    handedOver: () =>
      Object.values(files)
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n'),
    async [Symbol.asyncDispose]() {
      rmSync(workspace, { recursive: true, force: true });
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Evaluates the expression of `action.yml`, of which a test holds the wording. */
function permitsPost(status: JobStatus, variables: Readonly<Record<string, string>>): boolean {
  return status === 'success' || variables['SAVE_BENGAL_CACHE_ALWAYS'] === 'true';
}

/** The runner passes every declared input, with its default, evaluated anew, where the workflow is silent. */
function inputVariables(action: string, given: Inputs, status: JobStatus): Record<string, string> {
  const { inputs } = parse(readFileSync(join(root, action), 'utf8')) as {
    inputs: Record<string, { default: string }>;
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      `INPUT_${name.toUpperCase()}`,
      given[name] ?? input.default.replace('${{ job.status }}', status),
    ]),
  );
}

/** `name<<delimiter`, the value, `delimiter`: how outputs, state and variables are written to the runner's files. */
function valuesIn(file: string | undefined): Record<string, string> {
  const blocks = readFileSync(file ?? '', 'utf8').matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
}

/** Stands for the build step: lays down what the recorded build left. Upon another state it is another build. */
export async function build(site: string): Promise<void> {
  const again = existsSync(join(site, '.bengal'));
  cpSync(join(lighthouse, 'recorded'), site, { recursive: true });
  await relocateState(site, site);
  if (again) appendFileSync(join(site, '.bengal', 'provenance', 'index.json'), '\n');
}

function runNode(
  file: string,
  options: { cwd: string; env: Record<string, string> },
): Promise<{ status: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, log }));
  });
}

/** Writes a file of the site, with its folders. */
export function writeSource(job: RunnerJob, path: string, text: string): void {
  mkdirSync(dirname(join(job.site, path)), { recursive: true });
  writeFileSync(join(job.site, path), text);
}
