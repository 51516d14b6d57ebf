import { resolve } from 'node:path';
import { UserError } from '../core/user-error.ts';
import { deltaOutputs } from '../delta-job/delta-telling.ts';
import { requireExpectedMode } from '../preparation/expected-mode.ts';
import { telling } from '../telling/telling.ts';
import { describeTrouble } from '../telling/trouble.ts';
import { asFullBuild } from '../gate/build-args.ts';
import { actionsHost, failStep, readInput } from '../host/actions.ts';
import { composeSummary, type Host, type SummaryPart } from '../host/port.ts';
import { DEFAULT_COMMAND, isBuildInput, type AfterBuildOutputName } from '../inputs/build-spec.ts';
import { saveSentence } from '../report/save-words.ts';
import {
  buildSite,
  finishBuild,
  readOrder,
  withOrderProblems,
  type BuildOrder,
  type FinishedBuild,
  type SiteBuildEnd,
} from './build-site.ts';
import { endProcess } from './end-process.ts';
import { buildEverything, prepareSite, type PreparedBuild } from './prepare-build.ts';
import { parsedInputs, readRawInputs, readRunner, type Runner } from './runner.ts';
import { warnOfLateErrors } from './step.ts';

/** The host of the step, and what it has told later ones. */
interface Telling {
  readonly host: Host;
  readonly outputs: ReadonlyMap<string, string>;
  readonly tellSummary: () => Promise<void>;
}

interface Around {
  readonly runner: Runner;
  readonly prepared: PreparedBuild;
}

const COMMAND = 'Input `command`';

/**
 * The action that does everything in one step: what the main step does, the build, and what the post step does. The build
 * decides how the step ends, and bad input; whatever else goes wrong around it costs a warning and a full build.
 */
async function step(telling: Telling): Promise<SiteBuildEnd> {
  const { host } = telling;
  const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  const order = readOrder(readInput('command') || DEFAULT_COMMAND, readRawInputs(isBuildInput), workspace);
  const around = await prepareOrGiveUp(host, order);
  warnOfLateErrors(host, 'Around the build');
  await flushed();
  const end = await buildSite({
    ...(around === undefined ? plainBuild(order, workspace) : preparedBuild(around.prepared)),
    host,
    words: order.words,
    raw: order.raw,
    variables: process.env,
    output: 'inherited',
  });
  try {
    if (around !== undefined) await finish(telling, around, end);
  } catch (thrown) {
    const { sentence, stack } = describeTrouble(thrown);
    host.warning(`Nothing saved: ${sentence}`);
    host.debug(stack);
  }
  return end;
}

/** Only bad input gets through. What is thrown from nowhere ends the work here too, and not the step. */
async function prepareOrGiveUp(host: Host, order: BuildOrder): Promise<Around | undefined> {
  const { promise: fromNowhere, reject } = Promise.withResolvers<never>();
  process.once('uncaughtException', reject);
  try {
    return await Promise.race([prepare(host, order), fromNowhere]);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    if (order.problems.length > 0) throw new UserError(order.problems.map((problem) => `${COMMAND}: ${problem}`));
    const { sentence, stack } = describeTrouble(thrown);
    const { otherwise, outputs } = buildEverything(host);
    for (const [name, value] of Object.entries(outputs?.(sentence) ?? {})) host.setOutput(name, value);
    host.warning(`${otherwise}: ${sentence}`);
    host.debug(stack);
    return undefined;
  } finally {
    process.off('uncaughtException', reject);
  }
}

async function prepare(host: Host, order: BuildOrder): Promise<Around> {
  const began = performance.now();
  const runner = readRunner();
  const inputs = withOrderProblems(order, COMMAND, () => parsedInputs(order.raw, runner));
  const prepared = await prepareSite({ host, runner, raw: order.raw, inputs, began });
  requireExpectedMode(prepared.report, prepared.inputs);
  return { runner, prepared };
}

type Prepared = Pick<Parameters<typeof buildSite>[0], 'site' | 'gate' | 'plan' | 'planned'>;

function preparedBuild({ inputs, report, handoff, variables }: PreparedBuild): Prepared {
  return { site: inputs.site, gate: report.gate, plan: handoff.plan, planned: variables };
}

function plainBuild({ raw }: BuildOrder, workspace: string): Prepared {
  const gate = { mode: 'full', buildArgs: asFullBuild([]) } as const;
  return { site: resolve(workspace, (raw.site ?? '').trim() || '.'), gate, plan: undefined, planned: new Map() };
}

async function finish({ host, outputs }: Telling, { runner, prepared }: Around, end: SiteBuildEnd): Promise<void> {
  const finished = await finishBuild({ host, runner, inputs: prepared.inputs, before: prepared.handoff, end });
  if (end.kind !== 'succeeded' && end.kind !== 'skipped') return;
  for (const [name, value] of Object.entries(outputsAfter(finished))) host.setOutput(name, value);
  const cut = truncatedOf(finished);
  if (cut.length > 0) host.setOutput('truncated', JSON.stringify([...namesIn(outputs.get('truncated') ?? ''), ...cut]));
}

/** What came of the build. Who cannot tell deploys everything. */
function outputsAfter({ delta, saved }: FinishedBuild): Record<AfterBuildOutputName, string> {
  const told = delta && deltaOutputs(delta, { filesPath: '', deltaPath: '' });
  return {
    'anything-to-deploy': told?.['anything-to-deploy'] ?? 'true',
    'vanished-count': told?.['vanished-count'] ?? '',
    'changed-pages': told?.['changed-pages'] ?? '',
    'added-pages': told?.['added-pages'] ?? '',
    'removed-pages': told?.['removed-pages'] ?? '',
    'cache-saved': String(saved?.kind === 'saved'),
    'save-reason': saved === undefined ? '' : saveSentence(saved),
  };
}

function truncatedOf({ delta }: FinishedBuild): readonly string[] {
  return delta === undefined ? [] : namesIn(deltaOutputs(delta, { filesPath: '', deltaPath: '' }).truncated);
}

function namesIn(list: string): readonly string[] {
  return list === '' ? [] : (JSON.parse(list) as string[]);
}

/** What we have printed stands before what the build prints, also where a pipe takes its time. */
async function flushed(): Promise<void> {
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
}

/** What readers will see is known last and stands first, so the summary is written when all of it is known. */
function toldBy(plain: Host): Telling {
  const outputs = new Map<string, string>();
  const parts: SummaryPart[] = [];
  const setOutput = (name: string, value: string): void => {
    outputs.set(name, value);
    plain.setOutput(name, value);
  };
  const writeSummary = (part: SummaryPart): Promise<void> => {
    parts.push(part);
    return Promise.resolve();
  };
  const tellSummary = (): Promise<void> =>
    telling(plain, 'The summary could not be written', () =>
      parts.length === 0 ? undefined : plain.writeSummary({ body: composeSummary(parts) }),
    );
  return { host: { ...plain, setOutput, writeSummary }, outputs, tellSummary };
}

const told = toldBy(actionsHost());
try {
  const end = await step(told).finally(() => told.tellSummary());
  if ('status' in end) {
    failStep(
      end.kind === 'not-started' ? `${end.why}: install Bengal in a step before, or name it in command` : end.why,
    );
    process.exitCode = end.status;
  }
} catch (thrown) {
  failStep(
    thrown instanceof UserError ? thrown.message : `The build could not be run: ${describeTrouble(thrown).sentence}`,
  );
}
endProcess();
