/**
 * How long the status of a stage takes that is up to date, against `git status` on the same tree in the same run.
 * `node bench/stages.ts [files] [rounds]`; needs git. The command line is measured from `dist/`, or ACTION_DIST.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStage } from '../src/stages/check.ts';
import { markDone } from '../src/stages/mark-done.ts';
import { defineStage } from '../src/stages/stage-definition.ts';

/** A warm status may take this many times as long as `git status`. */
const MOST_RATIO = 2;
const FILES_PER_FOLDER = 100;

const [files = 10_000, rounds = 15] = process.argv.slice(2).map(Number);
const cli = join(process.env['ACTION_DIST'] ?? join(import.meta.dirname, '../dist'), 'cli.js');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'bengal-cache-bench-')));
const stage = defineStage({ name: 'bench', inputs: ['content/**'], outputs: ['report.txt'] });
const context = { root, variables: {} };

process.on('exit', () => rmSync(root, { recursive: true, force: true }));
makeTree();
const cold = await time(check);
writeFileSync(join(root, 'report.txt'), 'fine');
const recorded = await markDone(await checkStage(stage, context));
if (recorded.kind !== 'recorded') throw new Error(recorded.why);
const reading = await time(check);

const ours: number[] = [];
const gits: number[] = [];
for (let round = 0; round < rounds; round++) {
  // In turns, so that whatever else the machine does slows both.
  gits.push(await time(() => execFileSync('git', ['status', '--porcelain'], { cwd: root })));
  ours.push(await time(check));
}
const { verdict } = await checkStage(stage, context);
if (verdict.kind !== 'skip') throw new Error('the stage is not up to date');
const edited: number[] = [];
for (let round = 0; round < 5; round++) {
  writeFileSync(join(root, 'content/0/0.md'), `edited ${String(round)}`);
  edited.push(await time(check));
}
const ratio = median(ours) / median(gits);
say(`${String(files)} files, medians of ${String(rounds)} rounds`);
say(`git status (process)         ${milliseconds(median(gits))}`);
say(
  `warm status (in a process)   ${milliseconds(median(ours))}  ${ratio.toFixed(2)} x git status, limit ${String(MOST_RATIO)}`,
);
say(`first look, nothing recorded ${milliseconds(cold)}`);
say(`all files read once more     ${milliseconds(reading)}`);
say(`one file edited              ${milliseconds(median(edited))}`);
if (existsSync(cli)) await measureCommandLine();
for (const name of ['stage', 'files', 'input.stat'])
  say(
    `bench.${name.padEnd(10)} ${String(statSync(join(root, '.bengal/stages', `bench.${name}`)).size).padStart(9)} bytes`,
  );
if (ratio > MOST_RATIO) process.exitCode = 1;

async function measureCommandLine(): Promise<void> {
  writeFileSync(
    join(root, 'bengal-cache.stages.yaml'),
    'stages:\n  bench:\n    inputs: content/**\n    outputs: report.txt\n',
  );
  await markDone(await checkStage(stage, context));
  await check();
  const processes: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await time(() => execFileSync(process.execPath, ['--eval', '0'])));
    processes.push(await time(() => execFileSync(process.execPath, [cli, 'stage', 'status'], { cwd: root })));
  }
  const times = median(processes) / median(gits);
  say(
    `warm status (process)        ${milliseconds(median(processes))}  ${times.toFixed(2)} x git status; a bare node ${milliseconds(median(bare)).trim()}`,
  );
}

async function check(): Promise<void> {
  await checkStage(stage, context);
}

function makeTree(): void {
  for (let number = 0; number < files; number++) {
    const folder = join(root, 'content', String(Math.floor(number / FILES_PER_FOLDER)));
    if (number % FILES_PER_FOLDER === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${String(number % FILES_PER_FOLDER)}.md`), `page ${String(number)}\n`.repeat(300));
  }
  writeFileSync(join(root, '.gitignore'), '.bengal/\nreport.txt\nbengal-cache.stages.yaml\n');
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    [...identity, 'commit', '--quiet', '--message', 'bench'],
  ])
    execFileSync('git', args, { cwd: root });
}

async function time(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1).padStart(7)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
