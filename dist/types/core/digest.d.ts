/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256 = string & {
    readonly __brand: 'Sha256';
};
/** SHA-256 of bytes, or of the UTF-8 form of a string. */
export declare function sha256(content: string | Uint8Array): Sha256;
/** SHA-256 of bytes that come piece by piece. */
export declare function createDigest(): {
    update(piece: Uint8Array): void;
    end(): Sha256;
};
/**
 * SHA-256 over named parts. Every name and value is prefixed with its length in bytes, so that no two different
 * lists of parts can run together into the same bytes.
 */
export declare function digestOfParts(parts: Iterable<readonly [name: string, value: string | Uint8Array]>): Sha256;
export declare function isSha256(value: string): value is Sha256;
/** How a git repository names contents. */
export type GitHash = 'sha1' | 'sha256';
/** The id that git gives a file's bytes when it stores them as they are. */
export declare function gitBlobId(content: Uint8Array, algorithm: GitHash): string;
export declare function isGitId(value: string): boolean;
