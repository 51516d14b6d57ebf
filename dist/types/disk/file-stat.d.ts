/** What is asked of a file's `BigIntStats`, as a type of our own: whoever uses the library may have no types of Node. */
export interface FileStat {
    readonly dev: bigint;
    readonly ino: bigint;
    readonly mode: bigint;
    /** Bytes. */
    readonly size: bigint;
    /** Nanoseconds since 1970. */
    readonly mtimeNs: bigint;
    readonly ctimeNs: bigint;
    isFile(): boolean;
    isDirectory(): boolean;
    isSymbolicLink(): boolean;
}
