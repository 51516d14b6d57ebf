import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runnerEnvironment, type CacheService } from '../support/cache-service.ts';
import { dist, inputVariables, valuesIn, type StepInputs, type StepResult } from '../support/runner-steps.ts';

/** `nobody`, on every system that has one. */
const NOBODY = { uid: 65_534, gid: 65_534 } as const;

const root = join(import.meta.dirname, '..', '..');
const lighthouse = join(root, 'examples', 'lighthouse');

export const BUILT_WITH: StepInputs = {
  environment: 'production',
  'bengal-version': '0.5.1',
  'python-version': '3.14',
  gate: 'auto',
  probe: 'false',
  // What follows a picture reads nothing that the report did not, and takes half of the time.
  graph: 'false',
};

/** The same without what only the step before the build knows. */
export const SAVED_WITH: StepInputs = Object.fromEntries(
  Object.entries(BUILT_WITH).filter(([name]) => !['gate', 'graph'].includes(name)),
);

/** Why the tests of this kind cannot run here; `false` where they can. */
export function whyNotAsAnother(): string | false {
  if (process.getuid?.() !== 0) return 'only root can take files away from another user';
  try {
    execFileSync(process.execPath, [join(dist, 'cli.js'), '--version'], { ...NOBODY, stdio: 'ignore', cwd: '/' });
    return false;
  } catch {
    return 'the user nobody cannot read this checkout or this Node';
  }
}

/** One built and recorded site that `nobody` owns, and the steps of a job that run as `nobody`. */
export interface OtherUsersSite {
  readonly site: string;
  /** Every file and folder of it, the site itself (an empty path) included. */
  readonly paths: readonly string[];
  /** Takes a file or a folder away, as a container that ran as root does. */
  takeAway(path: string): void;
  /** The site as it was built and recorded, whatever a step has made of it. */
  reset(): void;
  /** What the last step handed over, as the runner keeps it. */
  readonly stateFile: string;
  run(step: Step): Promise<StepResult>;
}

export interface Step {
  readonly file: string;
  /** `action.yml` and its like; none for the command line. */
  readonly action?: string;
  readonly inputs?: StepInputs;
  readonly args?: readonly string[];
  /** What the step before handed over; a file with `name<<delimiter` blocks. */
  readonly state?: Readonly<Record<string, string>>;
  /** Whether the job has a cache. It takes half of the time. */
  readonly cache?: boolean;
}

export async function otherUsersSite(service: CacheService, folder: string): Promise<OtherUsersSite> {
  const [site, pristine, runner] = ['site', 'pristine', 'runner'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  chmodSync(folder, 0o755);
  for (const part of ['site', 'recorded']) cpSync(join(lighthouse, part), site, { recursive: true });
  mkdirSync(join(runner, 'temp'), { recursive: true });
  const files = runnerFiles(runner);
  for (const path of Object.values(files)) writeFileSync(path, '');
  for (const place of [site, runner]) giveAll(place);
  const run = async ({
    file,
    action,
    inputs = {},
    args = [],
    state = {},
    cache = false,
  }: Step): Promise<StepResult> => {
    for (const path of Object.values(files)) writeFileSync(path, '');
    const payload = { repository: { full_name: 'someone/lighthouse', default_branch: 'main' } };
    writeFileSync(files['GITHUB_EVENT_PATH'] ?? '', JSON.stringify(payload));
    const env = {
      ...githubVariables(),
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: site,
      RUNNER_TEMP: join(runner, 'temp'),
      ...(cache ? runnerEnvironment(service, { workspace: site, temp: join(runner, 'temp') }) : {}),
      ...files,
      PATH: '/usr/local/bin:/usr/bin:/bin',
      HOME: runner,
      ...(action === undefined ? {} : inputVariables(action, inputs, 'success')),
      ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    };
    const ended = await runAsNobody([join(dist, file), ...args], { cwd: runner, env });
    const summary = readFileSync(files['GITHUB_STEP_SUMMARY'] ?? '', 'utf8');
    return { ...ended, outputs: valuesIn(files['GITHUB_OUTPUT']), summary };
  };
  // The save action records, and what is recorded says that the default branch did.
  const saved = await run({ file: 'save.js', action: 'save/action.yml', inputs: SAVED_WITH, cache: true });
  if (saved.outputs['cache-saved'] !== 'true') throw new Error(saved.log);
  copyTree(site, pristine);
  return {
    site,
    stateFile: files['GITHUB_STATE'] ?? '',
    paths: ['', ...readdirSync(site, { recursive: true, encoding: 'utf8' }).sort()],
    takeAway(path) {
      const place = join(site, path);
      chownSync(place, 0, 0);
      // The owner's bits alone: another user finds nothing that is meant for them.
      chmodSync(place, 0o700);
    },
    reset() {
      rmSync(site, { recursive: true, force: true });
      rmSync(join(runner, 'temp'), { recursive: true, force: true });
      mkdirSync(join(runner, 'temp'));
      chownSync(join(runner, 'temp'), NOBODY.uid, NOBODY.gid);
      copyTree(pristine, site);
    },
    run,
  };
}

function runnerFiles(folder: string): Record<string, string> {
  const names = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY', 'EVENT_PATH'];
  return Object.fromEntries(names.map((name) => [`GITHUB_${name}`, join(folder, name)]));
}

function githubVariables(): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_REPOSITORY: 'someone/lighthouse',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: 'c0ffee'.repeat(7).slice(0, 40),
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_WORKFLOW: 'site',
    GITHUB_JOB: 'build',
    RUNNER_ENVIRONMENT: 'github-hosted',
  };
}

/** With owners and times: what is copied must be the same site to every question that is asked of it. */
function copyTree(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

function giveAll(place: string): void {
  const paths = readdirSync(place, { recursive: true, encoding: 'utf8' });
  for (const path of ['', ...paths]) lchownSync(join(place, path), NOBODY.uid, NOBODY.gid);
}

function runAsNobody(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Record<string, string> },
): Promise<{ readonly status: number | null; readonly log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { ...options, ...NOBODY, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, log }));
  });
}
