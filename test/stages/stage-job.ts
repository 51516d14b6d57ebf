import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { runnerEnvironment, type CacheService } from '../support/cache-service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export const root = join(import.meta.dirname, '..', '..');

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

type Inputs = Readonly<Record<string, string>>;

/** One use of the action in a job. */
export interface StageStep {
  main(): Promise<StepResult>;
  /** The post step, with the inputs as the runner evaluates them then. `outcome` is that of the guarded step. */
  post(outcome: string): Promise<StepResult>;
}

export interface StageJob extends AsyncDisposable {
  readonly workspace: string;
  write(path: string, content: string): void;
  read(path: string): string;
  remove(path: string): void;
  stage(inputs: Inputs, variables?: Readonly<Record<string, string>>): StageStep;
}

/**
 * One job on a fresh runner with these files checked out. All jobs of one service check out into the same folder, as on
 * GitHub; a later one begins with a clean one.
 */
export async function stageJob(
  service: CacheService,
  files: Readonly<Record<string, string>>,
  event: Readonly<Record<string, string>> = {},
): Promise<StageJob> {
  const folder = await temporaryFolder();
  const workspace = join(realpathSync(tmpdir()), `bengal-cache-stage-${new URL(service.url).port}`);
  const temp = join(folder.path, 'temp');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(temp);
  const payload = join(folder.path, 'event.json');
  writeFileSync(payload, JSON.stringify({ repository: { default_branch: 'main' } }));
  const at = (path: string): string => join(workspace, path);
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder.path,
    CI: 'true',
    GITHUB_REPOSITORY: 'someone/site',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: payload,
    GITHUB_WORKFLOW: 'CI',
    GITHUB_JOB: 'check',
    GITHUB_WORKFLOW_REF: 'someone/site/.github/workflows/ci.yml@refs/heads/main',
    ...runnerEnvironment(service, { workspace, temp }),
    ...event,
  };
  let steps = 0;
  return {
    workspace,
    write,
    read: (path) => readFileSync(at(path), 'utf8'),
    remove: (path) => rmSync(at(path), { recursive: true }),
    stage: (inputs, variables = {}) =>
      step({ inputs, folder: join(folder.path, `step-${++steps}`), environment: { ...environment, ...variables } }),
    async [Symbol.asyncDispose]() {
      rmSync(workspace, { recursive: true, force: true });
      await folder[Symbol.asyncDispose]();
    },
  };
}

interface Setting {
  readonly inputs: Inputs;
  readonly folder: string;
  readonly environment: Record<string, string>;
}

function step({ inputs, folder, environment }: Setting): StageStep {
  mkdirSync(folder);
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(folder, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  async function run(file: string, more: Record<string, string>): Promise<StepResult> {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) writeFileSync(files[name] ?? '', '');
    const cwd = environment['GITHUB_WORKSPACE'] ?? '';
    const ended = await runNode(join(dist, file), { cwd, env: { ...environment, ...files, ...more } });
    const summary = readFileSync(files['GITHUB_STEP_SUMMARY'] ?? '', 'utf8');
    return { ...ended, outputs: valuesIn(files['GITHUB_OUTPUT']), summary };
  }
  return {
    // The guarded step comes later: what the workflow says of its outcome is empty yet.
    main: () => run('stage.js', inputVariables({ ...inputs, outcome: '' })),
    post: (outcome) => {
      const state = Object.entries(valuesIn(files['GITHUB_STATE'])).map(([name, value]) => [`STATE_${name}`, value]);
      return run('stage-post.js', {
        ...inputVariables({ ...inputs, outcome }),
        ...(Object.fromEntries(state) as Record<string, string>),
      });
    },
  };
}

/** The runner passes every declared input, with its default where the workflow is silent. */
function inputVariables(given: Inputs): Record<string, string> {
  const { inputs } = parse(readFileSync(join(root, 'stage/action.yml'), 'utf8')) as {
    inputs: Record<string, { default: string }>;
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      `INPUT_${name.toUpperCase()}`,
      given[name] ?? (input.default === '${{ toJSON(matrix) }}' ? 'null' : input.default),
    ]),
  );
}

/** `name<<delimiter`, the value, `delimiter`: how outputs and state are written to the runner's files. */
function valuesIn(file: string | undefined): Record<string, string> {
  const blocks = readFileSync(file ?? '', 'utf8').matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
}

export function runNode(
  file: string,
  options: { cwd: string; env: Record<string, string | undefined>; args?: readonly string[] },
): Promise<{ status: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...(options.args ?? [])], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, log }));
  });
}
