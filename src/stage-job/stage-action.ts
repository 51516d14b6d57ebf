import { UserError } from '../core/user-error.ts';
import type { Host } from '../host/port.ts';
import type { StageInputs, StepOutcome } from '../inputs/stage-parse.ts';
import type { RawStageInputs, StageInputName, StageOutputName } from '../inputs/stage-spec.ts';
import { escapeMarkdown, inlineCode } from '../report/markdown.ts';
import { count } from '../report/words.ts';
import type { StageContext } from '../stages/check.ts';
import type { FileRecord } from '../stages/file-record.ts';
import type { Variables } from '../stages/stage-fingerprint.ts';
import { renderListing, type Listing } from '../stages/listing.ts';
import { findMistakes } from '../stages/mistakes.ts';
import { parseStage, type Stage, type StageFields } from '../stages/stage-definition.ts';
import { renderReason, renderVerdict } from '../stages/stage-words.ts';
import { decideAccess, mayRestore, maySave, type Access, type Run } from '../store/access.ts';
import type { CacheStore } from '../store/port.ts';
import type { StageCache } from './stage-cache.ts';
import type { StageHandoff } from './stage-handoff.ts';
import { finishStage, readyStage, type ReadyStage } from './stage-ready.ts';
import { telling } from '../telling/telling.ts';

export interface StageActionOptions {
  readonly inputs: StageInputs;
  readonly raw: RawStageInputs;
  readonly variables: Variables;
  /** As Node names them, such as `linux-x64`. */
  readonly platform: string;
  readonly run: Run;
  readonly store: CacheStore;
  /** The workflow file, where it counts and can be read. */
  readonly workflow: FileRecord | undefined;
}

export interface PreparedStage {
  readonly ready: ReadyStage;
  readonly accessWhy: string;
  readonly handoff: Omit<StageHandoff, 'listing'>;
  /** Text of the listing that the post step needs. */
  readonly listing: string;
}

/** Before the guarded step: can it be skipped? Fails for bad input, with every problem. */
export async function prepareStage(options: StageActionOptions): Promise<PreparedStage> {
  const { inputs, raw, variables, run, workflow } = options;
  const scope = inputs.scope ?? scopeOf(options);
  const stage = stageFrom(inputs, scope);
  const moreCode = workflow === undefined ? [] : [workflow];
  const { access, why } = decideAccess(run);
  const cache = cacheFor({ ...options, access });
  // Where the cache is off, whatever lies in the workspace came with code that nobody has read, or must not count.
  const distrusted = mayRestore(access) ? undefined : why;
  const context = { root: inputs.site, entries: inputs.entries, variables, moreCode, distrusted };
  const ready = await readyStage(stage, context, cache);
  const mistakes = await findMistakes(ready.check);
  if (mistakes.length > 0) {
    throw new UserError(
      mistakes.map(({ field, pattern }) => `Input \`${field}\`: nothing matches ${JSON.stringify(pattern)}`),
    );
  }
  const { fingerprint, verdict, files } = ready.check;
  return {
    ready,
    accessWhy: why,
    handoff: { rawInputs: raw, scope, verdict: verdict.kind, fingerprint, moreCode, access, spoilt: ready.spoilt },
    listing: renderListing({ ...files(), output: [] }),
  };
}

/** What tells jobs apart that run a stage of the same name. */
function scopeOf({ inputs, variables, platform }: StageActionOptions): string {
  const { GITHUB_WORKFLOW: workflow = '', GITHUB_JOB: job = '' } = variables;
  return JSON.stringify([workflow, job, inputs.matrix, platform]);
}

/** Fields of a stage whose input has another name. */
const INPUT_NAMES: Readonly<Partial<Record<keyof StageFields, StageInputName>>> = {
  verifyOutputs: 'verify-outputs',
  cacheOutputs: 'cache-outputs',
};

function stageFrom(inputs: StageInputs, scope: string): Stage {
  const parsed = parseStage({ ...inputs, scope });
  if (parsed.ok) return parsed.value;
  throw new UserError(
    parsed.problems.map(({ field, problem }) => `Input \`${INPUT_NAMES[field] ?? field}\`: ${problem}`),
  );
}

interface CacheChoice {
  readonly inputs: StageInputs;
  readonly store: CacheStore;
  readonly run: Run;
  readonly access: Access;
}

function cacheFor({ inputs, store, run, access }: CacheChoice): StageCache | undefined {
  if (!inputs.cache) return undefined;
  const { trust, needs } = decideAccess(run);
  return {
    store,
    prefix: inputs.keyPrefix,
    mayRestore: mayRestore(access),
    maySave: maySave(access),
    trust,
    needs,
  };
}

