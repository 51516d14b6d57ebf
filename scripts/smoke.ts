/**
 * `npm run smoke`: runs the files in dist/ as they are, the way users do: the command line on this Node and on the
 * machine's own when that is an older one we support, the library, the Action's two steps, its two halves
 * and the one step, and a stage, in the least environment a runner gives, without a cache service.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const lighthouse = join(root, 'examples', 'lighthouse');

interface Program {
  readonly node: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The standard output of a program, which must succeed within half a minute. */
function outputOf({ node, args, cwd, env }: Program): string {
  const run = spawnSync(node, args, { cwd, env, encoding: 'utf8', timeout: 30_000 });
  const shown = `node ${args.join(' ')}\n${run.stdout}\n${run.stderr}`;
  assert.equal(run.status, 0, `exit code ${run.status ?? run.signal ?? 'none'} from ${shown}`);
  return run.stdout;
}

/** Node 24, which this script runs on, and the first older Node that we support on the PATH. */
function nodesToTry(): string[] {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const older = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, executable))
    .find((node) => {
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout as string | null;
      const major = Number(/^v(\d+)\./.exec(version ?? '')?.[1]);
      return major >= 20 && major < 24;
    });
  return older === undefined ? [process.execPath] : [process.execPath, older];
}

interface SmokeReport {
  readonly schemaVersion: number;
  readonly state: { readonly status: string; readonly why: string };
}

/** The bundle alone: beside it there is no zstd addon, and an older Node has none of its own. */
function copyBundle(folder: string): string {
  const copy = join(folder, 'bundle', 'dist');
  cpSync(dist, copy, { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'bundle', 'package.json'));
  return copy;
}

/** A checkout of the example site with the state of its last build, in a folder of its own. */
function checkOutSite(folder: string): string {
  const site = join(folder, 'site');
  cpSync(join(lighthouse, 'site'), site, { recursive: true });
  cpSync(join(lighthouse, 'recorded'), site, { recursive: true });
  return site;
}

/** `program`: the folder of the bundle. */
function tryCommandLine(node: string, site: string, program: string): void {
  const cli = (...args: string[]): string =>
    outputOf({ node, args: [join(program, 'cli.js'), ...args], cwd: site, env: process.env });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

  assert.match(cli('--help'), /report/);
  assert.equal(cli('--version').trim(), version);
  const report = JSON.parse(cli('report', '--site', site, '--format', 'json')) as SmokeReport;
  assert.equal(report.schemaVersion, 1);
  assert.equal(report.state.status, 'usable', report.state.why);
  cli('record', '--site', site);
}

function tryLibrary(node: string): void {
  const program = `import('bengal-cache').then((library) => console.log(Object.keys(library).length))`;
  const names = outputOf({ node, args: ['--input-type=module', '--eval', program], cwd: root, env: process.env });
  assert.ok(Number(names) > 0, 'the library exports nothing');
}

/** The inputs as a runner passes them: one variable each, with the defaults of the action's file. */
function defaultInputs(action: string): Record<string, string> {
  const { inputs = {} } = parse(readFileSync(join(root, action), 'utf8')) as {
    inputs?: Record<string, { default?: string | number | boolean }>;
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      // An expression is the runner's to evaluate; here there is nothing behind it.
      String(input.default ?? '').replace(/^\$\{\{.*\}\}$/, ''),
    ]),
  );
}

/** What a runner gives every action, and nothing of the machine that this runs on but its PATH. */
function runnerEnvironment(folder: string, workspace: string): NodeJS.ProcessEnv {
  const environment: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'someone/site',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: join(folder, 'temp'),
  };
  mkdirSync(join(folder, 'temp'));
  for (const name of ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY']) {
    environment[`GITHUB_${name}`] = join(folder, name);
    writeFileSync(join(folder, name), '');
  }
  return environment;
}

/** `name<<delimiter`, the value, `delimiter`: how the toolkit writes outputs and state to the runner's files. */
function valuesIn(file: string): Record<string, string> {
  const blocks = readFileSync(file, 'utf8').matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
}

function tryAction(folder: string, site: string): void {
  const env = runnerEnvironment(folder, site);
  const step = (file: string, action: string, more: NodeJS.ProcessEnv = {}): Record<string, string> => {
    writeFileSync(join(folder, 'OUTPUT'), '');
    const inputs = defaultInputs(action);
    outputOf({ node: process.execPath, args: [join(dist, file)], cwd: site, env: { ...env, ...inputs, ...more } });
    return valuesIn(join(folder, 'OUTPUT'));
  };
  assert.match(step('main.js', 'action.yml')['build-mode'] ?? '', /^(skip|incremental|full)$/);
  const state = Object.entries(valuesIn(join(folder, 'STATE'))).map(([name, value]) => [`STATE_${name}`, value]);
  step('post.js', 'action.yml', Object.fromEntries(state) as Record<string, string>);
  assert.match(step('restore.js', 'restore/action.yml')['build-mode'] ?? '', /^(skip|incremental|full)$/);
  assert.equal(step('save.js', 'save/action.yml')['cache-saved'], 'false');
  // Any program will do for a build that leaves everything as it is.
  writeFileSync(join(folder, 'nothing.js'), '');
  const words = [process.execPath, join(folder, 'nothing.js')].map((word) => `"${word}"`);
  const built = step('build.js', 'build/action.yml', { INPUT_COMMAND: words.join(' ') });
  assert.match(built['build-mode'] ?? '', /^(skip|incremental|full)$/);
}

/** The action in stage/, twice: what succeeded once is skipped the next time, and not after an edit. */
function tryStage(folder: string, site: string): void {
  mkdirSync(folder);
  const runner = { ...runnerEnvironment(folder, site), GITHUB_EVENT_NAME: 'push', GITHUB_JOB: 'smoke' };
  const given = { INPUT_NAME: 'words', INPUT_INPUTS: 'content', 'INPUT_COUNT-WORKFLOW': 'false' };
  const step = (file: string, more: NodeJS.ProcessEnv = {}): Record<string, string> => {
    writeFileSync(join(folder, 'OUTPUT'), '');
    const env = { ...runner, ...defaultInputs('stage/action.yml'), ...given, ...more };
    outputOf({ node: process.execPath, args: [join(dist, file)], cwd: site, env });
    return valuesIn(join(folder, 'OUTPUT'));
  };
  assert.equal(step('stage.js')['skip'], 'false');
  const state = Object.entries(valuesIn(join(folder, 'STATE'))).map(([name, value]) => [`STATE_${name}`, value]);
  step('stage-post.js', { ...(Object.fromEntries(state) as Record<string, string>), INPUT_OUTCOME: 'success' });
  assert.equal(step('stage.js')['skip'], 'true');
  writeFileSync(join(site, 'content', 'new.md'), 'new');
  assert.match(step('stage.js')['reason'] ?? '', /added content\/new\.md/);
}

const folder = mkdtempSync(join(tmpdir(), 'smoke-'));
try {
  const site = checkOutSite(folder);
  const bundle = copyBundle(folder);
  for (const node of nodesToTry()) {
    tryCommandLine(node, site, dist);
    tryCommandLine(node, site, bundle);
    tryLibrary(node);
    const version = outputOf({ node, args: ['--version'], cwd: root, env: process.env }).trim();
    console.log(`command line and library work on Node ${version}`);
  }
  tryAction(folder, site);
  console.log('the Action, its two halves and the one step work without a cache service');
  tryStage(join(folder, 'stage'), site);
  console.log('a stage runs once, is skipped then, and runs again after an edit');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
