import { type Sha256 } from '../core/digest.ts';
import { type Trust } from '../core/trust.ts';
import type { StageEntry } from '../stages/stage-entry.ts';
import { type EntryPlace } from '../stages/entry-files.ts';
import type { FileRecord } from '../stages/file-record.ts';
import type { Listing } from '../stages/listing.ts';
import type { Stage } from '../stages/stage-definition.ts';
import type { CacheStore } from '../store/port.ts';
/** Where the records of stages, and outputs, travel from job to job. */
export interface StageCache {
    readonly store: CacheStore;
    /** First part of every key. */
    readonly prefix: string;
    readonly mayRestore: boolean;
    readonly maySave: boolean;
    /** Whose code runs here, and whose successes count here. */
    readonly trust: Trust;
    readonly needs: Trust;
}
/** One stage with the place of its entry. */
export interface StagePlace {
    readonly stage: Stage;
    readonly place: EntryPlace;
}
export type FetchedRecord = {
    readonly kind: 'found';
    readonly entry: StageEntry;
    readonly listing: Listing;
} | {
    readonly kind: 'none';
} | {
    readonly kind: 'trouble';
    readonly why: string;
};
export type Stored = {
    readonly kind: 'stored';
    readonly bytes: number;
} | {
    readonly kind: 'exists' | 'absent';
} | {
    readonly kind: 'trouble';
    readonly why: string;
};
/** The newest success with this key, or else the newest of all, which tells what has changed since. */
export declare function fetchRecord(cache: StageCache, { stage, place }: StagePlace, key: Sha256): Promise<FetchedRecord>;
export type FetchedOutputs = {
    readonly kind: 'installed';
    readonly files: number;
} | {
    readonly kind: 'none';
}
/** What is stored is not what the record promises. It stays, so what is stored next has to stand in for it. */
 | {
    readonly kind: 'spoilt';
    readonly why: string;
} | {
    readonly kind: 'trouble';
    readonly why: string;
};
/** Puts the outputs of a success in their place: all of them, with the recorded digests, or none. */
export declare function fetchOutputs(cache: StageCache, { stage, place }: StagePlace, record: {
    readonly entry: StageEntry;
    readonly listing: Listing;
}): Promise<FetchedOutputs>;
/** Stores the record that lies in its place. */
export declare function storeRecord(cache: StageCache, { stage, place }: StagePlace, entry: StageEntry): Promise<Stored>;
export interface OutputsToStore {
    readonly digest: Sha256;
    readonly files: readonly FileRecord[];
    /** Set where what is stored under their digest is of no use: when they were made, which no other key has. */
    readonly instead?: number | undefined;
}
/** Stores the outputs under their digest: the same outputs are stored once. All of them, or none. */
export declare function storeOutputs(cache: StageCache, { stage, place }: StagePlace, outputs: OutputsToStore): Promise<Stored>;
