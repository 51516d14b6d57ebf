import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, parse, resolve } from 'node:path';
import type { Variables } from '../config/environment.ts';
import { unreachable } from '../core/never.ts';
import { UserError } from '../core/user-error.ts';
import { analyse, loadSiteConfig, type AnalyseOptions } from '../flow/analyse.ts';
import { inspect } from '../flow/inspect.ts';
import { cacheKeys } from '../flow/keys.ts';
import { verificationText, verify } from '../flow/verify.ts';
import { explain, explanationText } from '../flow/why.ts';
import { policyFor } from '../flow/policy.ts';
import { record } from '../flow/record.ts';
import { applyRepair } from '../flow/repair.ts';
import { restoreState, saveState, type TransferOptions } from '../flow/transfer.ts';
import { printable } from '../host/terminal.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import { affectedMermaid } from '../render/mermaid.ts';
import { reportJson } from '../report/report.ts';
import { cacheSentence, reportSummary } from '../report/summary.ts';
import { reportText } from '../report/text.ts';
import { directoryStore } from '../store/directory.ts';
import { askBengal } from './ask-bengal.ts';
import type { CliOptions } from './cli-options.ts';
import { headCommit } from './commit.ts';
import { folderKind } from './site-folder.ts';

/** What a command may touch of the process. */
export interface CliProcess {
  readonly cwd: string;
  readonly variables: Variables;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Runs one command; returns the exit status. Bad input is thrown as `UserError` before anything is written. */
export async function runCommand(options: CliOptions, process: CliProcess): Promise<number> {
  // At a terminal a person may name any folder: there is no workspace to stay in.
  const raw = { ...options.raw, site: resolve(process.cwd, options.raw.site ?? '.') };
  const parsed = parseSiteInputs(raw, { workspace: parse(raw.site).root, folder: folderKind });
  if (!parsed.ok) throw new UserError(parsed.problems.map((problem) => problem.replace(/^Input `/, 'Option `--')));
  const context: Context = { inputs: parsed.value, options, process };
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
  readonly options: CliOptions;
  readonly process: CliProcess;
}

async function reportSite({ inputs, options, process }: Context): Promise<number> {
  const analysis = await analyse(analyseOptions(inputs, process));
  const site = loadSiteConfig(inputs, process.variables);
  const report = options.repair ? applyRepair(analysis.report, inputs.site, site.outputDir) : analysis.report;
  const picture = affectedMermaid(report);
  const files = {
    report: () => reportJson(report),
    summary: () => reportSummary(report, picture),
    picture: () => picture,
  };
  for (const name of ['report', 'summary', 'picture'] as const) {
    const path = options.files[name];
    if (path !== undefined) writeTo(resolve(process.cwd, path), files[name]());
  }
  const verification = options.verify ? verify(report, askBengal(inputs)) : undefined;
  print(printer(options, process), { json: reportJson(report), text: reportText(report) });
  if (verification === undefined) return 0;
  process.stderr.write(verificationText(verification));
  return verification.onlyBengal.length > 0 ? 1 : 0;
}

async function why({ inputs, options, process }: Context): Promise<number> {
  const [subject] = options.operands;
  if (subject === undefined)
    throw new UserError(['Expected a page or a file after why, such as content/about.md or /about/']);
  const analysis = await analyse(analyseOptions(inputs, process));
  const explanation = explain(subject, analysis, analysis.whatIf);
  print(printer(options, process), {
    json: `${JSON.stringify(explanation, null, 2)}\n`,
    text: explanationText(explanation),
  });
  return explanation.kind === 'unknown' ? 1 : 0;
}

function analyseOptions(inputs: SiteInputs, process: CliProcess): AnalyseOptions {
  const policy = policyFor(inputs.gate, process.variables);
  return { inputs, variables: process.variables, policy, repair: true, cache: { kind: 'not-asked' }, warnings: [] };
}

async function recordBuild({ inputs, options, process }: Context): Promise<number> {
  const recorded = await record({
    inputs,
    variables: process.variables,
    commit: headCommit(inputs.site),
    now: new Date().toISOString(),
  });
  const text =
    recorded.kind === 'recorded'
      ? `Recorded ${String(recorded.sources)} sources and ${String(recorded.outputs)} outputs of a ${recorded.build} build in ${recorded.path} (${String(recorded.bytes)} bytes)\n${recorded.editedSince.map((path) => `  edited since the build, so it counts as changed: ${path}\n`).join('')}`
      : `Nothing to record: ${recorded.why}\n`;
  print(printer(options, process), { json: `${JSON.stringify(recorded, null, 2)}\n`, text });
  return recorded.kind === 'recorded' ? 0 : 1;
}

async function save(given: Context): Promise<number> {
  const saved = await saveState(transferOptions(given));
  const text =
    saved.kind === 'saved'
      ? `Saved ${String(saved.files)} files (${String(saved.bytes)} bytes, ${String(saved.archiveBytes)} stored) under ${saved.key}\n`
      : `Not saved under ${saved.key}: ${saved.why}\n`;
  print(printer(given.options, given.process), { json: `${JSON.stringify(saved, null, 2)}\n`, text });
  return 0;
}

async function restore(given: Context): Promise<number> {
  const restored = await restoreState(transferOptions(given));
  const sentence = cacheSentence(restored);
  print(printer(given.options, given.process), {
    json: `${JSON.stringify(restored, null, 2)}\n`,
    text: `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}\n`,
  });
  return 0;
}

async function inspectState({ inputs, options, process }: Context): Promise<number> {
  const inspected = await inspect(inputs, loadSiteConfig(inputs, process.variables), options.operands[0]);
  print(printer(options, process), { json: `${JSON.stringify(inspected.data, null, 2)}\n`, text: inspected.text });
  return inspected.found ? 0 : 1;
}

function transferOptions({ inputs, options, process }: Context): TransferOptions {
  if (options.store === undefined) throw new UserError(['Option --store: expected a folder for the stored states']);
  const site = loadSiteConfig(inputs, process.variables);
  const platform = `${globalThis.process.platform}-${globalThis.process.arch}`;
  const keys = cacheKeys({ prefix: 'bengal-cache', inputs, site, workspace: inputs.site, platform });
  return {
    store: directoryStore({ root: resolve(process.cwd, options.store) }),
    site: inputs.site,
    outputDir: site.outputDir,
    keys,
  };
}

interface Printer {
  readonly json: boolean;
  readonly stdout: CliProcess['stdout'];
}

function printer(options: CliOptions, process: CliProcess): Printer {
  return { json: options.json, stdout: process.stdout };
}

/** The result alone goes to stdout. JSON escapes control characters by itself; text is made printable line by line. */
function print({ json, stdout }: Printer, result: { json: string; text: string }): void {
  stdout.write(json ? result.json : result.text.split('\n').map(printable).join('\n'));
}

function writeTo(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
