/**
 * `npm run equality`: builds with the companion equal full builds, byte for byte after the noise table, and so does what
 * they leave in `.bengal`; with real Bengal, over many sites and edits.
 *
 *   npm run equality -- [--site NAME]... [--edit NAME]... [--short] [--judge trace|truth] [--seed N]...
 *                       [--chain] [--drop N] [--bytecode] [--bengal FILE] [--companion FOLDER] [--keep FOLDER]
 *                       [--results FILE]
 *
 * `--judge truth` renders the pages that a full build changes, whatever the trace says: that tests the machine alone.
 * `--chain` also builds five edits on top of each other. `--drop N` leaves up to N changed pages of each edit out of the
 * list, one at a time, with a sample of all pages, which must find it. `--bytecode` lets compiled templates travel.
 * `--results` appends what was measured to a file, of which `npm run equality:table` makes docs/measured-gate.md. Public sites are looked for in the folder that
 * EQUALITY_SITES names, recorded cases in EQUALITY_CASES.
 *
 * Prints a table. Exits with 1 when something differs, with 2 when called wrongly, with 3 when there is no Bengal.
 */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENGAL } from './gate-suite/bengal-site.ts';
import { versionOf } from './measuring-machine.ts';
import { openBench, type JudgeName } from './equality/bench.ts';
import { allSites, type Site } from './equality/sites.ts';
import { appendResult, commitHere } from './equality/results.ts';
import { SHORT } from './equality/short.ts';
import { buildBase, tryChain, tryDrops, tryEdit, type Base, type Trial } from './equality/trial.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string', multiple: true },
    edit: { type: 'string', multiple: true },
    short: { type: 'boolean', default: false },
    judge: { type: 'string', default: 'trace' },
    seed: { type: 'string', multiple: true, default: ['0'] },
    chain: { type: 'boolean', default: false },
    drop: { type: 'string', default: '0' },
    bytecode: { type: 'boolean', default: false },
    results: { type: 'string' },
    bengal: { type: 'string', default: BENGAL },
    companion: { type: 'string' },
    keep: { type: 'string' },
  },
});
const MOST_LINES = 12;
process.exitCode = main();

function main(): number {
  if (values.judge !== 'trace' && values.judge !== 'truth') return fail('--judge must be trace or truth', 2);
  const sites = selected();
  if (sites.length === 0) return fail('no such site or edit', 2);
  if (!existsSync(values.bengal)) return fail('there is no Bengal here: node scripts/install-bengal.ts gets it', 3);
  const parent = values.keep === undefined ? tmpdir() : resolve(values.keep);
  mkdirSync(parent, { recursive: true });
  const folder = realpathSync(mkdtempSync(join(parent, 'equality-')));
  process.stdout.write(`| site | edit | pages | changed | rendered | kept | assets | full | exact | ratio | |\n`);
  process.stdout.write(`| :-- | :-- | --: | --: | --: | --: | :-- | --: | --: | --: | :-- |\n`);
  try {
    const trials = sites.flatMap((site) => trySite(site, join(folder, site.name), values.judge as JudgeName));
    const broken = trials.filter((trial) => trial.broken.length > 0);
    process.stdout.write(`\n${String(trials.length - broken.length)} passed, ${String(broken.length)} failed\n`);
    return broken.length > 0 ? 1 : 0;
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function selected(): Site[] {
  return allSites()
    .filter(({ name }) => values.site?.includes(name) ?? (!values.short || name in SHORT))
    .map((site) => ({ ...site, edits: site.edits.filter(({ name }) => isSelected(site.name, name)) }))
    .filter(({ edits }) => edits.length > 0);
}

function isSelected(site: string, edit: string): boolean {
  if (values.edit !== undefined) return values.edit.includes(edit);
  return !values.short || (SHORT[site]?.includes(edit) ?? false);
}

function trySite(site: Site, folder: string, judge: JudgeName): Trial[] {
  const source = join(folder, 'source');
  const absent = site.fetch(source);
  if (absent !== undefined) {
    process.stdout.write(`| ${site.name} | skipped: ${absent} | | | | | | | | | |\n`);
    return [];
  }
  const { bengal, companion, bytecode } = values;
  const place = { folder, bengal, companion, bytecode, below: site.below, output: site.output };
  const bench = openBench(place);
  return values.seed.flatMap((hashSeed) => {
    const base = buildBase(site, bench, { folder, source, judge, hashSeed });
    return [...tryEdits(base), ...tryDropped(base), ...tryChained(base)];
  });
}

function tryEdits(base: Base): Trial[] {
  return base.site.edits.map((edit) => show(base, tryEdit(base, edit)));
}

function tryDropped(base: Base): Trial[] {
  const most = Number(values.drop);
  return most === 0
    ? []
    : base.site.edits.flatMap((edit) => tryDrops(base, edit, most).map((trial) => show(base, trial)));
}

function tryChained(base: Base): Trial[] {
  if (!values.chain) return [];
  const edits = base.site.edits.slice(0, 5);
  return [show(base, tryChain(base, edits, `chain: ${edits.map(({ name }) => name).join(', ')}`))];
}

function show({ judge, hashSeed }: Base, trial: Trial): Trial {
  if (values.results !== undefined) {
    const made = { bengal: versionOf(values.bengal), judge, hashSeed, bytecode: values.bytecode, commit: commitHere() };
    appendResult(values.results, trial, made);
  }
  const { site, name, pages, changed, rendered, kept, assets, fullCpu, cpu, broken, notes } = trial;
  const ratio = (cpu / fullCpu).toFixed(2);
  const cells = [site, name, pages, changed, rendered, kept, assets, fullCpu.toFixed(1), cpu.toFixed(1), ratio];
  process.stdout.write(`| ${cells.join(' | ')} | ${broken.length === 0 ? 'equal' : 'BROKEN'} ${notes.join(', ')} |\n`);
  for (const line of broken.slice(0, MOST_LINES)) process.stdout.write(`    BROKEN ${line}\n`);
  if (broken.length > MOST_LINES) process.stdout.write(`    and ${String(broken.length - MOST_LINES)} more\n`);
  return trial;
}

function fail(message: string, status: number): number {
  process.stderr.write(`equality: ${message}\n`);
  return status;
}
