import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { dirname, join, relative } from 'node:path';
import { toPosix } from '../core/paths.ts';
import { loadSiteConfig } from '../flow/analyse.ts';
import type { CommentWish } from '../telling/request-comment.ts';
import type { Handoff } from '../preparation/handoff.ts';
import { requireExpectedMode } from '../preparation/expected-mode.ts';
import { prepare, type Prepared } from '../flow/prepare.ts';
import { lookAtBengal } from '../flow/ask-bengal.ts';
import { fallbackReport } from '../flow/fallback.ts';
import { reportOutputs } from '../telling/action-outputs.ts';
import { publish } from '../telling/publish.ts';
import { accessFor } from '../flow/run.ts';
import { telling } from '../telling/telling.ts';
import { githubPullRequest } from '../host/github-pull-request.ts';
import type { Host } from '../host/port.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RawInputs } from '../inputs/spec.ts';
import { runSvg } from '../render/run-svg.ts';
import { awaitedDeltaSection } from '../render/delta-section.ts';
import { reportPage } from '../render/report-page.ts';
import { commentBody } from '../report/comment.ts';
import { previewOf } from '../report/delta-links.ts';
import { reportLinks, type ReportLinks } from '../report/links.ts';
import { reportJson } from '../report/report.ts';
import { probeReach } from '../store/access.ts';
import { writeHandoff } from './handoff-file.ts';
import { parsedInputs, readRawInputs, readRunner, type Job } from './runner.ts';
import type { Rescue } from './step.ts';

/** What both actions do that stand before the build: later steps of the job find what they need in its environment. */
export async function prepareBuild(host: Host): Promise<PreparedBuild> {
  const began = performance.now();
  const runner = readRunner();
  const raw = readRawInputs();
  const prepared = await prepareSite({ host, runner, raw, inputs: parsedInputs(raw, runner), began });
  for (const [name, value] of prepared.variables) host.setVariable(name, value);
  requireExpectedMode(prepared.report, prepared.inputs);
  return prepared;
}

export interface PreparedBuild extends Pick<Prepared, 'report' | 'variables'> {
  /** With what the job's own Bengal told. */
  readonly inputs: Inputs;
  readonly handoff: Handoff;
}

export interface SiteToPrepare {
  readonly host: Host;
  readonly runner: Job;
  readonly raw: RawInputs;
  readonly inputs: Inputs;
  /** When the step began, on the clock of `performance.now`. */
  readonly began: number;
}

/** Restores, looks, decides, prepares and tells. What the build needs in its environment is up to the caller. */
export async function prepareSite({ host, runner, raw, inputs: given, began }: SiteToPrepare): Promise<PreparedBuild> {
  const reach = probeReach(accessFor(runner.run, given));
  const { inputs, probe } = await lookAtBengal(given, { ...runner, reach });
  const elapsed = (): number => performance.now() - began;
  const prepared = await prepare({ ...runner, inputs, raw, probe, now: Date.now(), elapsed });
  const reportPath = inputs.reportPath ?? join(runner.temp, 'bengal-cache', 'report.json');
  const { links, folder } = describeLinks(inputs, runner);
  const written = { report: false };
  await telling(host, 'The report could not be written', () => {
    writeTo(reportPath, reportJson(prepared.report));
    written.report = true;
  });
  await telling(host, 'The page of the report could not be written', () => {
    // Without anything restored there is nothing to compare with.
    const after = inputs.delta && prepared.handoff.matchedKey !== undefined ? awaitedDeltaSection() : '';
    if (inputs.htmlPath !== undefined) writeTo(inputs.htmlPath, reportPage(prepared.report, links, after));
  });
  const comment = { setting: inputs.comment, ...commentWish(inputs, runner, folder), links };
  const graphPath = inputs.graph ? await writePicture(prepared, { host, reportPath }) : undefined;
  const told = { host, reportPath: written.report ? reportPath : '', graphPath, links, folder, comment };
  await publish(prepared, told);
  let { handoff } = prepared;
  await telling(host, 'The note for later steps could not be written', () => {
    handoff = { ...handoff, comment: commentBody(prepared.report, comment) };
    // For an action between here and the step after the build.
    writeHandoff(runner.temp, handoff);
  });
  const { report, variables } = prepared;
  return { inputs, report, variables, handoff };
}

/** Where names in the report lead, and where the site lies in the repository. */
function describeLinks(inputs: Inputs, { workspace, github, variables }: Job): { links: ReportLinks; folder: string } {
  const folder = toPosix(relative(workspace, inputs.site));
  const baseUrl = baseUrlOf(inputs, variables);
  const { environment = '', profile = '', configFile: config = '', buildFlags } = inputs;
  const given = { site: folder, environment, profile, config, 'build-flags': buildFlags.join(' ') };
  const preview = previewOf(inputs.previewUrl, github.pullRequest);
  const isPullRequest = github.pullRequest !== undefined;
  return { folder, links: { ...reportLinks({ ...github, folder, baseUrl, preview }), given, isPullRequest } };
}

/** Where the configuration cannot be looked at, names lead nowhere. */
function baseUrlOf(inputs: Inputs, variables: Job['variables']): string | undefined {
  try {
    return loadSiteConfig(inputs, variables).baseUrl;
  } catch {
    // What is wrong with it has been told by now.
    return undefined;
  }
}

/** One comment for each site and job of a pull request; none where there is nobody to ask. */
export function commentWish(
  { token }: Pick<Inputs, 'token'>,
  { github }: Job,
  folder: string,
): Omit<CommentWish, 'setting' | 'links'> {
  const [owner, repository] = (github.repository ?? '').split('/');
  const { pullRequest: number, apiUrl, runUrl } = github;
  const known = token !== undefined && number !== undefined && owner !== undefined && repository !== undefined;
  return {
    name: `${github.job ?? ''} ${folder}`,
    runUrl,
    pullRequest: known ? githubPullRequest({ owner, repository, number, token, apiUrl }) : undefined,
  };
}

interface PicturePlace {
  readonly host: Host;
  readonly reportPath: string;
}

/** Draws what changed and what that affects beside the report. Trouble is a warning: nobody's build depends on it. */
async function writePicture({ report }: Prepared, { host, reportPath }: PicturePlace): Promise<string | undefined> {
  const path = `${reportPath.replace(/\.json$/, '')}.svg`;
  let written: string | undefined;
  await telling(host, 'The picture of the run could not be written', () => {
    writeTo(path, runSvg(report));
    written = path;
  });
  return written;
}

function writeTo(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** What later steps go by where the step itself came to no end. */
export function buildEverything(host: Host): Rescue {
  return {
    host,
    otherwise: 'Everything is built',
    outputs: (sentence) =>
      reportOutputs(fallbackReport({ sentence }, { cache: { kind: 'not-asked' } }), NOTHING_WRITTEN),
  };
}

const NOTHING_WRITTEN = { primaryKey: '', reportPath: '' };
