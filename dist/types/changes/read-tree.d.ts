import type { RecordedFile } from '../bengal/recorded-file.ts';
import type { Sha256 } from '../core/digest.ts';
import { type DigestMemory } from '../core/digest-memory.ts';
import { type BudgetLimits } from './budget.ts';
import { type SiteLayout } from './layout.ts';
/** A file as it is now. */
export interface PresentFile {
    readonly sha256: Sha256;
    /** Bytes. */
    readonly size: number;
    /** Nanoseconds since 1970. */
    readonly mtimeNs: bigint;
}
/** What the disk holds now of everything that feeds a build. */
export interface PresentTree {
    /** By site path: the source folders, and every other file that the state or the manifest names. */
    readonly sources: ReadonlyMap<string, PresentFile>;
    /**
     * By recorded name: files outside the site. `undefined`: not on this machine. Files beside those that API
     * documentation was made from are here too, whether the state names them or not.
     */
    readonly external: ReadonlyMap<string, PresentFile | undefined>;
    /** Site paths of what is there and cannot be read as a file: refused, broken, too large, a device. */
    readonly unreadable: ReadonlySet<string>;
    /** Symbolic links in the source folders that lead where we do not follow. Bengal follows them. */
    readonly links: readonly string[];
    /** Folders of which nobody can tell whether modules came to them, as the state names them. */
    readonly unlisted: readonly string[];
}
export interface PresentOptions {
    /** Site root, absolute. */
    readonly site: string;
    readonly layout: SiteLayout;
    readonly recorded: Iterable<RecordedFile>;
    /** Further site paths to look at: the manifest's. */
    readonly alsoLookAt: Iterable<string>;
    /** How much is looked at of what only the state names. */
    readonly limits?: BudgetLimits;
}
/**
 * Reads and hashes the sources. A modification time proves nothing here (a checkout sets all of them anew, and an edit
 * can keep size and time), and hashing a small file costs less than asking anybody else about it.
 */
export declare function readPresentTree(options: PresentOptions): PresentTree;
/** `undefined` for what is no regular file, or cannot be read. */
export declare function readPresentFile(path: string, memory?: DigestMemory): PresentFile | undefined;
