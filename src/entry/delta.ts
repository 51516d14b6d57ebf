import { relative, join } from 'node:path';
import { toPosix } from '../core/paths.ts';
import { webAddress } from '../core/web-address.ts';
import { UserError } from '../core/user-error.ts';
import type { BaseSource } from '../delta-job/delta-base.ts';
import { findBuiltBase } from '../transfer/built-base.ts';
import { deltaFiles } from '../delta-job/delta-files.ts';
import { findDelta } from '../delta-job/find-delta.ts';
import { deltaOutputs, tellDelta } from '../delta-job/delta-telling.ts';
import type { Handoff } from '../preparation/handoff.ts';
import { accessFor } from '../flow/run.ts';
import { DEFAULT_DEADLINE_MS } from '../transfer/transfer.ts';
import { actionsHost, readInput } from '../host/actions.ts';
import { parseDeltaInputs, type DeltaInputs } from '../inputs/delta-parse.ts';
import { DELTA_INPUTS, type DeltaInputName } from '../inputs/delta-spec.ts';
import { DELTA_FILE, writeDeltaFolder } from '../output/write-delta.ts';
import { deltaLinks, previewOf } from '../report/delta-links.ts';
import { mayRestore } from '../store/access.ts';
import { findDeltaSite, lookForInput, requireOutput } from './delta-site.ts';
import { tellDeltaOnPage } from './delta-page.ts';
import { noteDeltaTold, readHandoff } from './handoff-file.ts';
import { commentWish } from './prepare-build.ts';
import { parsedInputs as parsedSiteInputs, readCommit, readRunner, type Runner } from './runner.ts';
import { runStep } from './step.ts';

/** The action in `delta/`: after a build, says what readers will see change, and writes files for other tools. */
const host = actionsHost();
// Who cannot tell deploys everything.
const outputs = (): Record<string, string> => ({ 'anything-to-deploy': 'true' });
await runStep({ host, otherwise: 'What readers will see is not known', outputs }, async () => {
  const runner = readRunner();
  const inputs = parsedInputs(runner);
  const before = readHandoff(runner.temp, inputs.site);
  const site = findDeltaSite(inputs.site, { raw: before?.rawInputs ?? {}, variables: runner.variables });
  const output = requireOutput(inputs.output, site);
  const found = await findDelta({ output, base: await baseOf(inputs, runner, before), site });
  const { pullRequest } = runner.github;
  const baseUrl = inputs.baseUrl ?? webAddress(site?.config.baseUrl);
  const told = deltaFiles(found, {
    ...inputs,
    baseUrl,
    preview: previewOf(inputs.previewUrl, pullRequest),
    commit: readCommit(inputs.site),
    event: runner.run.event,
    now: new Date().toISOString(),
  });
  const folder = inputs.filesPath ?? join(runner.temp, 'bengal-cache', 'delta');
  await writeDeltaFolder({ folder, output, ...told });
  for (const warning of told.warnings) host.warning(warning);
  const paths = { filesPath: folder, deltaPath: join(folder, DELTA_FILE) };
  for (const [name, value] of Object.entries(deltaOutputs(found.delta, paths))) host.setOutput(name, value);
  const repositoryFolder = toPosix(relative(runner.workspace, inputs.site));
  const wish = commentWish(inputs, runner, repositoryFolder);
  const links = deltaLinks({ previewUrl: inputs.previewUrl, pullRequest, baseUrl });
  const path = before === undefined ? undefined : parsedSiteInputs(before.rawInputs, runner).htmlPath;
  await tellDeltaOnPage(found.delta, { host, path, links, vanished: inputs.vanished !== 'off' });
  await tellDelta(found.delta, {
    host,
    links,
    vanished: inputs.vanished,
    folder: repositoryFolder,
    about: { isPullRequest: pullRequest !== undefined, pages: before?.totalPages },
    comment: { ...wish, setting: inputs.comment, before: before?.comment ?? '' },
  });
  noteDeltaTold(runner.temp, inputs.site);
});

function parsedInputs({ workspace }: Runner): DeltaInputs {
  const names = (Object.keys(DELTA_INPUTS) as DeltaInputName[]).filter((name) => name !== 'signing-key');
  const raw = Object.fromEntries(names.map((name) => [name, readInput(name)]));
  const parsed = parseDeltaInputs(raw, { workspace, limit: workspace, look: lookForInput, hasStore: true });
  if (!parsed.ok) throw new UserError(parsed.problems);
  return parsed.value;
}

/** Without a base that was given, only what this job restored: what else lies there is nobody's. */
async function baseOf(
  { base, site }: DeltaInputs,
  { store, run }: Runner,
  before: Handoff | undefined,
): Promise<BaseSource> {
  switch (base.kind) {
    case 'folder':
      return { kind: 'folder', folder: base.path, name: base.name };
    case 'file':
      return { kind: 'manifest', file: base.path, name: base.name };
    case 'recorded':
      return before === undefined
        ? { kind: 'none', why: 'this job has restored nothing' }
        : await findBuiltBase({ before, run, store, timeout: DEFAULT_DEADLINE_MS, now: Date.now() });
    case 'key': {
      const { access, needs, why } = accessFor(run, { readOnly: false, save: true });
      if (!mayRestore(access)) return { kind: 'none', why };
      const acceptance = { needs, repository: run.repository, maxAge: undefined, now: Date.now() };
      return { kind: 'store', store, key: base.key, site, acceptance };
    }
  }
}
