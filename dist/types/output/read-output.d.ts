import { type Sha256 } from '../core/digest.ts';
import type { JsonValue } from '../core/json.ts';
import { type DigestMemory } from '../core/digest-memory.ts';
/** What a folder of outputs holds. */
export interface OutputFolder {
    /** Path below the folder, POSIX -> digest and size in bytes. Regular files alone. */
    readonly digests: ReadonlyMap<string, {
        readonly sha256: Sha256;
        readonly size: number;
    }>;
    /** Links and pipes: nothing of them is published by a list of files. */
    readonly others: readonly string[];
}
/**
 * Reads and hashes every file of a folder once. Throws `DiskTrouble` for a file or a folder that cannot be read: what it
 * holds would count as gone.
 *
 * @param like Another folder and what it holds: a file that is the very same one there, under a second name, is not read
 *   again.
 * @param memory What has been read in this process already, or will be once more.
 */
export declare function readOutputFolder(folder: string, like?: OutputFolder & {
    readonly folder: string;
}, memory?: DigestMemory): OutputFolder;
/** The bytes of an output, for whoever wants to look into it; `undefined`: there is none, or it is no page's size. */
export declare function readOutput(folder: string, path: string): Uint8Array | undefined;
/** The value in a file of JSON; `undefined` for anything else, and for what cannot be read. */
export declare function readJsonFile(path: string): JsonValue | undefined;
/** The text of a source, for whoever looks for a line in it; `undefined`: there is none. */
export declare function readSourceText(site: string, path: string): string | undefined;
