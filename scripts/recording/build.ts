import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const CLI = join(root, 'src/entry/cli.ts');

/** Builds by this are committed: Bengal's own files lie where they could lie on any machine. */
const INSTALLED_AT = '/opt/bengal-0.5.1';
const ASIDE = `${INSTALLED_AT}.aside`;

/** A Bengal of which a state names no path of this checkout. */
export interface BengalForRecording extends Disposable {
  /** Executable. */
  readonly bengal: string;
}

/**
 * Takes it to where the recorded states name it, or installs it there, and puts it aside in the end: tests expect of the
 * recorded states that they are of another machine, on which everything outside of the site is elsewhere.
 */
export async function bengalForRecording(): Promise<BengalForRecording> {
  if (existsSync(ASIDE) && !existsSync(INSTALLED_AT)) renameSync(ASIDE, INSTALLED_AT);
  await run({ program: process.execPath, args: [join(root, 'scripts/install-bengal.ts'), INSTALLED_AT], cwd: root });
  return {
    bengal: join(INSTALLED_AT, 'bin/bengal'),
    [Symbol.dispose]() {
      renameSync(INSTALLED_AT, ASIDE);
    },
  };
}

/** The Bengal of this checkout, for what stays on this machine; `undefined`: there is none. */
export function bengalOfCheckout(): string | undefined {
  const bengal = join(root, '.cache/bengal/bin/bengal');
  return existsSync(bengal) ? bengal : undefined;
}

export interface Program {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a program prints on either stream; fails when it does. */
export function run({ program, args, cwd, env = process.env }: Program): Promise<string> {
  return new Promise((fulfil, reject) => {
    const child = spawn(program, args, { cwd, env });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) fulfil(said);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${String(status ?? 'a signal')}:\n${said}`));
    });
  });
}

export interface ProductBuild {
  /** The checkout. */
  readonly at: string;
  /** Executable of Bengal; its folder holds the Python that has it. */
  readonly bengal: string;
  /** What the workflow does between its build and the step that records. */
  readonly beforeRecord?: (at: string) => void;
}

/** Prepares a build, builds and records as a user does, with the code of this checkout. */
export async function buildAndRecord({ at, bengal, beforeRecord }: ProductBuild): Promise<void> {
  const env = environmentWith(bengal);
  const told = ['--site', at, ...(await toldBy(bengal))];
  await bengalCache(['report', '--prepare', ...told], env);
  const build = '. ./.bengal-cache/build.env && exec bengal build --environment production --no-incremental';
  const said = await run({ program: 'sh', args: ['-c', build], cwd: at, env });
  if (hasErrors(said)) throw new Error(said);
  beforeRecord?.(at);
  const recorded = await bengalCache(['record', ...told], env);
  if (!recorded.includes('of a full build') || !/The build (?:rendered all|kept)/.test(recorded))
    throw new Error(recorded);
}

/**
 * What the step before the build is told by hand. Its own look at Bengal would also record the packages that Bengal is made
 * of, and then nothing could be skipped where no Bengal is, as in the demo and in most tests.
 */
export async function toldBy(bengal: string): Promise<readonly string[]> {
  const { bengal: version, python } = await versionsOf(bengal);
  const minor = python.replace(/\.\d+$/, '');
  return ['--environment', 'production', '--no-probe', '--bengal-version', version, '--python-version', minor];
}

/** Of a Bengal and of the Python beside it. */
export async function versionsOf(bengal: string): Promise<{ readonly bengal: string; readonly python: string }> {
  const ask = async (program: string): Promise<string> => {
    const said = await run({ program, args: ['--version'], cwd: root });
    const version = /\d+\.\d+\.\d+/.exec(said)?.[0];
    if (version === undefined) throw new Error(`${program} --version says no version: ${said}`);
    return version;
  };
  return { bengal: await ask(bengal), python: await ask(join(dirname(bengal), 'python')) };
}

/** One of our commands, as it stands in this checkout. */
export async function bengalCache(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return await run({ program: process.execPath, args: [CLI, ...args], cwd: root, env });
}

/** Nothing of this machine but where Bengal is: what runs here, and for whom, could show in a state. */
export function environmentWith(bengal: string): NodeJS.ProcessEnv {
  const path = [dirname(bengal), process.env['PATH'] ?? ''].join(delimiter);
  return { PATH: path, HOME: process.env['HOME'], LANG: 'C.UTF-8' };
}

/** Bengal ends with 0 all the same. */
export function hasErrors(said: string): boolean {
  return /failed for|with [1-9]\d* error/.test(said);
}

/** The bulk of what a build makes, and the same for all sites: the default theme's assets, and the graph. */
export function slimDown(at: string): void {
  const output = join(at, 'public');
  rmSync(join(output, 'assets'), { recursive: true, force: true });
  rmSync(join(output, 'graph'), { recursive: true, force: true });
  const manifest = join(output, 'asset-manifest.json');
  if (!existsSync(manifest)) return;
  const whole = JSON.parse(readFileSync(manifest, 'utf8')) as object;
  writeFileSync(manifest, `${JSON.stringify({ ...whole, assets: {} }, null, 1)}\n`);
}

/** Files below a folder, relative to it, in order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
