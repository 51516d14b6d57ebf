/**
 * `npm run gate:suite`: for each of many edits, does what the gate says with real Bengal, under `strict` and under
 * `preview`, and compares the output with a full build of the same tree.
 *
 *   npm run gate:suite -- [--site NAME] [--edit NAME]... [--write FILE] [--cli FILE]
 *
 * Prints a table. The whole suite keeps it in docs/measured-gate.md, `--write` elsewhere; `--cli` drives another command
 * line than this tree's. Exits with 1 when a page is stale, or strict differs from a full
 * build, with 2 when called wrongly, and with 3 when there is no Bengal.
 */
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENGAL } from './gate-suite/bengal-site.ts';
import { suiteSites, type Site } from './gate-suite/edits.ts';
import { lineOf, measuredGate } from './gate-suite/table.ts';
import { brokenLaws, prepareBench, tryEdit, type Trial } from './gate-suite/trial.ts';
import { measuredWith } from './measuring-machine.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    edit: { type: 'string', multiple: true },
    write: { type: 'string' },
    cli: { type: 'string' },
  },
});
const isWhole = values.site === undefined && values.edit === undefined;
const target = values.write ?? (isWhole ? join(import.meta.dirname, '..', 'docs', 'measured-gate.md') : undefined);
process.exitCode = main();

function main(): number {
  const sites = suiteSites()
    .filter(({ name }) => values.site === undefined || values.site === name)
    .map((site) => ({ ...site, edits: site.edits.filter(({ name }) => values.edit?.includes(name) ?? true) }))
    .filter(({ edits }) => edits.length > 0);
  if (sites.length === 0) return fail('no such edit', 2);
  if (!existsSync(BENGAL)) return fail('there is no Bengal here: node scripts/install-bengal.ts gets it', 3);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gate-suite-')));
  try {
    const place = { folder, ...(values.cli === undefined ? {} : { cli: resolve(values.cli) }) };
    const trials: Trial[] = [];
    let table = '';
    for (const site of sites) {
      trials.push(...trySite(site, place));
      table = measuredGate(trials, measuredWith(BENGAL));
      // After each site: the whole suite takes half an hour.
      if (target !== undefined) writeFileSync(target, table);
    }
    process.stdout.write(`\n${table}`);
    return trials.flatMap(brokenLaws).length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function trySite(site: Site, place: { folder: string; cli?: string }): Trial[] {
  const bench = prepareBench(site, place);
  return site.edits.map((edit) => {
    const trial = tryEdit(edit, bench);
    process.stdout.write(
      `${lineOf(trial)}\n${brokenLaws(trial)
        .map((law) => `    BROKEN ${law}\n`)
        .join('')}`,
    );
    return trial;
  });
}

function fail(message: string, status: number): number {
  process.stderr.write(`gate:suite: ${message}\n`);
  return status;
}
