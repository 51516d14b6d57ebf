/**
 * `npm run cases [-- FOLDER]`: scores the committed command line against recorded builds of real Bengal, where those are
 * at hand. No affected page may be missed and no build skipped that would have changed something; precision is printed.
 *
 * The base of a case is built anew with our companion, where its Bengal is here (scripts/install-bengal.ts), so that it
 * has what a user's state has; elsewhere the state is scored as it was recorded. The truth of its edits stays.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { stateOfCase } from './recording/cached-base.ts';
import { takePlace } from './recording/place.ts';

const root = join(import.meta.dirname, '..');
const cases = resolve(process.argv[2] ?? join(root, '..', 'shared', 'cases'));

interface Total {
  readonly scenarios: number;
  readonly errors: number;
  readonly recall: number;
  readonly precision: number;
  readonly exact: number;
  readonly unsafeSkips: number;
  readonly skipped: number;
}

interface Scored {
  readonly label: string;
  /** Folder of the case. */
  readonly folder: string;
}

function score({ label, folder }: Scored): boolean {
  const args = [join(cases, 'score.mjs'), folder, '--', process.execPath, join(root, 'dist', 'cli.js')];
  const { built_at: at } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as { built_at: string };
  // Held while the scorer lays its sites there.
  using place = takePlace(basename(at));
  if (place.at !== at) throw new Error(`${folder}/case.json: built_at is no place of a job: ${at}`);
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root });
  const last = run.stdout.trimEnd().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) {
    process.stdout.write(`${label}: no score\n${run.stdout}${run.stderr}\n`);
    return false;
  }
  const total = JSON.parse(last) as Total;
  const facts = `${String(total.scenarios)} scenarios, recall ${total.recall.toFixed(3)}, precision ${total.precision.toFixed(3)}, ${String(total.exact)} exact, ${String(total.skipped)} skipped, ${String(total.unsafeSkips)} unsafe skips`;
  process.stdout.write(`${label}: ${facts}\n`);
  if (run.status !== 0) process.stdout.write(run.stdout);
  return run.status === 0;
}

async function scoreCase(name: string): Promise<boolean> {
  const recorded = join(cases, name);
  const state = await stateOfCase(recorded);
  const work = mkdtempSync(join(tmpdir(), 'cases-'));
  try {
    const folder = join(work, name);
    cpSync(recorded, folder, { recursive: true });
    cpSync(state.file, join(folder, 'state.tar.zst'));
    const label = state.from === 'built' ? `${name}, built with the companion` : name;
    return score({ label, folder });
  } finally {
    rmSync(work, { recursive: true });
  }
}

if (!existsSync(join(cases, 'score.mjs'))) {
  process.stdout.write('no recorded cases at hand: left out\n');
} else {
  const scored: boolean[] = [];
  for (const name of ['harbour', 'harbour-head']) scored.push(await scoreCase(name));
  process.exitCode = scored.every(Boolean) ? 0 : 1;
}
