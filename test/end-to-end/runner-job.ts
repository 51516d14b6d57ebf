import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runnerEnvironment, type CacheService } from '../support/cache-service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export const root = join(import.meta.dirname, '..', '..');
export const lighthouse = join(root, 'examples', 'lighthouse');

export interface StepResult {
  readonly status: number | null;
  /** Everything that the step printed. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown that the step added to the job summary. */
  readonly summary: string;
}

export interface RunnerJob extends AsyncDisposable {
  /** A fresh checkout of the sample site, at the root of the workspace. */
  readonly site: string;
  readonly temp: string;
  /** Runs a file of the committed `dist/` as the runner does; `post.js` gets the state that `main.js` saved. */
  run(file: 'main.js' | 'post.js'): Promise<StepResult>;
}

/**
 * One job on a fresh runner, with the action's inputs as the workflow gives them. All jobs of one service check out into
 * the same folder, as on GitHub; a later one begins with a clean one.
 */
export async function runnerJob(service: CacheService, inputs: Readonly<Record<string, string>>): Promise<RunnerJob> {
  const folder = await temporaryFolder();
  const workspace = join(realpathSync(tmpdir()), `bengal-cache-job-${new URL(service.url).port}`);
  const [site, temp] = [join(workspace, 'lighthouse'), join(folder.path, 'temp')];
  rmSync(workspace, { recursive: true, force: true });
  cpSync(join(lighthouse, 'site'), site, { recursive: true });
  mkdirSync(temp);
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(folder.path, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder.path,
    CI: 'true',
    GITHUB_REPOSITORY: 'someone/lighthouse',
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    ...runnerEnvironment(service, { workspace: site, temp }),
    ...files,
    ...inputVariables(inputs),
  };
  const state = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries(valuesIn(files['GITHUB_STATE'])).map(([name, value]) => [`STATE_${name}`, value]),
    );
  return {
    site,
    temp,
    async run(file) {
      for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) writeFileSync(files[name] ?? '', '');
      const ended = await runNode(join(root, 'dist', file), {
        cwd: site,
        env: { ...environment, ...(file === 'post.js' ? state() : {}) },
      });
      return {
        ...ended,
        outputs: valuesIn(files['GITHUB_OUTPUT']),
        summary: readFileSync(files['GITHUB_STEP_SUMMARY'] ?? '', 'utf8'),
      };
    },
    async [Symbol.asyncDispose]() {
      rmSync(workspace, { recursive: true, force: true });
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The runner passes every declared input, with its default where the workflow is silent. */
function inputVariables(given: Readonly<Record<string, string>>): Record<string, string> {
  const declared = (
    parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: Record<string, { default: string }> }
  ).inputs;
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, given[name] ?? input.default]),
  );
}

/** `name<<delimiter`, the value, `delimiter`: how outputs and state are written to the runner's files. */
function valuesIn(file: string | undefined): Record<string, string> {
  const blocks = readFileSync(file ?? '', 'utf8').matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
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
