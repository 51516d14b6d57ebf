import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { readOutput, type Tree } from '../equality/trees.ts';
import { BENGAL } from '../gate-suite/bengal-site.ts';

export type Variables = Readonly<Record<string, string>>;

/** As in a job: Bengal is on the PATH. */
export const WITH_BENGAL: Variables = { PATH: [dirname(BENGAL), process.env['PATH']].join(delimiter) };

/** The wall clock, and what the processes of the build used, which does not grow where others use the machine too. */
export interface BuildTimes {
  readonly seconds: number;
  readonly cpu: number;
}

/** The folder that every job checks out into: Bengal's state is bound to it. */
export interface Checkout {
  readonly path: string;
  /** Sources with new modification times, as after `git clone`, and nothing else. */
  fresh(source: string): void;
  /** Keeps a folder of the site elsewhere, with its times. */
  save(name: string, to: string): void;
  /** Runs Bengal; throws when it fails, or says that it failed to render something. */
  build(args: readonly string[], variables?: Variables): BuildTimes;
  /** The output, without what two full builds of one tree do not have in common. */
  outputs(): Tree;
}

export function checkoutAt(path: string): Checkout {
  return {
    path,
    fresh(source) {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(dirname(path), { recursive: true });
      cpSync(source, path, { recursive: true });
    },
    save: (name, to) => {
      cpSync(join(path, name), to, { recursive: true, preserveTimestamps: true });
    },
    build: (args, variables = {}) => build(path, args, variables),
    outputs: () => readOutput(join(path, 'public')),
  };
}

function build(site: string, args: readonly string[], variables: Variables): BuildTimes {
  const times = `${site}.times`;
  const script = `TIMEFORMAT='%R %U %S'; { time "$@" 2>&1; } 2>"$0"`;
  const command = [BENGAL, 'build', '--environment', 'production', ...args];
  const ended = spawnSync('bash', ['-c', script, times, ...command], {
    cwd: site,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // Every full build has to put its sets in the same order as the one that it is compared with.
    env: { ...process.env, PYTHONHASHSEED: '0', ...WITH_BENGAL, ...variables },
  });
  if (ended.status !== 0 || /failed for|with [1-9]\d* error/.test(ended.stdout)) throw new Error(ended.stdout);
  const [seconds = 0, user = 0, system = 0] = readFileSync(times, 'utf8').trim().split(' ').map(Number);
  rmSync(times);
  return { seconds, cpu: user + system };
}
