export interface AtomicWriteOptions {
    /** Permission bits of a file that does not exist yet; without it, what the umask leaves of 0666. */
    readonly mode?: number;
}
/**
 * Replaces a file in one step: readers, and whoever looks after a crash, see all of the old content or all of the new.
 * The temporary file beside it is called `tmp????????.tmp`, like those of Python's `mkstemp` that Bengal uses, so that
 * Bengal and we pass over one that a crash leaves. An existing regular file keeps its permission bits. Content may come
 * in parts.
 *
 * @throws what the file system reports, or whoever makes the parts; then the old file is untouched and no temporary file is left.
 */
export declare function writeAtomically(path: string, content: Uint8Array | Iterable<Uint8Array>, options?: AtomicWriteOptions): void;
