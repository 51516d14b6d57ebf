import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { dirname, resolve } from 'node:path';
import { readHeadCommit } from '../changes/run-git.ts';
import { jsonWithoutCommands } from '../core/runner-commands.ts';
import { messageOf } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { webAddress } from '../core/web-address.ts';
import type { BaseSource } from '../delta-job/delta-base.ts';
import { deltaFiles } from '../delta-job/delta-files.ts';
import { findDelta, type FoundDelta } from '../delta-job/find-delta.ts';
import { paintLine } from '../host/paint.ts';
import { withProgress } from '../host/progress.ts';
import { printable } from '../host/terminal.ts';
import { parseDeltaInputs, type DeltaInputs } from '../inputs/delta-parse.ts';
import { writeDeltaFolder } from '../output/write-delta.ts';
import { deltaLinks, previewOf } from '../report/delta-links.ts';
import { deltaMarkdown } from '../report/delta-markdown.ts';
import { deltaText } from '../report/delta-text.ts';
import type { CliProcess } from './cli-context.ts';
import { parseDeltaCli, type DeltaCliOptions } from './cli-delta-options.ts';
import { valueOf } from './cli-parse.ts';
import { describeCliRun, openFolder } from './cli-run.ts';
import { findDeltaSite, lookForInput, requireOutput } from './delta-site.ts';
import { asOptions } from './cli-table.ts';
import { exitStatus } from './exit-status.ts';

/** `bengal-cache delta ...`: returns the exit status. Bad input is thrown as `UserError` before anything is written. */
export async function runDeltaCli(args: readonly string[], process: CliProcess): Promise<number> {
  const options = valueOf(parseDeltaCli(args));
  const inputs = readInputs(options, process);
  const site = findDeltaSite(inputs.site, { raw: options.rawSite, variables: process.variables });
  const output = requireOutput(inputs.output, site);
  const base = baseOf(inputs, options, process);
  const found = await withProgress({ stream: process.stderr, variables: process.variables }, (step) => {
    step('Comparing the outputs');
    return findDelta({ output, base, site });
  });
  const baseUrl = inputs.baseUrl ?? webAddress(site?.config.baseUrl);
  await writeFiles(found, { inputs, options, process, output, baseUrl });
  const { delta } = found;
  const text = deltaText(delta).split('\n').map(printable);
  const lines = process.stdout.hasColors?.() === true ? text.map(paintLine) : text;
  process.stdout.write(options.json ? jsonWithoutCommands(`${JSON.stringify(delta, null, 2)}\n`) : lines.join('\n'));
  const isWrong = inputs.vanished === 'error' && delta.vanished.some(({ generated }) => !generated);
  return exitStatus('delta', isWrong ? 'vanished' : 'answered');
}

function readInputs({ raw, store }: DeltaCliOptions, { cwd }: CliProcess): DeltaInputs {
  // At a terminal a person may name any folder: there is no workspace to stay in.
  const context = { workspace: cwd, limit: undefined, look: lookForInput, hasStore: store !== undefined };
  const inputs = parseDeltaInputs(raw, context);
  if (!inputs.ok) throw new UserError(asOptions(inputs.problems));
  return inputs.value;
}

function baseOf({ base, site }: DeltaInputs, { store }: DeltaCliOptions, { cwd, variables }: CliProcess): BaseSource {
  switch (base.kind) {
    case 'folder':
      return { kind: 'folder', folder: base.path, name: base.name };
    case 'file':
      return { kind: 'manifest', file: base.path, name: base.name };
    case 'recorded':
      return { kind: 'recorded', site };
    case 'key': {
      const cliRun = describeCliRun(variables);
      const opened = openFolder(resolve(cwd, store ?? '.'), cliRun, variables);
      const { needs } = cliRun.access;
      const acceptance = { needs, repository: cliRun.run.repository, maxAge: undefined, now: Date.now() };
      return { kind: 'store', store: opened, key: base.key, site, acceptance };
    }
  }
}

interface Writing {
  readonly inputs: DeltaInputs;
  readonly options: DeltaCliOptions;
  readonly process: CliProcess;
  readonly output: string;
  readonly baseUrl: string | undefined;
}

async function writeFiles(found: FoundDelta, { inputs, options, process, output, baseUrl }: Writing): Promise<void> {
  const { previewUrl, filesPath, vanished } = inputs;
  const { pullRequest, summary } = options;
  try {
    if (summary !== undefined) {
      const links = deltaLinks({ previewUrl, pullRequest, baseUrl });
      const about = { isPullRequest: pullRequest !== undefined, pages: undefined };
      const path = resolve(process.cwd, summary);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(
        path,
        deltaMarkdown(found.delta, { links, about, vanished: vanished !== 'off', room: SUMMARY_ROOM }),
      );
    }
    if (filesPath === undefined) return;
    const told = deltaFiles(found, {
      ...inputs,
      baseUrl,
      preview: previewOf(previewUrl, pullRequest),
      commit: readHeadCommit(inputs.site, process.variables),
      event: describeCliRun(process.variables).run.event,
      now: new Date().toISOString(),
    });
    await writeDeltaFolder({ folder: filesPath, output, ...told });
    for (const warning of told.warnings) process.stderr.write(`bengal-cache: ${printable(warning)}\n`);
  } catch (thrown) {
    throw new UserError([`The files could not be written: ${messageOf(thrown)}`]);
  }
}

const SUMMARY_ROOM = 200_000;
