import type { OutputsThen } from './decide-stage.ts';
import type { StageEntry } from './stage-entry.ts';
import { type EntryPlace } from './entry-files.ts';
import { type FileRecord } from './file-record.ts';
import { type FileSet } from './file-set.ts';
import type { FileDoubt } from './find-files.ts';
import type { Stage } from './stage-definition.ts';
export interface OutputsRequest {
    readonly stage: Pick<Stage, 'name' | 'outputs'>;
    readonly place: EntryPlace;
    readonly entry: StageEntry;
    /** The outputs of the last success; `undefined`: their listing is missing or damaged. */
    readonly recorded: readonly FileRecord[] | undefined;
    /** Whether the contents count, or only that the files are there. */
    readonly verify: boolean;
}
export interface OutputsFound {
    readonly then: OutputsThen;
    readonly doubts: readonly FileDoubt[];
}
/** Holds the outputs that are there against those of the last success. */
export declare function compareOutputs({ stage, place, entry, recorded, verify }: OutputsRequest): Promise<OutputsFound>;
export declare function readOutputs(place: EntryPlace, stage: Pick<Stage, 'name' | 'outputs'>): Promise<FileSet>;
/** Declared folders that are not there, with their slash. A symbolic link is no folder. */
export declare function missingFolders(root: string, { outputs }: Pick<Stage, 'outputs'>): string[];
/** A folder may be empty, so it is no pattern that has to match something. */
export declare function unmatchedOutputs(unmatched: readonly string[]): string[];
