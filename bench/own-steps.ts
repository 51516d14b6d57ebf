/**
 * `npm run bench:steps`: what our main and post steps cost beside the build that they serve: processor seconds of each,
 * with every process that it starts, against those of a full build by the same Bengal in the same run.
 *
 *   npm run bench:steps -- [--site NAME | --folder SITE] [--runs N] [--inputs JSON] [--profile FOLDER]
 *
 * The steps are the committed ones, run as a runner does, with a cache service on loopback. Each run edits one page.
 * `--inputs` are inputs of the action, such as '{"probe": "false"}'. `--profile` keeps a processor profile of every Node process; what they cost then is not what they cost without.
 */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkoutAt } from '../scripts/timing/checkout.ts';
import { TIMED_SITES } from '../scripts/timing/edits.ts';
import { openJobs, timedStep } from '../scripts/timing/jobs.ts';
import { filesBelow } from '../src/output/plain-files.ts';
import type { StepResult } from '../test/support/runner-steps.ts';
import { valuesIn } from '../test/support/runner-steps.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'lighthouse' },
    folder: { type: 'string' },
    runs: { type: 'string', default: '5' },
    inputs: { type: 'string', default: '{}' },
    profile: { type: 'string' },
  },
});

const work = realpathSync(mkdtempSync(join(tmpdir(), 'own-steps-')));
const times = join(work, 'times');
const workspace = join(work, 'checkout');
const checkout = checkoutAt(workspace);
const source = join(work, 'source');
cpSync(sourceFolder(), source, { recursive: true });
const runner = join(work, 'runner');
mkdirSync(runner);
const script = `TIMEFORMAT='%U %S'; { time "$@"; } 2>"$0"`;
// Bengal's own messages go to standard error as well, so the shell writes its line last.
const profiled =
  values.profile === undefined ? [] : ['env', `NODE_OPTIONS=--cpu-prof --cpu-prof-dir=${resolve(values.profile)}`];
// As in a job: Bengal and Python were compiled when they were installed.
const compiled = { PYTHONPYCACHEPREFIX: join(work, 'compiled'), PYTHONDONTWRITEBYTECODE: '' };
const through = ['bash', '-c', script, times, ...profiled];
const jobs = await openJobs({ workspace, folder: runner, through, variables: compiled });
const figures: Record<'main' | 'build' | 'post' | 'full', number[]> = { main: [], build: [], post: [], full: [] };
try {
  for (let run = 0; run <= Number(values.runs); run++) {
    checkout.fresh(source);
    if (run > 0) appendFileSync(join(workspace, editedPage()), `\nA sentence of run ${String(run)}.\n`);
    const job = jobs.begin(JSON.parse(values.inputs) as Record<string, string>);
    const main = await step(() => job.main());
    const args = (main.result.outputs['build-args'] ?? '').split(' ');
    const exported = valuesIn(job.environment['GITHUB_ENV']);
    const built = checkout.build(args, { ...job.environment, ...exported, ...compiled });
    const post = await step(() => job.post());
    if (run === 0) {
      figures.full.push(built.cpu);
      continue;
    }
    figures.main.push(main.cpu);
    figures.build.push(built.cpu);
    figures.post.push(post.cpu);
    // A peer in the same run, in turn.
    checkout.fresh(source);
    figures.full.push(checkout.build(['--no-incremental'], jobs.begin({}).environment).cpu);
  }
} finally {
  await jobs[Symbol.asyncDispose]();
  rmSync(work, { recursive: true, force: true });
}
const full = median(figures.full.slice(1));
for (const [name, all] of Object.entries(figures)) {
  const [low, middle, high] = [Math.min(...all), median(all), Math.max(...all)];
  const spread = `${low.toFixed(2)} to ${high.toFixed(2)}`;
  console.log(
    `${name.padEnd(5)} ${middle.toFixed(2)} s of CPU (${spread}), ${(middle / full).toFixed(3)} of a full build`,
  );
}
console.log(
  `main and post together: ${((median(figures.main) + median(figures.post)) / full).toFixed(3)} of a full build`,
);

function sourceFolder(): string {
  if (values.folder !== undefined) return resolve(values.folder);
  const site = TIMED_SITES.find(({ name }) => name === values.site);
  if (site === undefined) throw new Error(`no such site: ${values.site}`);
  const folder = join(work, 'written');
  mkdirSync(folder);
  return site.source(folder);
}

function editedPage(): string {
  const pages = filesBelow(join(workspace, 'content')).files.filter(
    (path) => path.endsWith('.md') && !path.includes('_index'),
  );
  const [first] = pages.toSorted();
  if (first === undefined) throw new Error('the site has no page');
  return join('content', first);
}

async function step(run: () => Promise<StepResult>): Promise<{ readonly cpu: number; readonly result: StepResult }> {
  const result = await timedStep(run);
  const [user = 0, system = 0] = readFileSync(times, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { cpu: user + system, result };
}

function median(all: readonly number[]): number {
  return all.toSorted((left, right) => left - right)[Math.floor(all.length / 2)] ?? Number.NaN;
}
