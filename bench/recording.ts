/**
 * What the trace costs: `npm run bench:recording -- [--pairs N] [--pages N] FOLDER...`
 *
 * For each site, full builds with and without the recorder in turn: processor seconds of each, and the median of what
 * the recorder adds. Then the time that verifying every page of a site of N pages takes (2000 unless told, 0: not at all).
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { audit } from '../scripts/audit.ts';
import { openBench, type Bench } from '../scripts/equality/bench.ts';
import { BENGAL } from '../scripts/gate-suite/bengal-site.ts';
import { writeLargeSite } from '../scripts/large-site.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '3' }, pages: { type: 'string', default: '2000' } },
});
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bengal-recording-')));
try {
  for (const site of positionals) measureRecording(resolve(site));
  if (values.pages !== '0') measureVerifying(Number(values.pages));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureRecording(source: string): void {
  // The API documentation of some sites comes from the folder above.
  const repository = dirname(source);
  const name = basename(repository);
  const laid = join(folder, name, 'source');
  cpSync(source, join(laid, 'site'), { recursive: true });
  const bench = openBench({ folder: join(folder, name), bengal: BENGAL, below: 'site', output: 'public' });
  build(bench, laid, true);
  const added: number[] = [];
  for (let pair = 0; pair < Number(values.pairs); pair++) {
    // Each comes first in half of the pairs: machines get slower or faster meanwhile.
    const first = build(bench, laid, pair % 2 === 0);
    const second = build(bench, laid, pair % 2 === 1);
    const [on, off] = pair % 2 === 0 ? [first, second] : [second, first];
    added.push(on / off - 1);
    say(`${name}: ${on.toFixed(1)} s with, ${off.toFixed(1)} s without, ${percent(on / off - 1)}`);
  }
  say(`${name}: median ${percent(median(added))}`);
}

function build(bench: Bench, source: string, recorded: boolean): number {
  bench.lay(source);
  const args = ['--environment', 'production'];
  const { status, cpu, log, journal } = bench.build(recorded ? { args, plan: { mode: 'full' } } : { args });
  if (status !== 0) throw new Error(`Bengal ended with ${String(status)}: ${log.slice(-600)}`);
  if (recorded && journal?.status !== 'finished') throw new Error(`nothing was recorded: ${journal?.why ?? ''}`);
  return cpu;
}

function measureVerifying(pages: number): void {
  const site = join(folder, 'large');
  writeLargeSite(site, pages);
  const { status, stdout, stderr } = audit('cost', ['--site', site]);
  if (status !== 0) throw new Error(stderr.slice(-2000));
  say(`verifying: ${stdout.trim()}`);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function say(line: string): void {
  process.stdout.write(`${line} (load ${loadavg()[0]?.toFixed(1) ?? '?'})\n`);
}
