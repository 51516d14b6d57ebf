/**
 * `npm run timing`: what a job on a fresh checkout gains from what it restores, measured with real Bengal on the
 * lighthouse and on a site of 500 pages.
 *
 *   npm run timing -- [--site NAME] [--runs N] [--write FILE] [--cli FILE]
 *
 * Prints a table. A run over both sites keeps it in docs/measured-builds.md, `--write` elsewhere; `--cli` drives another
 * command line than this tree's. With several runs, the median of the seconds and the most stale
 * pages count. Exits with 1 when ours left a page stale, with 2 when called wrongly, and with 3 without a Bengal.
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
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENGAL, checkoutAt } from './gate-suite/bengal-site.ts';
import { measuredWith } from './measuring-machine.ts';
import { TIMED_SITES, type TimedSite } from './timing/edits.ts';
import { measureEdit, type EditTimes, type TimedBench } from './timing/measure.ts';
import { measuredBuilds, median, timesLine, type SavedState } from './timing/table.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    runs: { type: 'string', default: '1' },
    write: { type: 'string' },
    cli: { type: 'string' },
  },
});
const docs = join(import.meta.dirname, '..', 'docs', 'measured-builds.md');
const target = values.write ?? (values.site === undefined ? docs : undefined);
process.exitCode = main();

function main(): number {
  const runs = Number(values.runs);
  const sites = TIMED_SITES.filter(({ name }) => values.site === undefined || values.site === name);
  if (sites.length === 0) return fail(`no such site: ${values.site ?? ''}`, 2);
  if (!Number.isInteger(runs) || runs < 1) return fail('Option --runs: expected a whole number from 1', 2);
  if (!existsSync(BENGAL)) return fail('there is no Bengal here: node scripts/install-bengal.ts gets it', 3);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'timing-')));
  try {
    const measured = sites.map((site) => measureSite(site, { folder: join(folder, site.name), runs }));
    const table = measuredBuilds(measured, { machine: measuredWith(BENGAL), runs });
    process.stdout.write(`\n${table}`);
    if (target !== undefined) writeFileSync(target, table);
    const stale = measured.flatMap(({ times }) => times).some(({ ways }) => ways.preview.stale + ways.strict.stale > 0);
    return stale ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureSite(
  site: TimedSite,
  { folder, runs }: { folder: string; runs: number },
): { state: SavedState; times: EditTimes[] } {
  mkdirSync(folder, { recursive: true });
  const { bench, state } = prepare(site, folder);
  const times = site.edits.map((edit) => {
    const each = median(Array.from({ length: runs }, () => measureEdit(edit, bench)));
    process.stdout.write(`${timesLine(each)}\n`);
    return each;
  });
  return { state, times };
}

/** Builds the site, records it, and saves it both ways. */
function prepare(site: TimedSite, folder: string): { bench: TimedBench; state: SavedState } {
  const source = site.source(join(folder, 'source'));
  const checkout = checkoutAt(join(folder, 'checkout'), values.cli === undefined ? undefined : resolve(values.cli));
  const [saved, store] = [join(folder, 'saved'), join(folder, 'store')];
  checkout.fresh(source);
  checkout.build(['--no-incremental']);
  const recorded = checkout.cli(['record']).seconds;
  checkout.save(saved);
  const stored = checkout.cli(['save', '--store', store]).seconds;
  const before = checkout.outputs();
  const pages = [...before.keys()].filter((file) => file.endsWith('.html')).length;
  const state = { site: site.name, pages, recorded, stored, bytes: bytesIn(saved), archiveBytes: bytesIn(store) };
  return { bench: { site: site.name, source, checkout, saved, store, before }, state };
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
