import { resolve } from 'node:path';
import { didYouMean } from '../core/closest.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import { unreachable } from '../core/never.ts';
import { UserError } from '../core/user-error.ts';
import { jsonWithoutCommands } from '../core/runner-commands.ts';
import { lookThrough } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { readText } from '../disk/read.ts';
import type { StageCache } from '../stage-job/stage-cache.ts';
import { runStages, statusOfStages, type StageEnd } from '../stage-job/stage-run.ts';
import { explanationOf, statusJson, statusText } from '../stage-job/stage-text.ts';
import { printable, printableLines } from '../host/terminal.ts';
import { invalidateStage, placeOf, type StageCheck, type StageContext } from '../stages/check.ts';
import { recordedNames } from '../stages/entry-files.ts';
import { findMistakes } from '../stages/mistakes.ts';
import { stageReport } from '../stages/stage-node.ts';
import { withNeeds } from '../stages/order-by-needs.ts';
import { runCommand, type CommandOutput } from '../stages/run-command.ts';
import { parseStage, type Stage, type StageName } from '../stages/stage-definition.ts';
import { parseStagesFile, type StagesFile } from '../stages/stages-file.ts';
import { mayRestore, maySave } from '../store/access.ts';
import { exitStatus } from './exit-status.ts';
import { describeCliRun, openFolder } from './cli-run.ts';
import { valueOf } from './cli-parse.ts';
import { parseStageCli, withoutFile, type StageCliOptions } from './cli-stage-options.ts';

/** What the command touches of the process. */
export interface StageProcess {
  readonly cwd: string;
  readonly variables: StageContext['variables'];
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly quiet?: boolean;
}

/** `bengal-cache stage ...`: returns the exit status. Bad input is thrown as `UserError` before anything is written. */
export async function runStageCli(args: readonly string[], process: StageProcess): Promise<number> {
  const options = valueOf(parseStageCli(args));
  const work = openWork(options, process);
  switch (options.command) {
    case 'status':
      return await status(work);
    case 'explain':
      return await explain(work);
    case 'invalidate':
      return invalidate(work);
    case 'run':
      return await run(work);
    default:
      return unreachable(options.command);
  }
}

interface Work {
  readonly options: StageCliOptions;
  readonly process: StageProcess;
  readonly root: string;
  readonly context: StageContext;
  /** The chosen stages and what they need, in order. */
  readonly stages: readonly Stage[];
  /** Where a pattern of a stage is written, for messages. */
  readonly place: (stage: string, field: string, pattern: string) => string;
}

function openWork(options: StageCliOptions, process: StageProcess): Work {
  const root = resolve(process.cwd, options.site);
  if (ifPresent(lookThrough(root))?.isDirectory() !== true)
    throw new UserError([`Option --site: expected a folder that exists, got ${JSON.stringify(options.site)}`]);
  const entries = sitePath(options.entries);
  if (entries === undefined)
    throw new UserError([
      `Option --entries-dir: expected a relative path inside the site, got ${JSON.stringify(options.entries)}`,
    ]);
  const { access, unattended } = describeCliRun(process.variables);
  // Where the cache is off, whatever lies in the workspace must not count.
  const distrusted = unattended && !mayRestore(access.access) ? access.why : undefined;
  const context = { root, entries, variables: process.variables, forced: options.force, distrusted };
  return { options, process, root, context, ...chooseStages(options, { root, entries }) };
}

type Choice = Pick<Work, 'stages' | 'place'>;

