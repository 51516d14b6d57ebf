/** What runs of the suite measured, kept over many of them: one JSON object a line, later ones count. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { JudgeName } from './bench.ts';
import type { Trial } from './trial.ts';

/** How a run was made. */
export interface Circumstances {
  readonly bengal: string;
  readonly judge: JudgeName;
  readonly hashSeed: string;
  /** Whether compiled templates came along. */
  readonly bytecode: boolean;
  readonly commit: string;
}

export interface Result extends Circumstances, Omit<Trial, 'broken'> {
  /** How many files, or entries of the state, differ from those of a full build, and other things that must not be. */
  readonly wrong: number;
  /** Processes that wanted to run, on average over the last minute. */
  readonly load: number;
}

export function appendResult(file: string, { broken, ...trial }: Trial, made: Circumstances): void {
  const result: Result = { ...made, ...trial, wrong: broken.length, load: Math.round(loadavg()[0] ?? 0) };
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}

/** The last result of each question, in the order in which they were first asked. */
export function readResults(files: readonly string[]): readonly Result[] {
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  const results = lines.map((line) => JSON.parse(line) as Result);
  return [...new Map(results.map((result) => [questionOf(result), result])).values()];
}

function questionOf({ site, name, bengal, judge, hashSeed, bytecode }: Result): string {
  return JSON.stringify([site, name, bengal, judge, hashSeed, bytecode]);
}

export function commitHere(): string {
  const git = (...args: string[]): string =>
    spawnSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).stdout;
  const changed = git('status', '--porcelain', '--', '../../companion').trim() !== '';
  return `${git('rev-parse', '--short=7', 'HEAD').trim()}${changed ? ' with changes' : ''}`;
}
