import type { EntryOutcome, StageEntry } from './stage-entry.ts';
import { type EntryPlace } from './entry-files.ts';
import { type FileRecord } from './file-record.ts';
import { type FileSet } from './file-set.ts';
import { type Fingerprint, type Variables } from './stage-fingerprint.ts';
import type { Listing } from './listing.ts';
import { type Stage } from './stage-definition.ts';
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
export declare function placeOf({ root, entries, ending }: StagePlace): EntryPlace;
/**
 * Whether a stage can be skipped, and if not, why. Reads inputs, code, outputs and the entry; writes nothing but the
 * marks of large sets of files beside an entry, for the next look.
 *
 * @throws what the disk says if `root` is not there.
 */
export declare function checkStage(stage: Stage, context: StageContext): Promise<StageCheck>;
/** The present of a stage: what its fingerprint is made of. */
export interface StagePresent extends StageStart {
    readonly files: () => StageFiles;
    readonly inputs: FileSet;
    readonly code: FileSet;
}
/** Reads inputs and code. */
export declare function lookAtStage(stage: Stage, context: StageContext): Promise<StagePresent>;
/** A record that may have come from elsewhere. */
export interface Candidate {
    readonly entry: EntryOutcome;
    readonly listing: (entry: StageEntry) => Listing | undefined;
    readonly outputs: (entry: StageEntry) => readonly FileRecord[] | undefined;
    /** Outputs must have their recorded digests, whatever the stage says. */
    readonly verifyOutputs: boolean;
}
/** Holds the present of a stage against a record. */
export declare function checkAgainst(present: StagePresent, candidate: Candidate): Promise<StageCheck>;
/**
 * The key of a stage as it is now: SHA-256 of its name, inputs with their contents, code, command and so on. `undefined`
 * where an input is missing or cannot be read: then there is nothing that a run could be skipped for.
 *
 * @throws what the disk says if `root` is not there.
 */
export declare function computeKey(stage: Stage, context: StageContext): Promise<string | undefined>;
/**
 * Forgets the last success of a stage; says whether there was one.
 *
 * @throws UserError for a name that no stage can have.
 */
export declare function invalidateStage(name: string, context: StagePlace): boolean;
