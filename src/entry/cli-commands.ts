import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { dirname, parse, resolve } from 'node:path';
import type { BuildAccount } from '../companion/journal.ts';
import { readHeadCommit } from '../changes/run-git.ts';
import { unreachable } from '../core/never.ts';
import { messageOf } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { analyse, loadSiteConfig, type AnalyseOptions } from '../flow/analyse.ts';
import { clearUp, planBuild } from '../preparation/plan-build.ts';
import { reasonForPlainBuild } from '../flow/prepare.ts';
import { inspect } from '../flow/inspect.ts';
import { explain, explanationText } from '../flow/why.ts';
import { expectedModeProblem } from '../preparation/expected-mode.ts';
import { lookAtBengal } from '../flow/ask-bengal.ts';
import { record } from '../record/record.ts';
import { originOf } from '../flow/run.ts';
import { progressLine } from '../host/progress.ts';
import { printable } from '../host/terminal.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { parseInputs } from '../inputs/parse.ts';
import { affectedMermaid } from '../render/mermaid.ts';
import { reportPage } from '../render/report-page.ts';
import type { FailedPage } from '../manifest/failed-pages.ts';
import { failedPageLines, failedPagesHead } from '../report/failed-page-words.ts';
import { NO_LINKS } from '../report/links.ts';
import { buildSentence, buildWarnings } from '../report/build-words.ts';
import { reportJson, type Report } from '../report/report.ts';
import { reportSummary } from '../report/summary.ts';
import { reportText } from '../report/text.ts';
import { describeCliRun, distrustOf } from './cli-run.ts';
import type { CliOptions } from './cli-options.ts';
import { print, type CliProcess, type Context } from './cli-context.ts';
import { asOptions } from './cli-table.ts';
import { restore, save } from './cli-transfer.ts';
import { exitStatus } from './exit-status.ts';
import { folderKind } from './site-folder.ts';

/** Runs one command; returns the exit status. Bad input is thrown as `UserError` before anything is written. */
export async function runCommand(options: CliOptions, process: CliProcess): Promise<number> {
  // At a terminal a person may name any folder: there is no workspace to stay in.
  const raw = { ...options.raw, site: resolve(process.cwd, options.raw.site ?? '.') };
  const parsed = parseInputs(raw, { workspace: parse(raw.site).root, folder: folderKind });
  if (!parsed.ok) throw new UserError(asOptions(parsed.problems));
  const line = progressLine({ stream: process.stderr, variables: process.variables });
  try {
    return await carryOut(parsed.value, { options, process, line });
  } finally {
    line.clear();
  }
}

async function carryOut(inputs: Inputs, given: Pick<Context, 'options' | 'process' | 'line'>): Promise<number> {
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

async function reportSite(context: Context): Promise<number> {
  const { inputs, options, process } = context;
  const report = options.prepare ? await prepared(context) : (await analyse(await analyseOptions(context))).report;
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
  print(context, { json: reportJson(report), text: reportText(report, options.raw) });
  const unexpected = expectedModeProblem(report, inputs);
  if (unexpected !== undefined) process.stderr.write(`bengal-cache: ${printable(unexpected)}\n`);
  return exitStatus('report', unexpected === undefined ? 'answered' : 'unexpected');
}

/** Looks, and prepares the build that follows; what an earlier preparation left is cleared up first. */
async function prepared(context: Context): Promise<Report> {
  const { inputs, process } = context;
  const left = await clearUp(inputs.site, loadSiteConfig(inputs, process.variables).outputDir);
  const analysis = await analyse({ ...(await analyseOptions(context)), unprepared: reasonForPlainBuild(left) });
  return planBuild(analysis, process.variables).report;
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
  return exitStatus('why', explanation.kind);
}

async function analyseOptions({ inputs, probe, process, line, cliRun }: Context): Promise<AnalyseOptions> {
  const { variables } = process;
  const distrust = await distrustOf(inputs.site, cliRun);
  const policy = distrust === undefined ? inputs.gate : 'always-full';
  const cache = { kind: 'not-asked' } as const;
  const common = { inputs, probe, variables, cache, unprepared: undefined, warnings: [], progress: line.step };
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
      ? `Recorded ${String(recorded.sources)} sources and ${String(recorded.outputs)} outputs of a ${recorded.build} build in ${recorded.path} (${String(recorded.bytes)} bytes)\n${toldOf(recorded.account)}${recorded.editedSince.map((path) => `  edited since the build, so it counts as changed: ${path}\n`).join('')}${failedText(recorded.failedPages)}`
      : `Nothing to record: ${recorded.why}\n`;
  print(context, { json: `${JSON.stringify(recorded, null, 2)}\n`, text });
  return exitStatus('record', recorded.kind);
}

function failedText(pages: readonly FailedPage[]): string {
  if (pages.length === 0) return '';
  return `${[failedPagesHead(pages), ...failedPageLines(pages).map((line) => `  ${line}`)].join('\n')}\n`;
}

function toldOf(account: BuildAccount): string {
  return [buildSentence(account), ...buildWarnings(account)]
    .flatMap((line) => (line === '' ? [] : [`${line}\n`]))
    .join('');
}

async function inspectState(context: Context): Promise<number> {
  const { inputs, options, process } = context;
  const inspected = await inspect(inputs, loadSiteConfig(inputs, process.variables), options.operands[0]);
  print(context, { json: `${JSON.stringify(inspected.data, null, 2)}\n`, text: inspected.text });
  return exitStatus('inspect', inspected.found ? 'found' : 'unknown');
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
