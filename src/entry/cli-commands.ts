import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { dirname, parse, resolve } from 'node:path';
import { readHeadCommit } from '../changes/run-git.ts';
import type { Variables } from '../config/environment.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { unreachable } from '../core/never.ts';
import { messageOf } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { jsonWithoutCommands } from '../core/runner-commands.ts';
import { analyse, loadSiteConfig, type AnalyseOptions } from '../flow/analyse.ts';
import { inspect } from '../flow/inspect.ts';
import { cacheKeys } from '../flow/keys.ts';
import { recall } from '../flow/recall.ts';
import { nothingToVerify, verify } from '../flow/verify.ts';
import { explain, explanationText } from '../flow/why.ts';
import { expectedModeProblem } from '../flow/expected-mode.ts';
import { policyFor } from '../flow/policy.ts';
import { lookAtBengal } from '../flow/probe.ts';
import { readSources, record } from '../flow/record.ts';
import { applyRepair } from '../flow/repair.ts';
import { originOf } from '../flow/run.ts';
import { restoreState, saveState, type TransferOptions } from '../flow/transfer.ts';
import { paintLine } from '../host/paint.ts';
import { progressLine, type ProgressLine, type ProgressOptions } from '../host/progress.ts';
import { printable } from '../host/terminal.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import { affectedMermaid } from '../render/mermaid.ts';
import { reportPage } from '../render/report-page.ts';
import { NO_LINKS } from '../report/links.ts';
import { reportJson, type Report } from '../report/report.ts';
import { cacheSentence } from '../report/cache-words.ts';
import { reportSummary } from '../report/summary.ts';
import { reportText } from '../report/text.ts';
import { verificationText } from '../report/verification-text.ts';
import { VERIFICATION_ERRORS } from '../report/verification.ts';
import { mayRestore, maySave } from '../store/access.ts';
import { askBengal, requireBengal } from './ask-bengal.ts';
import { describeCliRun, distrustOf, openFolder, whyUnrecorded, type CliRun } from './cli-run.ts';
import type { CliOptions } from './cli-options.ts';
import { folderKind } from './site-folder.ts';

/** What a command may touch of the process. */
export interface CliProcess {
  readonly cwd: string;
  readonly variables: Variables;
  /** Colours where it is a terminal that shows some; `NO_COLOR` is heard. */
  readonly stdout: { write(text: string): unknown; hasColors?(): boolean };
  /** Says what takes its time, where it is a terminal. */
  readonly stderr: ProgressOptions['stream'];
}

