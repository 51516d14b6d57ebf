import { type Dirent } from './node.ts';
import { type Outcome } from './outcome.ts';
export declare function readBytes(path: string): Outcome<Buffer>;
export declare function readText(path: string): Outcome<string>;
/** The bytes of a file that has to be there. Throws `DiskTrouble`. */
export declare function neededBytes(path: string): Buffer;
/** The text of a file that has to be there. Throws `DiskTrouble`. */
export declare function neededText(path: string): string;
/** What a folder holds; a link to a folder is none. */
export declare function readFolder(path: string): Outcome<Dirent[]>;
/**
 * What a folder, or one that a link leads to, holds. Where a name in it is no text, it counts as unreadable: what we would
 * call the file does not exist.
 */
export declare function readFolderThrough(path: string): Outcome<Dirent[]>;
/** Where a path leads to, through every link. */
export declare function readRealPath(path: string): Outcome<string>;
/** Where a link points to, as it is written in it. */
export declare function readLink(path: string): Outcome<string>;
