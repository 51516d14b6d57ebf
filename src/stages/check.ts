import { sitePath } from '../core/paths.ts';
import { UserError } from '../core/user-error.ts';
import { by } from '../core/order.ts';
import { needed } from '../disk/outcome.ts';
import { readRealPath } from '../disk/read.ts';
import { decideStage } from './decide-stage.ts';
import type { EntryOutcome, StageEntry } from './stage-entry.ts';
import {
  besidesEntries,
  DEFAULT_ENTRIES,
  linkOnTheWay,
  readEntry,
  readListing,
  readRecordedOutputs,
  removeRecord,
  statCachePath,
  type EntryPlace,
} from './entry-files.ts';
import { compareFiles, digestOfFiles, type FileChanges, type FileRecord } from './file-record.ts';
import { readFileSet, type FileSet } from './file-set.ts';
import { fingerprintOf, type Fingerprint, type Variables } from './stage-fingerprint.ts';
import type { Listing } from './listing.ts';
import { compareOutputs } from './outputs-then.ts';
import { checkedName, type Stage } from './stage-definition.ts';
import type { NeededStage, Verdict } from './stage-verdict.ts';

/** Where and when a stage is looked at. */
export interface StageContext {
  /** Absolute path of the folder that all patterns start from. */
  readonly root: string;
  /** Folder of the entries, relative to the root. */
  readonly entries?: string | undefined;
  /** Ending of the entries' names, letters and digits other than `files` and `stat`; `stage` when absent. */
  readonly ending?: string | undefined;
  /** The environment of the command, of which the declared variables count. */
  readonly variables: Variables;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** Files outside the root that count as code too, with a name of their own. */
  readonly moreCode?: readonly FileRecord[] | undefined;
  /** How the needed stages stand, by name. */
  readonly needed?: ReadonlyMap<string, NeededStage> | undefined;
  readonly forced?: boolean | undefined;
  /** Why no record counts here: anybody could have brought one. */
  readonly distrusted?: string | undefined;
}

export type StageFiles = Readonly<Record<'input' | 'code', readonly FileRecord[]>>;

/** What a stage was made from when its run began: what `markDone` holds the end against. */
export interface StageStart {
  readonly stage: Stage;
  readonly context: StageContext;
  readonly fingerprint: Fingerprint;
  /** The files at the start, for messages; `undefined`: their names are not known any more. */
  readonly files: () => StageFiles | undefined;
}

export interface StageCheck extends StageStart {
  readonly files: () => StageFiles;
  readonly verdict: Verdict;
  /** The last success that the verdict was made with. */
  readonly entry: EntryOutcome;
  /** For another verdict, with another record. */
  readonly present: StagePresent;
}

/** What tells where the entries are. */
export type StagePlace = Pick<StageContext, 'root' | 'entries' | 'ending'>;

/**
 * @throws what the disk says if `root` is not there; a `UserError` if `entries` leads, or could lead, out of it, or if
 * `ending` is none.
 */
export function placeOf({ root, entries = DEFAULT_ENTRIES, ending }: StagePlace): EntryPlace {
  const folder = sitePath(entries);
  if (folder === undefined)
    throw new UserError([`Folder of the entries: expected a path inside the site, got ${JSON.stringify(entries)}`]);
  if (ending !== undefined && !/^(?!(?:files|stat)$)[A-Za-z0-9]{1,20}$/.test(ending))
    throw new UserError([
      `Ending of the entries: expected letters and digits such as \`hash\`, got ${JSON.stringify(ending)}`,
    ]);
  const place = { root: needed(root, readRealPath(root)), entries: folder, ending };
  const link = linkOnTheWay(place);
  if (link === undefined) return place;
  throw new UserError([`Folder of the entries: expected plain folders, but ${link} is a symbolic link`]);
}

/**
 * Whether a stage can be skipped, and if not, why. Reads inputs, code, outputs and the entry; writes nothing but the
 * marks of large sets of files beside an entry, for the next look.
 *
 * @throws what the disk says if `root` is not there.
 */
export async function checkStage(stage: Stage, context: StageContext): Promise<StageCheck> {
  const place = placeOf(context);
  const entry = readEntry(place, stage.name);
  return await checkAgainst(await lookAtStage(stage, context), {
    entry,
    listing: (read) => readListing(place, read),
    outputs: (read) => readRecordedOutputs(place, read),
    verifyOutputs: false,
  });
}

