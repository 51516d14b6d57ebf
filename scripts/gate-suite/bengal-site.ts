import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { readOutputs, type Outputs } from './outputs.ts';

const root = join(import.meta.dirname, '..', '..');
export const BENGAL = join(root, '.cache', 'bengal', 'bin', 'bengal');
const ENVIRONMENT = ['--environment', 'production'];
const BUILT_WITH = [...ENVIRONMENT, '--bengal-version', '0.5.1', '--python-version', '3.14'];
const CARRIED = ['.bengal', 'public'];

export type Variables = Readonly<Record<string, string>>;

export interface Timed<Value> {
  readonly value: Value;
  readonly seconds: number;
}

/** The folder that every job checks out into: Bengal's state is bound to it. */
export interface Checkout {
  readonly path: string;
  /** Sources with new modification times, as after `git clone`, and nothing else. */
  fresh(source: string): void;
  /** Puts the state and the output of a saved build beside the sources, with their times. */
  restore(saved: string): void;
  save(to: string): void;
  /** Runs Bengal; throws when it fails, or says that it failed to render something. */
  build(args: readonly string[], variables?: Variables): Timed<string>;
  /** Runs our command line for this site. */
  cli(args: readonly string[]): Timed<string>;
  record(): void;
  report(gate: string, options?: readonly string[]): Timed<Report>;
  outputs(): Outputs;
}

export const CLI = join(root, 'src', 'entry', 'cli.ts');

/** `program` is the command line to drive: a file that Node can run. */
export function checkoutAt(path: string, program = CLI): Checkout {
  const cli = (args: readonly string[]): Timed<string> =>
    timed(() => run(process.execPath, [program, ...args, '--site', path, ...BUILT_WITH], { cwd: root }));
  return {
    path,
    fresh(source) {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(dirname(path), { recursive: true });
      cpSync(source, path, { recursive: true });
    },
    restore(saved) {
      for (const folder of CARRIED)
        cpSync(join(saved, folder), join(path, folder), { recursive: true, preserveTimestamps: true });
    },
    save(to) {
      for (const folder of CARRIED)
        cpSync(join(path, folder), join(to, folder), { recursive: true, preserveTimestamps: true });
    },
    build(args, variables) {
      const built = timed(() => run(BENGAL, ['build', ...ENVIRONMENT, ...args], { cwd: path, variables }));
      if (/failed for|with [1-9]\d* error/.test(built.value)) throw new Error(built.value);
      return built;
    },
    cli,
    record: () => void cli(['record']),
    report(gate, options = []) {
      const { value, seconds } = cli(['report', '--gate', gate, '--format', 'json', ...options]);
      return { value: JSON.parse(value) as Report, seconds };
    },
    outputs: () => readOutputs(join(path, 'public')),
  };
}

/** As in a job: Bengal is on the PATH, and the order of its sets is always the same. */
export const WITH_BENGAL: Variables = {
  PATH: [dirname(BENGAL), process.env['PATH']].join(delimiter),
  PYTHONHASHSEED: '0',
};

interface RunOptions {
  readonly cwd: string;
  readonly variables?: Variables | undefined;
}

function run(command: string, args: readonly string[], { cwd, variables = {} }: RunOptions): string {
  const env = { ...process.env, ...variables, ...WITH_BENGAL };
  const ended = spawnSync(command, args, { cwd, encoding: 'utf8', env, maxBuffer: 1 << 28 });
  if (ended.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${ended.error?.message ?? `${ended.stdout}\n${ended.stderr}`}`);
  return ended.stdout;
}

function timed<Value>(work: () => Value): Timed<Value> {
  const started = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - started) / 1000 };
}
