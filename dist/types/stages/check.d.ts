import type { EntryOutcome, StageEntry } from './entry.ts';
import { type EntryPlace } from './entry-files.ts';
import { type FileRecord } from './file-record.ts';
import { type FileSet } from './file-set.ts';
import { type Fingerprint, type Variables } from './fingerprint.ts';
import type { Listing } from './listing.ts';
import type { Stage, StageName } from './stage.ts';
import type { NeededStage, Verdict } from './verdict.ts';
/** Where and when a stage is looked at. */
export interface StageContext {
    /** Absolute path of the folder that all patterns start from. */
    readonly root: string;
    /** Folder of the entries, relative to the root. */
    readonly entries?: string | undefined;
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
/** @throws what the disk says if `root` is not there; a `UserError` if `entries` leads, or could lead, out of it. */
export declare function placeOf({ root, entries }: Pick<StageContext, 'root' | 'entries'>): EntryPlace;
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
/** Forgets the last success of a stage; says whether there was one. */
export declare function invalidateStage(name: StageName, context: Pick<StageContext, 'root' | 'entries'>): boolean;