/** Tells everybody: the log for who reads along, outputs for later steps, the summary for who opens the run. */
export async function publishStage({ ready, accessWhy }: PreparedStage, host: Host): Promise<void> {
  const { check, fetched, from, warnings } = ready;
  const { verdict, stage } = check;
  const outputs = stageOutputs(ready);
  host.group(`Stage ${stage.name}`, [
    `Key ${verdict.key}`,
    `Cache: ${accessWhy}`,
    ...(verdict.kind === 'skip' && from === 'cache' ? ['The last success was recorded in another job'] : []),
    ...(fetched > 0 ? [`Fetched from the cache: ${count(fetched, 'output')}`] : []),
    ...(verdict.kind === 'skip'
      ? [`Skip: ${outputs.reason}`]
      : verdict.reasons.map((reason) => `Run: ${renderReason(reason)}`)),
  ]);
  for (const warning of warnings) host.warning(warning);
  for (const [name, value] of Object.entries(outputs)) host.setOutput(name, value);
  const word = verdict.kind === 'skip' ? 'skipped' : 'runs';
  await telling(host, 'The summary could not be written', () =>
    host.writeSummary({ body: `Stage ${inlineCode(stage.name)} ${word}: ${escapeMarkdown(outputs.reason)}\n` }),
  );
}

function stageOutputs({ check: { verdict } }: ReadyStage): Record<StageOutputName, string> {
  return {
    skip: String(verdict.kind === 'skip'),
    reason: renderVerdict(verdict).slice(0, LONGEST_REASON).toWellFormed(),
    key: verdict.key,
    age: verdict.age === undefined ? '' : String(Math.max(0, verdict.age)),
  };
}

/** An environment variable holds at most 131,070 bytes, and a sentence much less. */
const LONGEST_REASON = 4000;

export interface FinishOptions {
  readonly handoff: StageHandoff;
  readonly inputs: StageInputs;
  /** `undefined`: the workflow does not say. */
  readonly outcome: StepOutcome | undefined;
  readonly run: Run;
  readonly store: CacheStore;
  /** The files as they were before the guarded step; `undefined`: nobody knows their names any more. */
  readonly listing: Listing | undefined;
}

/** One sentence for the log. */
export interface StageNote {
  readonly kind: 'info' | 'warning';
  readonly sentence: string;
}

/** After the job: records the success of the guarded step, if it was one. */
export async function finishAction(options: FinishOptions): Promise<readonly StageNote[]> {
  const { handoff, inputs, outcome, listing } = options;
  const { name } = inputs;
  const info = (sentence: string): StageNote[] => [{ kind: 'info', sentence }];
  const warning = (sentence: string): StageNote[] => [{ kind: 'warning', sentence }];
  if (handoff.verdict === 'skip') return info(`Nothing to record: the stage ${name} was skipped`);
  if (outcome === undefined) return warning(`The stage ${name} is not recorded: ${OUTCOME_UNKNOWN}`);
  if (outcome !== 'success')
    return info(`The stage ${name} is not recorded: the guarded step ${OUTCOME_WORDS[outcome]}`);
  const { fingerprint, moreCode } = handoff;
  const stage = stageFrom(inputs, handoff.scope);
  // The command has run: what its environment was is in the fingerprint.
  const context: StageContext = { root: inputs.site, entries: inputs.entries, variables: {}, moreCode };
  const cache = cacheFor({ ...options, access: handoff.access });
  const check = { stage, context, fingerprint, files: () => listing };
  const finished = await finishStage({ check, spoilt: handoff.spoilt }, cache);
  const { recorded } = finished;
  const notes = finished.warnings.flatMap(warning);
  if (recorded.kind === 'not-recorded') {
    const sentence = `The stage ${name} is not recorded: ${recorded.why}`;
    return [...(recorded.expected ? info(sentence) : warning(sentence)), ...notes];
  }
  const counts = `${count(recorded.inputs, 'input')}, ${count(recorded.outputs.count, 'output')}`;
  const where = finished.stored ? 'recorded and stored' : 'recorded';
  return [...info(`The success of the stage ${name} is ${where} (${counts})`), ...notes];
}

const OUTCOME_UNKNOWN =
  'the input outcome does not say how the guarded step ended. Give it an id and write outcome: ${{ steps.ID.outcome }}';

const OUTCOME_WORDS = { failure: 'failed', cancelled: 'was cancelled', skipped: 'did not run' } as const;