/** The present of a stage: what its fingerprint is made of. */
export interface StagePresent extends StageStart {
  readonly files: () => StageFiles;
  readonly inputs: FileSet;
  readonly code: FileSet;
}

/** Reads inputs and code. */
export async function lookAtStage(stage: Stage, context: StageContext): Promise<StagePresent> {
  const place = placeOf(context);
  const read = (role: 'input' | 'code', patterns: Stage['inputs']): Promise<FileSet> =>
    readFileSet({
      root: place.root,
      patterns: besidesEntries(place, patterns),
      cache: statCachePath(place, stage.name, role),
    });
  const inputs = await read('input', stage.inputs);
  const code = withMore(await read('code', stage.code), context.moreCode ?? []);
  const digests = { inputs: inputs.digest, code: code.digest };
  const fingerprint = fingerprintOf({ stage, variables: context.variables, ...digests });
  const files = (): StageFiles => ({ input: inputs.records(), code: code.records() });
  return { stage, context, fingerprint, inputs, code, files };
}

function withMore(set: FileSet, more: readonly FileRecord[]): FileSet {
  if (more.length === 0) return set;
  const known = new Set(set.records().map(({ path }) => path));
  const files = [...set.records(), ...more.filter(({ path }) => !known.has(path))].sort(by(({ path }) => path));
  return { ...set, count: files.length, digest: digestOfFiles(files), records: () => files };
}

/** A record that may have come from elsewhere. */
export interface Candidate {
  readonly entry: EntryOutcome;
  readonly listing: (entry: StageEntry) => Listing | undefined;
  readonly outputs: (entry: StageEntry) => readonly FileRecord[] | undefined;
  /** Outputs must have their recorded digests, whatever the stage says. */
  readonly verifyOutputs: boolean;
}

/** Holds the present of a stage against a record. */
export async function checkAgainst(present: StagePresent, candidate: Candidate): Promise<StageCheck> {
  const { stage, context, fingerprint, inputs, code } = present;
  const { entry } = candidate;
  const read = entry.kind === 'read' ? entry.entry : undefined;
  const verify = stage.verifyOutputs || candidate.verifyOutputs;
  const recorded = read === undefined || stage.outputs.patterns.length === 0 ? undefined : candidate.outputs(read);
  const outputs =
    read === undefined
      ? undefined
      : await compareOutputs({ stage, place: placeOf(context), entry: read, recorded, verify });
  const changes = (of: 'inputs' | 'code'): FileChanges => {
    const listed = read === undefined ? undefined : candidate.listing(read);
    if (listed === undefined) return { added: [], modified: [], deleted: [] };
    return compareFiles(of === 'inputs' ? listed.input : listed.code, (of === 'inputs' ? inputs : code).records());
  };
  const verdict = decideStage({
    stage,
    fingerprint,
    entry,
    unmatched: { inputs: inputs.unmatched, code: code.unmatched },
    doubts: [...inputs.doubts, ...code.doubts, ...(outputs?.doubts ?? [])],
    outputs: outputs?.then ?? { kind: 'compared', missing: [], differing: undefined },
    changes,
    needed: context.needed ?? new Map(),
    forced: context.forced ?? false,
    distrusted: context.distrusted,
    now: (context.now ?? Date.now)(),
  });
  return { stage, context, fingerprint, files: present.files, verdict, entry, present };
}

/**
 * The key of a stage as it is now: SHA-256 of its name, inputs with their contents, code, command and so on. `undefined`
 * where an input is missing or cannot be read: then there is nothing that a run could be skipped for.
 *
 * @throws what the disk says if `root` is not there.
 */
export async function computeKey(stage: Stage, context: StageContext): Promise<string | undefined> {
  const { fingerprint, inputs, code } = await lookAtStage(stage, context);
  const whole = [inputs, code].every(({ unmatched, doubts }) => unmatched.length === 0 && doubts.length === 0);
  return whole && stage.inputs.length > 0 ? fingerprint.key : undefined;
}

/**
 * Forgets the last success of a stage; says whether there was one.
 *
 * @throws UserError for a name that no stage can have.
 */
export function invalidateStage(name: string, context: StagePlace): boolean {
  return removeRecord(placeOf(context), checkedName(name));
}
