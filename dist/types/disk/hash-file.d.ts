import type { GitHash, Sha256 } from '../core/digest.ts';
/** SHA-256 of a regular file of any size. Throws what the disk says, also when the file changes meanwhile. */
export declare function hashFile(path: string): Sha256;
/** The id that git gives the bytes of a regular file of any size. Throws like `hashFile`. */
export declare function gitIdOfFile(path: string, algorithm: GitHash): string;
