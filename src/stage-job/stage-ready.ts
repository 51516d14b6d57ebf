import type { Sha256 } from '../core/digest.ts';
import { messageOf } from '../core/result.ts';
import { unreachable } from '../core/never.ts';
import {
  checkAgainst,
  checkStage,
  placeOf,
  type StageCheck,
  type StageContext,
  type StageStart,
} from '../stages/check.ts';
import type { StageEntry } from '../stages/stage-entry.ts';
import { readListing, writeRecord } from '../stages/entry-files.ts';
import type { Listing } from '../stages/listing.ts';
import { markDone, type Recorded } from '../stages/mark-done.ts';
import type { Stage } from '../stages/stage-definition.ts';
import type { RunReasonKind } from '../stages/stage-verdict.ts';
import { fetchOutputs, fetchRecord, storeOutputs, storeRecord, type StageCache } from './stage-cache.ts';

export interface ReadyStage {
  readonly check: StageCheck;
  /** Where the success that counts was recorded. */
  readonly from: 'here' | 'cache';
  /** Outputs that were fetched from the cache. */
  readonly fetched: number;
  /** Digest of outputs whose entry in the cache is of no use. */
  readonly spoilt: Sha256 | undefined;
  /** What went wrong without harm, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Checks a stage, with the help of the cache where it can help: the record of a success elsewhere takes the place of one
 * that is missing here, and outputs that are not there are fetched. What is fetched is checked like what was here.
 */
export async function readyStage(
  stage: Stage,
  context: StageContext,
  cache: StageCache | undefined,
): Promise<ReadyStage> {
  const local = await checkStage(stage, context);
  const here: ReadyStage = { check: local, from: 'here', fetched: 0, spoilt: undefined, warnings: [] };
  if (cache?.mayRestore !== true || !mayHelp(local)) return here;
  const warnings: string[] = [];
  const record = await recordFor(local, cache, warnings);
  if (record === undefined) return { ...here, warnings };
  const judge = (): Promise<StageCheck> =>
    checkAgainst(local.present, {
      entry: { kind: 'read', entry: record.entry },
      listing: () => record.listing,
      outputs: () => record.listing.output,
      // Whatever lies here was not made by the run that the record tells of.
      verifyOutputs: record.from === 'cache',
    });
  let check = record.from === 'here' ? local : await judge();
  let fetched = 0;
  let spoilt: Sha256 | undefined;
  if (lacksOutputsAlone(check) && stage.cacheOutputs) {
    const outputs = await fetchOutputs(cache, { stage, place: placeOf(context) }, record);
    if ('why' in outputs) warnings.push(`The outputs of ${stage.name} were not restored: ${outputs.why}`);
    if (outputs.kind === 'spoilt') spoilt = record.entry.outputs;
    if (outputs.kind === 'installed') {
      fetched = outputs.files;
      check = await judge();
    }
  }
  if (check.verdict.kind === 'run')
    // A record of another tree tells what changed since, but only where nothing here does.
    return { ...here, check: local.entry.kind === 'read' ? local : check, fetched, spoilt, warnings };
  if (record.from === 'cache') warnings.push(...keep(stage, context, record));
  return { check, from: record.from, fetched, spoilt, warnings };
}

/** What another record, or outputs, can do nothing about. */
const BEYOND_HELP: ReadonlySet<RunReasonKind> = new Set([
  'forced',
  'no-record-counts',
  'no-inputs',
  'input-missing',
  'code-missing',
  'unverifiable',
  'dependency-runs',
]);

function mayHelp({ verdict }: StageCheck): boolean {
  return verdict.kind === 'run' && !verdict.reasons.some(({ kind }) => BEYOND_HELP.has(kind));
}

function lacksOutputsAlone({ verdict }: StageCheck): boolean {
  return (
    verdict.kind === 'run' &&
    verdict.reasons.every(({ kind }) => kind === 'output-missing' || kind === 'output-differs')
  );
}

interface UsableRecord {
  readonly entry: StageEntry;
  readonly listing: Listing;
  readonly from: 'here' | 'cache';
}

/** The record here where only its outputs are missing, else the one of the cache. */
async function recordFor(local: StageCheck, cache: StageCache, warnings: string[]): Promise<UsableRecord | undefined> {
  const { stage, context, entry, fingerprint } = local;
  const place = placeOf(context);
  if (entry.kind === 'read' && lacksOutputsAlone(local)) {
    const listing = readListing(place, entry.entry);
    if (listing !== undefined) return { entry: entry.entry, listing, from: 'here' };
  }
  const fetched = await fetchRecord(cache, { stage, place }, fingerprint.key);
  switch (fetched.kind) {
    case 'found':
      return { entry: fetched.entry, listing: fetched.listing, from: 'cache' };
    case 'none':
      return undefined;
    case 'trouble':
      warnings.push(`The record of ${stage.name} was not restored: ${fetched.why}`);
      return undefined;
    default:
      return unreachable(fetched);
  }
}

function keep(stage: Stage, context: StageContext, { entry, listing }: UsableRecord): string[] {
  try {
    writeRecord(placeOf(context), entry, listing);
    return [];
  } catch (thrown) {
    return [`The restored record of ${stage.name} was not kept: ${messageOf(thrown)}`];
  }
}

export interface FinishedStage {
  readonly recorded: Recorded;
  readonly stored: boolean;
  readonly warnings: readonly string[];
}

/** What a run began with: how the stage stood, and which outputs in the cache are of no use. */
export interface BegunStage {
  readonly check: StageStart;
  readonly spoilt: Sha256 | undefined;
}

/** Records a success, and stores it with its outputs for other jobs. To be called after a success and never otherwise. */
export async function finishStage(
  { check: start, spoilt }: BegunStage,
  cache: StageCache | undefined,
): Promise<FinishedStage> {
  const recorded = await markDone(start);
  if (recorded.kind === 'not-recorded' || cache?.maySave !== true) return { recorded, stored: false, warnings: [] };
  const { stage, context } = start;
  const at = { stage, place: placeOf(context) };
  const warnings: string[] = [];
  const { digest, records, count } = recorded.outputs;
  if (stage.cacheOutputs && count > 0) {
    // Outputs first: a record without them is of little use, outputs without a record are of none, but do no harm.
    const instead = spoilt === digest ? recorded.entry.recorded : undefined;
    const stored = await storeOutputs(cache, at, { digest, files: records(), instead });
    if (stored.kind === 'trouble') warnings.push(`The outputs of ${stage.name} were not stored: ${stored.why}`);
  }
  const stored = await storeRecord(cache, at, recorded.entry);
  if (stored.kind === 'trouble') warnings.push(`The record of ${stage.name} was not stored: ${stored.why}`);
  return { recorded, stored: stored.kind === 'stored', warnings };
}
