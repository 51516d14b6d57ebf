/** One place in which all builds of a site run, since Bengal's state and some outputs hold the path they were made at. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const COMPANION = join(root, 'companion');

/** `trace`: the trace of the last build decides, as it does for users. `truth`: a given list of pages does. */
export type JudgeName = 'trace' | 'truth';

export interface Built {
  readonly cpu: number;
  readonly log: string;
  readonly status: number;
  readonly journal: Journal | undefined;
}

export interface Journal {
  readonly status: string;
  readonly why?: string;
  readonly pages: {
    readonly kept: readonly string[];
    readonly rendered: readonly {
      readonly output: string;
      readonly why: string;
      readonly read: readonly string[] | null;
    }[];
  };
  readonly assets: { readonly kept: number } | { readonly processed: string };
  readonly sample: { readonly compared: number; readonly different: readonly { readonly output: string }[] };
  readonly failedPages: readonly string[];
  readonly seconds: Readonly<Record<string, number>>;
  readonly traceDigest: string | null;
  readonly stateDigest: string | null;
}

export interface PlanFields {
  readonly mode: 'incremental' | 'full';
  readonly render?: readonly string[];
  readonly sample?: number;
  readonly verify?: 'sample' | 'all';
  readonly keepAssets?: boolean;
}

export interface BuildOptions {
  readonly args: readonly string[];
  /** Without a plan there is no companion. */
  readonly plan?: PlanFields;
  readonly judge?: JudgeName;
  readonly hashSeed?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Bench {
  /** Where the repository of the site lies while it is built. */
  readonly repository: string;
  readonly site: string;
  /** Puts a source there, alone. */
  lay(source: string): void;
  /** Puts a saved build there, sources and all. */
  restore(saved: string): void;
  save(to: string): void;
  build(options: BuildOptions): Built;
}

export interface Place {
  readonly folder: string;
  readonly bengal: string;
  /** Where the site lies in its repository, `` when it is the repository. */
  readonly below: string;
  readonly output: string;
  /** Folder of the companion, where it is not this project's own. */
  readonly companion?: string | undefined;
  /** Whether compiled templates travel with the state. */
  readonly bytecode?: boolean;
}

export function openBench({ folder, below, output, companion = COMPANION, bytecode = false, bengal }: Place): Bench {
  const repository = join(folder, 'at-work');
  const site = join(repository, below);
  const lay = (source: string): void => {
    rmSync(repository, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(source, repository, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  };
  return {
    repository,
    site,
    lay,
    restore(saved) {
      lay(saved);
      if (!bytecode) rmSync(join(site, '.bengal', 'cache', 'kida'), { recursive: true, force: true });
    },
    save(to) {
      rmSync(to, { recursive: true, force: true });
      cpSync(repository, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    },
    build: (options) =>
      build(
        { site, output: join(site, output), bengal, companion, bytecode, compiled: join(folder, 'compiled') },
        options,
      ),
  };
}

interface Where {
  readonly site: string;
  readonly output: string;
  readonly bengal: string;
  readonly companion: string;
  readonly bytecode: boolean;
  /** Where Python keeps what it compiled. */
  readonly compiled: string;
}

function build(where: Where, options: BuildOptions): Built {
  const { site, output, bengal, companion, compiled } = where;
  const ours = join(site, '.bengal-cache');
  rmSync(ours, { recursive: true, force: true });
  const variables: Readonly<Record<string, string>> = options.plan === undefined ? {} : writePlan(where, options);
  if (options.plan === undefined) rmSync(output, { recursive: true, force: true });
  // Theme libraries of a site that nothing installs.
  const library = join(site, 'lib');
  // As in a job: Bengal and Python were compiled when they were installed, the companion never was.
  rmSync(join(compiled, companion), { recursive: true, force: true });
  const times = join(site, '..', `.times-${randomBytes(4).toString('hex')}`);
  // The shell's own `time` counts what the process used, not what the machine was busy with meanwhile.
  const script = `TIMEFORMAT='%U %S'; { time "$@" 2>&1; } 2>"$0"`;
  const ended = spawnSync('bash', ['-c', script, times, bengal, 'build', '--no-incremental', ...options.args], {
    cwd: site,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '',
      PYTHONPYCACHEPREFIX: compiled,
      PYTHONHASHSEED: options.hashSeed ?? '0',
      ...options.variables,
      ...variables,
      PYTHONPATH: [variables['PYTHONPATH'] ?? '', ...(existsSync(library) ? [library] : [])]
        .filter(Boolean)
        .join(delimiter),
    },
  });
  const [user = 0, system = 0] = readFileSync(times, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  rmSync(times);
  const journal = join(ours, 'journal.json');
  return {
    cpu: user + system,
    log: ended.stdout,
    status: ended.status ?? -1,
    journal: existsSync(journal) ? (JSON.parse(readFileSync(journal, 'utf8')) as Journal) : undefined,
  };
}

/** What the step before the build does. */
function writePlan(
  { site, output, companion, bytecode }: Where,
  { plan, judge = 'trace' }: BuildOptions,
): Record<string, string> {
  const ours = join(site, '.bengal-cache');
  mkdirSync(ours, { recursive: true });
  const previous = existsSync(output) ? join(ours, 'previous') : null;
  if (previous !== null) renameSync(output, previous);
  const file = join(ours, 'plan.json');
  writeFileSync(
    file,
    JSON.stringify({
      schemaVersion: 1,
      tool: '0.1.0',
      id: randomBytes(8).toString('hex'),
      site,
      output,
      previous,
      journal: join(ours, 'journal.json'),
      mode: plan?.mode ?? 'full',
      trace: true,
      keepAssets: plan?.keepAssets ?? true,
      render: plan?.render ?? [],
      sample: plan?.sample ?? 8,
      sampleSeed: randomBytes(8).toString('hex'),
      verify: plan?.verify ?? 'sample',
      bytecode,
    }),
  );
  const path = judge === 'trace' ? companion : join(companion, 'tests', 'fed');
  return { SITE_CACHE_PLAN: file, PYTHONPATH: path };
}
