/**
 * Records what Bengal's own incremental build selects: `node scripts/record-selections.ts`.
 *
 * For each edit of the sites in `test/cases`, upon the state of a full build of the unedited site and on a fresh
 * checkout, what `bengal build --incremental --dry-run --explain-json` prints, as `selection.txt` beside the edit.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SELECTION_ARGS } from '../src/bengal/selection.ts';
import { BENGAL, checkoutAt } from './gate-suite/bengal-site.ts';
import { suiteSites, type Site } from './gate-suite/edits.ts';

const root = join(import.meta.dirname, '..');

for (const site of suiteSites().filter(({ name }) => existsSync(join(root, 'test', 'cases', name)))) recordSite(site);

function recordSite({ name, source, edits }: Site): void {
  // Where the state of the case was built, so that its names are those in the answers.
  const place = `/home/runner/work/${name}/${name}`;
  if (existsSync(place)) throw new Error(`${place} exists already: move it away`);
  const saved = mkdtempSync(join(tmpdir(), 'record-selections-'));
  const checkout = checkoutAt(place);
  try {
    checkout.fresh(source);
    checkout.build(['--no-incremental']);
    checkout.save(saved);
    for (const edit of edits) {
      checkout.fresh(source);
      checkout.restore(saved);
      edit.apply(place);
      const file = join(root, 'test', 'cases', name, 'scenarios', edit.name, 'selection.txt');
      writeFileSync(file, selection(place));
    }
    process.stdout.write(`${name}: ${String(edits.length)} edits\n`);
  } finally {
    rmSync(saved, { recursive: true, force: true });
    rmSync(dirname(place), { recursive: true, force: true });
  }
}

function selection(site: string): string {
  const { status, stdout, stderr } = spawnSync(BENGAL, [...SELECTION_ARGS, '--environment', 'production'], {
    cwd: site,
    encoding: 'utf8',
    env: { ...process.env, PYTHONHASHSEED: '0' },
  });
  if (status !== 0) throw new Error(`bengal ended with ${String(status)}: ${stderr}`);
  return stdout;
}
