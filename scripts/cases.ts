/**
 * `npm run cases`: scores the committed command line against recorded builds of real Bengal, where those are at hand.
 * No affected page may be missed and no build skipped that would have changed something; precision is printed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cases = join(root, '..', 'shared', 'cases');

interface Total {
  readonly scenarios: number;
  readonly errors: number;
  readonly recall: number;
  readonly precision: number;
  readonly exact: number;
  readonly unsafeSkips: number;
  readonly skipped: number;
}

function score(name: string, options: readonly string[]): boolean {
  const args = [
    join(cases, 'score.mjs'),
    join(cases, name),
    ...options,
    '--',
    process.execPath,
    join(root, 'dist', 'cli.js'),
  ];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root });
  const last = run.stdout.trimEnd().split('\n').at(-1) ?? '';
  const label = [name, ...options].join(' ');
  if (!last.startsWith('{')) {
    process.stdout.write(`${label}: no score\n${run.stdout}${run.stderr}\n`);
    return false;
  }
  const total = JSON.parse(last) as Total;
  const facts = `${total.scenarios} scenarios, recall ${total.recall.toFixed(3)}, precision ${total.precision.toFixed(3)}, ${total.exact} exact, ${total.skipped} skipped, ${total.unsafeSkips} unsafe skips`;
  process.stdout.write(`${label}: ${facts}\n`);
  if (run.status !== 0) process.stdout.write(run.stdout);
  return run.status === 0;
}

if (!existsSync(join(cases, 'score.mjs'))) {
  process.stdout.write('no recorded cases at hand: left out\n');
} else {
  const runs = ['harbour', 'harbour-head'].flatMap((name) =>
    [[], ['--foreign']].map((options) => score(name, options)),
  );
  process.exitCode = runs.every(Boolean) ? 0 : 1;
}
