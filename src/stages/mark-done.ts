import { messageOf } from '../core/result.ts';
import {
  checkStage,
  lookAtStage,
  placeOf,
  type StageCheck,
  type StageContext,
  type StageFiles,
  type StagePresent,
  type StageStart,
} from './check.ts';
import type { StageEntry } from './stage-entry.ts';
import { readEntry, writeRecord, type EntryPlace } from './entry-files.ts';
import { compareFiles } from './file-record.ts';
import type { FileSet } from './file-set.ts';
import { missingFolders, readOutputs, unmatchedOutputs } from './outputs-then.ts';
import type { Stage } from './stage-definition.ts';
import { renderChanges, renderDoubts, renderNames } from './stage-words.ts';

export type Recorded =
  | {
      readonly kind: 'recorded';
      readonly entry: StageEntry;
      readonly inputs: number;
      /** The outputs, as they were recorded. */
      readonly outputs: FileSet;
    }
  | {
      readonly kind: 'not-recorded';
      /** A sentence without its full stop. */
      readonly why: string;
      /** Whether that is as it should be, or worth a warning. */
      readonly expected: boolean;
    };

/**
 * Records that a stage has succeeded. To be called after the success and never otherwise. Inputs and code are read once
 * more: if they are not those of the start, nobody knows what the result was made from, and nothing is recorded. Trouble
 * is an outcome, never an error.
 *
 * With a stage and a context in place of what `checkStage` gave before the work, nobody can tell whether anything changed
 * while it ran: what is recorded is the present.
 */
export async function markDone(
  ...given: [start: StageStart] | [stage: Stage, context: StageContext]
): Promise<Recorded> {
  try {
    const start = given.length === 1 ? given[0] : await lookAtStage(...given);
    if (start.stage.inputs.length === 0) return notRecorded('it has no inputs, so it is never skipped', true);
    const end = await lookAtStage(start.stage, start.context);
    const problem = findChange(start, end);
    return problem === undefined ? await record(start, end.files()) : notRecorded(problem);
  } catch (thrown) {
    return notRecorded(messageOf(thrown));
  }
}

function findChange({ fingerprint, files }: StageStart, end: StagePresent): string | undefined {
  const { inputs, code } = end;
  const unmatched = [...inputs.unmatched, ...code.unmatched];
  if (unmatched.length > 0) return `nothing matches ${renderNames(unmatched)}`;
  const doubts = [...inputs.doubts, ...code.doubts];
  if (doubts.length > 0) return renderDoubts(doubts);
  for (const [part, of] of [['inputs', 'input'] as const, ['code', 'code'] as const]) {
    if (end.fingerprint.parts[part] === fingerprint.parts[part]) continue;
    const before = files()?.[of];
    const names = before === undefined ? '' : `: ${renderChanges(compareFiles(before, end.files()[of]))}`;
    return `its ${part} changed while it ran${names}`;
  }
  return undefined;
}

async function record({ stage, context, fingerprint }: StageStart, files: StageFiles): Promise<Recorded> {
  const place = placeOf(context);
  const outputs = await readOutputs(place, stage);
  const missing = [...missingFolders(place.root, stage), ...unmatchedOutputs(outputs.unmatched)];
  if (missing.length > 0) return notRecorded(`it succeeded without making ${renderNames(missing)}`);
  if (outputs.doubts.length > 0) return notRecorded(renderDoubts(outputs.doubts));
  const entry: Omit<StageEntry, 'files'> = {
    ...fingerprint,
    name: stage.name,
    recorded: Math.floor((context.now ?? Date.now)()),
    outputs: outputs.digest,
    needs: new Map(stage.needs.map((name) => [name, context.needed?.get(name)?.success ?? ''])),
    unknown: keptLines(place, stage),
  };
  const listing = { ...files, output: outputs.records() };
  return { kind: 'recorded', entry: writeRecord(place, entry, listing), inputs: listing.input.length, outputs };
}

/** What others have written into the entry. */
function keptLines(place: EntryPlace, { name }: StageStart['stage']): readonly string[] {
  const old = readEntry(place, name);
  return old.kind === 'read' ? old.entry.unknown : [];
}

function notRecorded(why: string, expected = false): Recorded {
  return { kind: 'not-recorded', why, expected };
}

export type StageRun<Value> =
  | { readonly kind: 'skipped'; readonly check: StageCheck }
  | { readonly kind: 'ran'; readonly check: StageCheck; readonly value: Value; readonly recorded: Recorded };

/** Does the work of a stage unless it is up to date, and records that it succeeded. What the work throws is not caught. */
export async function runUnlessDone<Value>(
  stage: Stage,
  context: StageContext,
  work: (check: StageCheck) => Value | Promise<Value>,
): Promise<StageRun<Value>> {
  const check = await checkStage(stage, context);
  if (check.verdict.kind === 'skip') return { kind: 'skipped', check };
  const value = await work(check);
  return { kind: 'ran', check, value, recorded: await markDone(check) };
}
