import { type Sha256 } from '../core/digest.ts';
import { type Fingerprint } from './stage-fingerprint.ts';
import type { StageName } from './stage-definition.ts';
/** What is kept of the last success of a stage. */
export interface StageEntry extends Fingerprint {
    readonly name: StageName;
    /** Milliseconds since 1970. */
    readonly recorded: number;
    /** Digest of the list of outputs. */
    readonly outputs: Sha256;
    /** Digest of the listing beside the entry, which names every file. */
    readonly files: Sha256;
    /** Which success of each needed stage this one was made upon. */
    readonly needs: ReadonlyMap<string, string>;
    /** Lines that this version does not know; they are kept. */
    readonly unknown: readonly string[];
}
export type EntryOutcome = {
    readonly kind: 'read';
    readonly entry: StageEntry;
} | {
    readonly kind: 'absent';
} | {
    readonly kind: 'damaged';
    readonly why: string;
};
/** Names one success: whoever was made upon another one has to be made again. */
export declare function successOf(entry: Pick<StageEntry, 'key' | 'recorded'>): string;
/** `key=value` lines, the same for the same entry. */
export declare function renderEntry(entry: StageEntry): string;
/** Never throws: anything but a whole and true entry of this version and name is damaged. */
export declare function parseEntry(text: string, name: StageName): EntryOutcome;
