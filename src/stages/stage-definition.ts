import { sortedUnique } from '../core/order.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { parseOutputs, parsePatterns, type OutputDeclaration, type PatternSet } from './pattern.ts';
import type { ReportProblem } from './problem.ts';
import { parseTtl } from './ttl.ts';

/** Letters, digits, `.`, `_` and `-`, at most 100 of them, fit for a file name on every system. */
export type StageName = string & { readonly __brand: 'StageName' };

/** What a stage runs: a line for the shell, or a program with its arguments, which no shell touches. */
export type StageCommand =
  | { readonly kind: 'shell'; readonly line: string }
  | { readonly kind: 'program'; readonly argv: readonly [program: string, ...args: string[]] };

/** One idempotent step: what it reads, what it makes, and what else decides its result. Made by `parseStage` alone. */
export interface Stage {
  readonly name: StageName;
  /** Without any, the stage is never skipped. */
  readonly inputs: PatternSet;
  readonly outputs: OutputDeclaration;
  /** Tools and scripts: they count like inputs, and are named as code when they change. */
  readonly code: PatternSet;
  readonly command: StageCommand | undefined;
  /** Names of the variables whose values count, sorted. */
  readonly environment: readonly string[];
  /** Any text; another one is another stage. */
  readonly salt: string;
  /** What tells apart jobs that run the same stage. */
  readonly scope: string;
  /** Seconds for which a success counts; without it, for ever. */
  readonly ttl: number | undefined;
  /** Whether outputs must have the recorded digests, not only be there. */
  readonly verifyOutputs: boolean;
  /** Whether outputs travel in the cache. */
  readonly cacheOutputs: boolean;
  /** Stages that have to be up to date before this one. */
  readonly needs: readonly StageName[];
}

/** A stage as people write it. Patterns are relative to the site, with `/`; one that starts with `!` excludes. */
export interface StageFields {
  readonly name: string;
  readonly inputs?: readonly string[] | undefined;
  /** Patterns, or folders that end with `/` and must exist. */
  readonly outputs?: readonly string[] | undefined;
  readonly code?: readonly string[] | undefined;
  /** A line for the shell, or the program and its arguments. */
  readonly command?: string | readonly string[] | undefined;
  readonly env?: readonly string[] | undefined;
  readonly salt?: string | undefined;
  readonly scope?: string | undefined;
  /** Seconds, or a number with `s`, `m`, `h`, `d` or `w`. */
  readonly ttl?: string | number | undefined;
  readonly verifyOutputs?: boolean | undefined;
  readonly cacheOutputs?: boolean | undefined;
  readonly needs?: readonly string[] | undefined;
}

/** What is wrong with a field, or with the n-th item of its list. */
export interface StageProblem {
  readonly field: keyof StageFields;
  readonly index: number | undefined;
  /** `expected ..., got ...` */
  readonly problem: string;
}

/** Checks a stage. Reports every problem. */
export function parseStage(fields: StageFields): Result<Stage, StageProblem> {
  const problems: StageProblem[] = [];
  const reporter =
    (field: keyof StageFields): ReportProblem =>
    (problem, index) => {
      problems.push({ field, index, problem });
    };
  const stage: Stage = {
    name: parseName(fields.name, reporter('name')),
    inputs: parsePatterns(fields.inputs ?? [], reporter('inputs')),
    outputs: parseOutputs(fields.outputs ?? [], reporter('outputs')),
    code: parsePatterns(fields.code ?? [], reporter('code')),
    command: parseCommand(fields.command, reporter('command')),
    environment: parseVariables(fields.env ?? [], reporter('env')),
    salt: fields.salt ?? '',
    scope: fields.scope ?? '',
    ttl: fields.ttl === undefined ? undefined : parseTtl(fields.ttl, reporter('ttl')),
    verifyOutputs: fields.verifyOutputs ?? false,
    cacheOutputs: fields.cacheOutputs ?? false,
    needs: sortedUnique(fields.needs ?? []).map((name) => parseName(name, reporter('needs'))),
  };
  return problems.length === 0 ? ok(stage) : failed(...problems);
}

/** The same for programs that define stages themselves. Throws a `UserError` with every problem. */
export function defineStage(fields: StageFields): Stage {
  const parsed = parseStage(fields);
  if (!parsed.ok)
    throw new UserError(parsed.problems.map(({ field, problem }) => `Stage field \`${field}\`: ${problem}`));
  return parsed.value;
}

/** Windows opens these as devices, whatever ending they have. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A valid name; anything else is reported, and returned only so that the other fields are checked as well. */
export function parseName(name: string, report: ReportProblem): StageName {
  const shown = JSON.stringify(name);
  if (!/^[A-Za-z0-9._-]{1,100}$/.test(name)) {
    report(`expected a name of at most 100 letters, digits, ., _ and -, got ${shown}`);
  } else if (/^\.|^-/.test(name)) report(`expected a name that starts with a letter, digit or _, got ${shown}`);
  else if (DEVICE_NAME.test(name)) report(`expected a name that is no device of Windows, got ${shown}`);
  return name as StageName;
}

/** @throws UserError for what is no name of a stage. */
export function checkedName(name: string): StageName {
  return parseName(name, (problem) => {
    throw new UserError([`Stage: ${problem}`]);
  });
}

function parseCommand(command: StageFields['command'], report: ReportProblem): StageCommand | undefined {
  if (command === undefined) return undefined;
  if (typeof command === 'string') {
    if (command.trim() === '' || command.includes('\0')) report('expected a command, got nothing');
    return { kind: 'shell', line: command };
  }
  const [program, ...args] = command;
  if (program === undefined || program === '' || command.some((word) => word.includes('\0'))) {
    report(`expected a program and its arguments, got ${JSON.stringify(command)}`);
    return undefined;
  }
  return { kind: 'program', argv: [program, ...args] };
}

function parseVariables(names: readonly string[], report: ReportProblem): string[] {
  for (const [index, name] of names.entries()) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      report(`expected the name of an environment variable, got ${JSON.stringify(name)}`, index);
  }
  return sortedUnique(names);
}