function chooseStages(options: StageCliOptions, at: { readonly root: string; readonly entries: SitePath }): Choice {
  if (options.fields !== undefined) {
    const parsed = parseStage(options.fields);
    if (!parsed.ok) throw new UserError(parsed.problems.map(({ field, problem }) => `Option --${field}: ${problem}`));
    return { stages: [parsed.value], place: (_, field) => `Option --${field}` };
  }
  // What is to be forgotten need not stand in the file any more.
  if (options.command === 'invalidate') return { stages: [], place: () => options.file };
  const file = readStagesFile(options, at.root);
  const known = file.stages.map(({ name }): string => name);
  const unknown = options.names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UserError(
      unknown.map(
        (name) =>
          `${options.file}: expected one of ${known.join(', ')}, got ${JSON.stringify(name)}${didYouMean(name, known)}`,
      ),
    );
  const stages = options.names.length === 0 ? file.stages : withNeeds(file.stages, options.names);
  return {
    stages: stages.map((stage) => withProgram(stage, options)),
    place: (stage, field, pattern) =>
      `${options.file}:${String(file.lineOf(stage, pattern))}: stage ${stage}: ${field}`,
  };
}

/** `run NAME -- CMD`: the command takes the place of the one in the file. */
function withProgram(stage: Stage, { names, program: [first, ...rest] = [] }: StageCliOptions): Stage {
  if (first === undefined || !names.includes(stage.name)) return stage;
  return { ...stage, command: { kind: 'program', argv: [first, ...rest] } };
}

function readStagesFile({ file, scope }: StageCliOptions, root: string): StagesFile {
  const read = readText(resolve(root, file));
  if (read.kind !== 'present') {
    throw new UserError([read.kind === 'absent' ? withoutFile(file) : `Option --file: ${read.why}`]);
  }
  const text = read.value;
  const parsed = parseStagesFile(text, file, scope);
  if (!parsed.ok) throw new UserError(parsed.problems);
  return parsed.value;
}

async function status(work: Work): Promise<number> {
  const checks = [...(await checksOf(work)).values()];
  print(work, { json: () => statusJson(checks), text: () => statusText(checks) });
  return exitStatus('stage', 'told');
}

async function explain(work: Work): Promise<number> {
  const { options } = work;
  const checks = await checksOf(work);
  const check = checks.get(options.fields?.name ?? options.names[0] ?? '');
  if (check === undefined) throw new UserError(['Expected the name of one stage after explain']);
  print(work, { json: () => statusJson([check]), text: () => explanationOf(check) });
  return exitStatus('stage', 'told');
}

/** All checks by name. A pattern that never matched anything is bad input, unless a stage that would run may make it. */
async function checksOf(work: Work): Promise<ReadonlyMap<string, StageCheck>> {
  const checks = await statusOfStages(work.stages, work.context);
  const problems: string[] = [];
  for (const check of checks.values()) {
    const waits = check.verdict.kind === 'run' && check.verdict.reasons.some(({ kind }) => kind === 'dependency-runs');
    if (!waits) problems.push(...(await mistakeLines(work, check)));
  }
  if (problems.length > 0) throw new UserError(problems);
  return checks;
}

async function mistakeLines({ place }: Work, check: StageCheck): Promise<string[]> {
  const mistakes = await findMistakes(check);
  return mistakes.map(
    ({ field, pattern }) => `${place(check.stage.name, field, pattern)}: nothing matches ${JSON.stringify(pattern)}`,
  );
}

function invalidate(work: Work): number {
  const { options, context } = work;
  const place = placeOf(context);
  const names = options.all
    ? recordedNames(place)
    : options.fields === undefined
      ? options.names
      : [options.fields.name];
  const forgotten = names.map((name) => {
    const parsed = parseStage({ name });
    if (!parsed.ok) throw new UserError(parsed.problems.map(({ problem }) => `Stage: ${problem}`));
    return { name, existed: invalidateStage(parsed.value.name, context) };
  });
  print(work, {
    json: () => `${JSON.stringify({ schemaVersion: 1, invalidated: forgotten }, null, 2)}\n`,
    text: () =>
      forgotten.map(({ name, existed }) => `${name}: ${existed ? 'forgotten' : 'nothing was recorded'}\n`).join(''),
  });
  return exitStatus('stage', 'told');
}

