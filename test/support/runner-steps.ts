import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runnerEnvironment, type CacheService } from './cache-service.ts';

const root = join(import.meta.dirname, '..', '..');

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

/** Inputs as the workflow gives them. */
export type StepInputs = Readonly<Record<string, string>>;

/** The steps of an action in one job, run as the runner does. */
export interface RunnerSteps {
  /** What the runner sets for every step of the job. */
  readonly environment: Readonly<Record<string, string>>;
  /** The main step. */
  main(): Promise<StepResult>;
  /** The post step, if its `post-if` lets it run when the job stands so. It gets the state that the main step saved. */
  post(status?: JobStatus): Promise<StepResult>;
  /** A step of one of the split actions. */
  split(action: 'restore' | 'save' | 'delta' | 'build', inputs?: StepInputs, status?: JobStatus): Promise<StepResult>;
  /** Everything that the steps so far left for later ones. */
  handedOver(): string;
}

export interface RunnerStepsOptions {
  readonly service: CacheService;
  /** An empty folder for the files of the runner, absolute. */
  readonly folder: string;
  /** The checkout, absolute; the action runs in it. */
  readonly workspace: string;
  readonly inputs: StepInputs;
  /** What else the runner sets, laid over a push to the default branch. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  readonly payload?: object | undefined;
  /** A command that runs the one behind it, such as one that measures it; Node itself when absent. */
  readonly through?: readonly string[] | undefined;
}

export function runnerSteps({
  service,
  folder,
  workspace,
  inputs,
  variables,
  payload,
  through = [],
}: RunnerStepsOptions): RunnerSteps {
  const temp = join(folder, 'temp');
  mkdirSync(temp);
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY', 'EVENT_PATH'].map((name) => [
      `GITHUB_${name}`,
      join(folder, name),
    ]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const event = { repository: { full_name: 'someone/lighthouse', default_branch: 'main' }, ...payload };
  writeFileSync(files['GITHUB_EVENT_PATH'] ?? '', JSON.stringify(event));
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    CI: 'true',
    GITHUB_REPOSITORY: 'someone/lighthouse',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: 'c0ffee'.repeat(7).slice(0, 40),
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '2',
    RUNNER_ENVIRONMENT: 'github-hosted',
    ...runnerEnvironment(service, { workspace, temp }),
    ...variables,
    ...files,
  };
  const step = async (file: string, more: Readonly<Record<string, string>>): Promise<StepResult> => {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) writeFileSync(files[name] ?? '', '');
    const env = { ...environment, ...valuesIn(files['GITHUB_ENV']), ...more };
    const ended = await run([...through, process.execPath, join(dist, file)], { cwd: workspace, env });
    const summary = readFileSync(files['GITHUB_STEP_SUMMARY'] ?? '', 'utf8');
    return { ...ended, outputs: valuesIn(files['GITHUB_OUTPUT']), summary };
  };
  return {
    environment,
    main: () => step('main.js', inputVariables('action.yml', inputs, 'success')),
    async post(status = 'success') {
      if (!permitsPost(status, { ...variables, ...valuesIn(files['GITHUB_ENV']) }))
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
  };
}

/** Evaluates the expression of `action.yml`, of which a test holds the wording. */
function permitsPost(status: JobStatus, variables: Readonly<Record<string, string>>): boolean {
  return status === 'success' || variables['SAVE_BENGAL_CACHE_ALWAYS'] === 'true';
}

/** The runner passes every declared input, with its default, evaluated anew, where the workflow is silent. */
export function inputVariables(action: string, given: StepInputs, status: JobStatus): Record<string, string> {
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
export function valuesIn(file: string | undefined): Record<string, string> {
  const blocks = readFileSync(file ?? '', 'utf8').matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
}

function run(
  [program = '', ...args]: readonly string[],
  options: { cwd: string; env: Record<string, string> },
): Promise<{ status: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, log }));
  });
}
