import { mkdtempSync, rmSync, writeFileSync } from '../disk/node.ts';
import { tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { unreachable } from '../core/never.ts';
import { jsonWithoutCommands } from '../core/runner-commands.ts';
import { UserError } from '../core/user-error.ts';
import { expectedModeProblem } from '../preparation/expected-mode.ts';
import { describeGithub } from '../telling/github-run.ts';
import { describeTrouble } from '../telling/trouble.ts';
import { asFullBuild } from '../gate/build-args.ts';
import { composeSummary, type Host, type Progress, type SummaryPart } from '../host/port.ts';
import { progressLine, type ProgressLine } from '../host/progress.ts';
import { printable, terminalHost } from '../host/terminal.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { parseInputs } from '../inputs/parse.ts';
import type { RawInputs } from '../inputs/spec.ts';
import { isFirstRun, NOTHING_CACHED } from '../report/log-lines.ts';
import { verdictSentence } from '../report/words.ts';
import { buildSite, finishBuild, readOrder, withOrderProblems, type FinishedBuild } from './build-site.ts';
import { parseBuildCli, type BuildCliOptions } from './cli-build-options.ts';
import type { CliProcess } from './cli-context.ts';
import { valueOf } from './cli-parse.ts';
import { describeCliRun, openFolder, type CliRun } from './cli-run.ts';
import { readEvent } from './event-payload.ts';
import { asOptions } from './cli-table.ts';
import { exitStatus } from './exit-status.ts';
import { prepareSite, type PreparedBuild } from './prepare-build.ts';
import type { Job } from './runner.ts';
import { folderKind } from './site-folder.ts';

/** `bengal-cache build ...`: returns the exit status. Bad input is thrown as `UserError` before anything is written. */
export async function runBuildCli(args: readonly string[], process: CliProcess): Promise<number> {
  const options = valueOf(parseBuildCli(args));
  // The notes between the parts of the work lie in a folder of this run alone.
  const temp = mkdtempSync(join(tmpdir(), 'bengal-cache-'));
  const line = progressLine({ stream: process.stderr, variables: process.variables });
  const stderr = clearing(process.stderr, line);
  try {
    return await build({ options, process: { ...process, stderr }, temp, progress: line.step });
  } finally {
    line.clear();
    rmSync(temp, { recursive: true, force: true });
  }
}

interface Work {
  readonly options: BuildCliOptions;
  readonly process: CliProcess;
  readonly temp: string;
  readonly progress: Progress;
}

/** Whatever is written takes the line of progress away first. */
function clearing(stream: CliProcess['stderr'], line: ProgressLine): CliProcess['stderr'] {
  return {
    write(text) {
      line.clear();
      return stream.write(text);
    },
  };
}

async function build({ options, process, temp, progress }: Work): Promise<number> {
  const began = performance.now();
  const host = hostOf(options, process);
  const order = readOrder(options.command, rawInputs(options, process), process.cwd);
  const inputs = withOrderProblems(order, 'The command after --', () => parsedInputs(order.raw));
  const cliRun = describeCliRun(process.variables);
  const runner = jobOf({ options, process, cliRun, temp, progress, site: inputs.site });
  const prepared = await prepareOrGiveUp(host, () => prepareSite({ host, runner, raw: order.raw, inputs, began }));
  const unexpected = prepared && expectedModeProblem(prepared.report, prepared.inputs);
  if (unexpected !== undefined) {
    process.stderr.write(`bengal-cache: ${printable(unexpected)}\n`);
    return exitStatus('build', 'unexpected');
  }
  const { report, handoff, variables: planned = new Map<string, string>() } = prepared ?? {};
  const end = await buildSite({
    host,
    words: order.words,
    raw: order.raw,
    site: inputs.site,
    gate: report?.gate ?? { mode: 'full', buildArgs: asFullBuild([]) },
    plan: handoff?.plan,
    planned,
    variables: process.variables,
    output: options.json ? 'to-standard-error' : 'inherited',
  });
  const attended = !cliRun.unattended;
  const finished: FinishedBuild =
    prepared === undefined
      ? { end, delta: undefined, saved: undefined }
      : await finishBuild({ host, runner, inputs: prepared.inputs, before: prepared.handoff, end, attended });
  print({ options, process }, prepared, finished);
  return statusOf(finished);
}

/** The build's own status is passed on: a script has to hear of that, and of nothing around it. */
function statusOf({ end }: FinishedBuild): number {
  switch (end.kind) {
    case 'skipped':
    case 'succeeded':
      return exitStatus('build', end.kind);
    case 'failed':
    case 'cancelled':
    case 'not-started':
      return end.status;
    default:
      return unreachable(end);
  }
}

/** Whatever goes wrong before the build costs a warning and a full build. */
async function prepareOrGiveUp(host: Host, prepare: () => Promise<PreparedBuild>): Promise<PreparedBuild | undefined> {
  try {
    return await prepare();
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    const { sentence, stack } = describeTrouble(thrown);
    host.warning(`Everything is built, and nothing kept: ${sentence}`);
    host.debug(stack);
    return undefined;
  }
}

/** At a terminal a person may name any folder: there is no workspace to stay in. */
function rawInputs({ raw, files: { report, html } }: BuildCliOptions, { cwd }: CliProcess): RawInputs {
  return {
    ...raw,
    site: resolve(cwd, raw.site ?? '.'),
    ...(report === undefined ? {} : { 'report-path': resolve(cwd, report) }),
    ...(html === undefined ? {} : { 'report-html': resolve(cwd, html) }),
    // Pictures and comments are for who looks at a run in a browser.
    graph: 'false',
    comment: 'never',
  };
}

function parsedInputs(raw: RawInputs): Inputs {
  const parsed = parseInputs(raw, { workspace: parse(raw.site ?? '/').root, folder: folderKind });
  if (!parsed.ok) throw new UserError(asOptions(parsed.problems));
  return { ...parsed.value, token: undefined };
}

interface Place extends Work {
  readonly cliRun: CliRun;
  readonly site: string;
}

function jobOf({ options, process: { cwd, variables }, cliRun, temp, progress, site }: Place): Job {
  const github = describeGithub(variables, readEvent(variables));
  return {
    workspace: cwd,
    // As `save` and `restore` have it, so that they find what this stores, and the other way round.
    keyRoot: site,
    temp,
    platform: globalThis.process.platform,
    variables,
    store: options.store === undefined ? undefined : openFolder(resolve(cwd, options.store), cliRun, variables),
    signs: false,
    run: cliRun.run,
    github: { ...github, pullRequest: options.pullRequest ?? github.pullRequest ?? requestOf(cliRun) },
    attempt: String(Date.now()),
    progress,
  };
}

/** The number of a merge request on another system, where that tells it. */
function requestOf({ run: { pipeline } }: CliRun): number | undefined {
  return pipeline?.kind === 'request' && /^\d{1,9}$/.test(pipeline.name ?? '') ? Number(pipeline.name) : undefined;
}

/** A log on standard error. Outputs are for later steps of a job, and small notes stand in the report. */
function hostOf({ files: { summary } }: BuildCliOptions, { stderr, cwd, variables, quiet }: CliProcess): Host {
  const debug = variables['RUNNER_DEBUG'] === '1';
  const host = terminalHost({ stderr, summaryPath: undefined, debug });
  const parts: SummaryPart[] = [];
  return {
    ...host,
    ...(quiet === true ? { info: () => undefined, group: () => undefined } : {}),
    annotate: (note) => {
      if (note.level !== 'notice') host.annotate(note);
    },
    setOutput: () => undefined,
    setVariable: () => undefined,
    writeSummary(part) {
      parts.push(part);
      if (summary !== undefined) writeFileSync(resolve(cwd, summary), composeSummary(parts));
      return Promise.resolve();
    },
  };
}

function print(
  { options, process: { stdout } }: Pick<Place, 'options' | 'process'>,
  prepared: PreparedBuild | undefined,
  { end, delta, saved }: FinishedBuild,
): void {
  const mode = prepared?.report.gate.mode ?? 'full';
  if (options.json) {
    const gate = prepared?.report.gate ?? null;
    const result = { build: end, gate, delta: delta ?? null, saved: saved ?? null };
    stdout.write(jsonWithoutCommands(`${JSON.stringify(result, null, 2)}\n`));
    return;
  }
  const why =
    prepared === undefined
      ? ''
      : `: ${isFirstRun(prepared.report) ? NOTHING_CACHED : verdictSentence(prepared.report)}`;
  const head = end.kind === 'skipped' ? 'Skipped' : end.kind === 'succeeded' ? `Built (${mode})` : 'Not built';
  stdout.write(`${printable('why' in end ? `${head}: ${end.why}` : `${head}${why}`)}\n`);
}