async function run(work: Work): Promise<number> {
  const { options, process, context, stages } = work;
  if (options.program === undefined) {
    const idle = stages.filter(({ command }) => command === undefined);
    if (idle.length > 0)
      throw new UserError(idle.map(({ name }) => `${options.file}: stage ${name}: expected a command to run`));
  }
  await checksOf(work);
  const ends = await runStages({
    stages,
    context,
    cache: cacheOf(options, process),
    jobs: options.jobs,
    start: (stage) =>
      stage.command === undefined
        ? Promise.resolve({ kind: 'not-started', why: 'it has no command' })
        : runCommand({
            command: stage.command,
            folder: work.root,
            variables: process.variables,
            output: outputOf(stage.name, work),
          }),
    tell: (stage, sentence, kind) => {
      if (process.quiet === true && kind !== 'warning') return;
      const mark = kind === 'warning' ? 'warning: ' : '';
      process.stderr.write(`${printable(`bengal-cache: ${mark}${stage.name}: ${sentence}`)}\n`);
    },
  });
  for (const [name, end] of ends) tellMistakes(work, name, end);
  if (options.json) process.stdout.write(runJson(ends));
  return statusOf([...ends.values()], options);
}

function cacheOf({ store }: StageCliOptions, { cwd, variables }: StageProcess): StageCache | undefined {
  if (store === undefined) return undefined;
  const cliRun = describeCliRun(variables);
  const { access, trust, needs } = cliRun.access;
  return {
    store: openFolder(resolve(cwd, store), cliRun, variables),
    prefix: 'bengal-cache',
    mayRestore: mayRestore(access),
    maySave: maySave(access),
    ...{ trust, needs },
  };
}

/** One command at a time may have the terminal for itself; the lines of several get the names of their stages. */
function outputOf(name: StageName, { options, process, stages }: Work): CommandOutput {
  if (stages.length === 1 || options.jobs === 1) return { kind: options.json ? 'to-standard-error' : 'inherited' };
  return {
    kind: 'lines',
    line: (text, from) => {
      process[options.json ? 'stderr' : from].write(`[${name}] ${text}\n`);
    },
  };
}

function tellMistakes({ place, process }: Work, name: string, end: StageEnd): void {
  if (end.kind !== 'unfit') return;
  for (const { field, pattern } of end.mistakes)
    process.stderr.write(printable(`bengal-cache: ${place(name, field, pattern)}: nothing matches ${pattern}`) + '\n');
}

function runJson(ends: ReadonlyMap<string, StageEnd>): string {
  const stages = [...ends].map(([name, end]) => ({
    name,
    end: end.kind,
    ...('ready' in end ? { check: stageReport(end.ready.check) } : {}),
    ...('end' in end ? { command: end.end } : {}),
    ...(end.kind === 'succeeded' ? { recorded: end.finished.recorded.kind === 'recorded' } : {}),
    ...(end.kind === 'held-back' ? { by: end.by } : {}),
    ...(end.kind === 'unfit' ? { mistakes: end.mistakes } : {}),
  }));
  return `${JSON.stringify({ schemaVersion: 1, stages }, null, 2)}\n`;
}

/** Of `run -- CMD` that of the command, as a shell tells it; else whether everything ended well. */
function statusOf(ends: readonly StageEnd[], { program }: StageCliOptions): number {
  const worst = ends.find(({ kind }) => exitStatus('stage', kind) !== 0);
  if (worst === undefined) return exitStatus('stage', 'succeeded');
  return program !== undefined && worst.kind === 'failed' && worst.end.kind === 'failed'
    ? worst.end.status
    : exitStatus('stage', worst.kind);
}

interface Result {
  readonly json: () => string;
  readonly text: () => string;
}

/** JSON escapes control characters by itself; text is made printable line by line. */
function print({ options, process }: Work, { json, text }: Result): void {
  process.stdout.write(options.json ? jsonWithoutCommands(json()) : printableLines(text()));
}
