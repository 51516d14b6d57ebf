import { type SitePath } from '../core/paths.ts';
import { type EntryOutcome, type StageEntry } from './stage-entry.ts';
import type { FileRecord } from './file-record.ts';
import { type Listing, type Role } from './listing.ts';
import type { PatternSet } from './pattern.ts';
import type { StageName } from './stage-definition.ts';
/** Where entries are, relative to the site. */
export declare const DEFAULT_ENTRIES: SitePath;
/** Where the entries of one site are. */
export interface EntryPlace {
    /** The site: absolute, without symbolic links. */
    readonly root: string;
    readonly entries: SitePath;
    /** Ending of the entries' names; `stage` when absent. */
    readonly ending?: string | undefined;
}
/** Patterns without the entries themselves: a record would change the very key that it is for. */
export declare function besidesEntries({ entries }: EntryPlace, patterns: PatternSet): PatternSet;
/** A repository can hold a symbolic link where the entries should be; records are not written through it. */
export declare function linkOnTheWay({ root, entries }: EntryPlace): string | undefined;
/** The two files that make a record: the entry, and the listing of files that its digest names. */
export declare function recordPaths(place: EntryPlace, name: StageName): {
    readonly entry: SitePath;
    readonly files: SitePath;
};
/** Where the marks of the files with this role are kept; of use on this machine alone. */
export declare function statCachePath(place: EntryPlace, name: StageName, role: Role): string;
export declare function readEntry(place: EntryPlace, name: StageName): EntryOutcome;
/** The files of one success; `undefined` when the listing is missing, damaged or of another success. */
export declare function readListing(place: EntryPlace, entry: StageEntry): Listing | undefined;
/** The outputs alone, which takes a moment however many inputs there were. */
export declare function readRecordedOutputs(place: EntryPlace, entry: StageEntry): readonly FileRecord[] | undefined;
/**
 * Writes a record, each file in one step. The listing comes first: whoever looks in between sees the old entry with a
 * listing that is not its own, which counts as damaged. Returns the entry as it was written; throws what the disk says.
 */
export declare function writeRecord(place: EntryPlace, entry: Omit<StageEntry, 'files'>, listing: Listing): StageEntry;
/** Forgets a success and everything kept for it; says whether there was one. */
export declare function removeRecord(place: EntryPlace, name: StageName): boolean;
/** Names of the stages that have an entry, sorted. */
export declare function recordedNames(place: EntryPlace): string[];
