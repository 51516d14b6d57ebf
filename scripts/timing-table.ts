/**
 * `npm run timing`: what a job on a fresh checkout gains from what it restores, measured with real Bengal on the
 * lighthouse and on a site of 500 pages.
 *
 *   npm run timing -- [--site NAME] [--runs N] [--write FILE]
 *
 * Prints a table. A run over both sites keeps it in docs/measured-builds.md, `--write` elsewhere. It runs the built
 * action, of the folder in ACTION_DIST if that is set. With several runs, the median of the seconds and the most
 * differences count. Exits with 1 when ours differs from a full build, with 2 when called wrongly, and with 3 without a Bengal.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENGAL } from './gate-suite/bengal-site.ts';
import { valuesIn } from '../test/support/runner-steps.ts';
import { measuredWith } from './measuring-machine.ts';
import { checkoutAt } from './timing/checkout.ts';
import { TIMED_SITES, type TimedSite } from './timing/edits.ts';
import { openJobs, timedStep, type Jobs } from './timing/jobs.ts';
import { measureEdit, type EditTimes, type TimedBench } from './timing/measure.ts';
import { measuredBuilds, median, timesLine, type SavedState } from './timing/table.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    runs: { type: 'string', default: '1' },
    write: { type: 'string' },
  },
});
const docs = join(import.meta.dirname, '..', 'docs', 'measured-builds.md');
const target = values.write ?? (values.site === undefined ? docs : undefined);
process.exitCode = await main();

async function main(): Promise<number> {
  const runs = Number(values.runs);
  const sites = TIMED_SITES.filter(({ name }) => values.site === undefined || values.site === name);
  if (sites.length === 0) return fail(`no such site: ${values.site ?? ''}`, 2);
  if (!Number.isInteger(runs) || runs < 1) return fail('Option --runs: expected a whole number from 1', 2);
  if (!existsSync(BENGAL)) return fail('there is no Bengal here: node scripts/install-bengal.ts gets it', 3);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'timing-')));
  try {
    const measured: Awaited<ReturnType<typeof measureSite>>[] = [];
    for (const site of sites) measured.push(await measureSite(site, { folder: join(folder, site.name), runs }));
    const table = measuredBuilds(measured, { machine: measuredWith(BENGAL), runs });
    process.stdout.write(`\n${table}`);
    if (target !== undefined) writeFileSync(target, table);
    return measured.flatMap(({ times }) => times).some(({ ways }) => ways.ours.different > 0) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSite(
  site: TimedSite,
  { folder, runs }: { folder: string; runs: number },
): Promise<{ state: SavedState; times: EditTimes[] }> {
  const [workspace, files] = [join(folder, 'checkout'), join(folder, 'runner')];
  mkdirSync(files, { recursive: true });
  await using jobs = await openJobs({ workspace, folder: files });
  const { bench, state } = await prepare(site, { folder, workspace, jobs });
  const times: EditTimes[] = [];
  for (const edit of site.edits) {
    const each: EditTimes[] = [];
    for (let run = 0; run < runs; run++) each.push(await measureEdit(edit, bench));
    times.push(median(each));
    process.stdout.write(`${timesLine(median(each))}\n`);
  }
  return { state, times };
}

/** The first job: it finds nothing, builds the site, records and saves it. */
async function prepare(
  site: TimedSite,
  { folder, workspace, jobs }: { folder: string; workspace: string; jobs: Jobs },
): Promise<{ bench: TimedBench; state: SavedState }> {
  const source = site.source(join(folder, 'source'));
  const checkout = checkoutAt(workspace);
  checkout.fresh(source);
  const job = jobs.begin({});
  const { outputs } = await timedStep(() => job.main());
  const exported = valuesIn(job.environment['GITHUB_ENV']);
  checkout.build((outputs['build-args'] ?? '').split(' '), { ...job.environment, ...exported });
  const savedState = join(folder, 'saved');
  checkout.save('.bengal', savedState);
  const stored = await timedStep(() => job.post());
  const before = checkout.outputs();
  const pages = [...before.keys()].filter((file) => file.endsWith('.html')).length;
  const archiveBytes = jobs.service.entries.reduce((sum, entry) => sum + (entry.sizeBytes ?? 0), 0);
  const state = {
    site: site.name,
    pages,
    stored: stored.seconds,
    bytes: bytesIn(savedState) + bytesIn(join(workspace, 'public')),
    archiveBytes,
  };
  return { bench: { site: site.name, source, checkout, savedState, jobs, before }, state };
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function fail(message: string, status: number): number {
  process.stderr.write(`timing: ${message}\n`);
  return status;
}