/** Runs one command; returns the exit status. Bad input is thrown as `UserError` before anything is written. */
export async function runCommand(options: CliOptions, process: CliProcess): Promise<number> {
  // At a terminal a person may name any folder: there is no workspace to stay in.
  const raw = { ...options.raw, site: resolve(process.cwd, options.raw.site ?? '.') };
  const parsed = parseSiteInputs(raw, { workspace: parse(raw.site).root, folder: folderKind });
  if (!parsed.ok) throw new UserError(parsed.problems.map((problem) => problem.replace(/^Input `/, 'Option `--')));
  const line = progressLine({ stream: process.stderr, variables: process.variables });
  try {
    return await carryOut(parsed.value, { options, process, line });
  } finally {
    line.clear();
  }
}

async function carryOut(inputs: SiteInputs, given: Pick<Context, 'options' | 'process' | 'line'>): Promise<number> {
  const { options, process, line } = given;
  const { variables, cwd: workspace } = process;
  const cliRun = describeCliRun(variables);
  const asked =
    // What lies there says itself what it is.
    options.command === 'inspect'
      ? { inputs, probe: { kind: 'off' } as const }
      : await lookAtBengal(inputs, { variables, workspace, progress: line.step, reach: cliRun.reach });
  const context: Context = { ...asked, ...given, cliRun };
  switch (options.command) {
    case 'report':
      return reportSite(context);
    case 'why':
      return why(context);
    case 'record':
      return recordBuild(context);
    case 'save':
      return save(context);
    case 'restore':
      return restore(context);
    case 'inspect':
      return inspectState(context);
    default:
      return unreachable(options.command);
  }
}

interface Context {
  readonly inputs: SiteInputs;
  readonly probe: ProbeOutcome;
  readonly options: CliOptions;
  readonly process: CliProcess;
  readonly line: ProgressLine;
  readonly cliRun: CliRun;
}

async function reportSite(context: Context): Promise<number> {
  const { inputs, options, process } = context;
  if (options.verify) requireBengal(process.variables);
  const { report: found, times } = await analyse(await analyseOptions(context));
  const site = loadSiteConfig(inputs, process.variables);
  const repair = (): Report =>
    options.repair ? applyRepair({ report: found, times }, inputs.site, site.outputDir) : found;
  const { report, unanswered = [] } = options.verify
    ? await verified({ ...context, site, found, repair })
    : { report: repair() };
  const picture = affectedMermaid(report);
  const links = { ...NO_LINKS, given: options.raw };
  const files = {
    report: () => reportJson(report),
    summary: () => reportSummary(report, picture, links),
    picture: () => picture,
    html: () => reportPage(report, links),
  };
  for (const name of ['report', 'summary', 'picture', 'html'] as const) {
    const path = options.files[name];
    if (path !== undefined) writeTo(resolve(process.cwd, path), files[name](), name);
  }
  const { verification } = report;
  const text = `${reportText(report, options.raw)}${verification === undefined ? '' : `\n${verificationText(verification)}`}`;
  print(context, { json: reportJson(report), text });
  const unexpected = expectedModeProblem(report, inputs);
  if (unexpected !== undefined) process.stderr.write(`bengal-cache: ${printable(unexpected)}\n`);
  for (const why of unanswered) process.stderr.write(`bengal-cache: Option --verify: ${printable(why)}\n`);
  const isWrong = verification?.pages.some(({ verdict }) => VERIFICATION_ERRORS.has(verdict)) === true;
  return isWrong || unanswered.length > 0 || unexpected !== undefined ? 1 : 0;
}

interface Unverified extends Context {
  readonly site: SiteConfig;
  readonly found: Report;
  /** Prepares the state, if that was asked for, and returns the report as it stands then. */
  readonly repair: () => Report;
}

interface Verified {
  readonly report: Report;
  /** Why Bengal gave no answer. */
  readonly unanswered?: readonly string[];
}

/** What the comparison needs of the state is read first: the repair changes it. */
async function verified({ inputs, process, line, site, found, repair }: Unverified): Promise<Verified> {
  const recollection = await recall(found, { site: inputs.site, config: site });
  const report = repair();
  if (recollection === undefined) return { report: { ...report, verification: nothingToVerify(found) } };
  line.step('Asking Bengal what it would build');
  const answer = await askBengal({ inputs, outputDir: site.outputDir, variables: process.variables });
  if (!answer.ok) return { report, unanswered: answer.problems };
  return { report: { ...report, verification: verify(report, answer.value, recollection) } };
}

async function why(context: Context): Promise<number> {
  const { options } = context;
  const [subject] = options.operands;
  if (subject === undefined)
    throw new UserError(['Expected a page or a file after why, such as content/about.md or /about/']);
  const analysis = await analyse(await analyseOptions(context));
  const explanation = explain(subject, analysis, analysis.whatIf);
  print(context, {
    json: `${JSON.stringify(explanation, null, 2)}\n`,
    text: explanationText(explanation),
  });
  return explanation.kind === 'unknown' ? 1 : 0;
}

async function analyseOptions({ inputs, probe, process, line, cliRun }: Context): Promise<AnalyseOptions> {
  const { variables } = process;
  const distrust = await distrustOf(inputs.site, cliRun);
  const policy = distrust === undefined ? policyFor(inputs.gate, variables) : 'always-full';
  const cache = { kind: 'not-asked' } as const;
  const common = { inputs, probe, variables, cache, repair: true, warnings: [], progress: line.step };
  return { ...common, policy, policyWhy: distrust };
}

async function recordBuild(context: Context): Promise<number> {
  const { inputs, probe, process } = context;
  const recorded = await record({
    inputs,
    probe,
    progress: context.line.step,
    variables: process.variables,
    commit: readHeadCommit(inputs.site, process.variables),
    now: new Date().toISOString(),
    origin: originOf(context.cliRun.run),
  });
  const text =
    recorded.kind === 'recorded'
      ? `Recorded ${String(recorded.sources)} sources and ${String(recorded.outputs)} outputs of a ${recorded.build} build in ${recorded.path} (${String(recorded.bytes)} bytes)\n${recorded.editedSince.map((path) => `  edited since the build, so it counts as changed: ${path}\n`).join('')}`
      : `Nothing to record: ${recorded.why}\n`;
  print(context, { json: `${JSON.stringify(recorded, null, 2)}\n`, text });
  return recorded.kind === 'recorded' ? 0 : 1;
}

async function save(given: Context): Promise<number> {
  const { inputs, cliRun } = given;
  const transfer = transferOptions(given);
  const { key } = transfer.keys;
  const why = maySave(cliRun.access.access) ? await whyUnrecorded(inputs.site) : cliRun.access.why;
  const saved = why === undefined ? await saveState(transfer) : ({ kind: 'not-saved', key, why } as const);
  const text =
    saved.kind === 'saved'
      ? `Saved ${String(saved.files)} files (${String(saved.bytes)} bytes, ${String(saved.archiveBytes)} stored) under ${saved.key}\n`
      : `Not saved under ${saved.key}: ${saved.why}\n`;
  print(given, { json: `${JSON.stringify(saved, null, 2)}\n`, text });
  return 0;
}

async function restore(given: Context): Promise<number> {
  const { access } = given.cliRun;
  const restored = mayRestore(access.access)
    ? await restoreState(transferOptions(given))
    : ({ kind: 'off', why: access.why } as const);
  const sentence = cacheSentence(restored);
  print(given, {
    json: `${JSON.stringify(restored, null, 2)}\n`,
    text: `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}\n`,
  });
  return 0;
}

async function inspectState(context: Context): Promise<number> {
  const { inputs, options, process } = context;
  const inspected = await inspect(inputs, loadSiteConfig(inputs, process.variables), options.operands[0]);
  print(context, { json: `${JSON.stringify(inspected.data, null, 2)}\n`, text: inspected.text });
  return inspected.found ? 0 : 1;
}

function transferOptions({ inputs, options, process, line, cliRun }: Context): TransferOptions {
  if (options.store === undefined) throw new UserError(['Option --store: expected a folder for the stored states']);
  const site = loadSiteConfig(inputs, process.variables);
  const { platform } = globalThis.process;
  line.step('Reading the sources');
  const tree = readSources(inputs, site, process.variables);
  const now = Date.now();
  const keys = cacheKeys({ prefix: 'bengal-cache', inputs, site, workspace: inputs.site, platform, tree, now });
  return {
    store: openFolder(resolve(process.cwd, options.store), cliRun, process.variables),
    site: inputs.site,
    outputDir: site.outputDir,
    keys,
    progress: line.step,
    acceptance: { needs: cliRun.access.needs, repository: cliRun.run.repository, maxAge: undefined, now },
  };
}

/** The result alone goes to stdout. JSON escapes control characters by itself; text is made printable line by line. */
function print({ options, process: { stdout }, line }: Context, result: { json: string; text: string }): void {
  line.clear();
  const lines = result.text.split('\n').map(printable);
  const text = stdout.hasColors?.() === true ? lines.map(paintLine) : lines;
  stdout.write(options.json ? jsonWithoutCommands(result.json) : text.join('\n'));
}

/** `option` names what the user gave, for the error. */
function writeTo(path: string, content: string, option: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (thrown) {
    throw new UserError([`Option --${option}: cannot write ${path}: ${messageOf(thrown)}`]);
  }
}
