import { type Sha256 } from '../core/digest.ts';
import type { ArchiveLimits } from './limits.ts';
export interface UnpackRequest {
    /** Absolute path of a `.tar.zst`. Nothing in it is trusted. */
    readonly file: string;
    /** Absolute path of an empty directory. After a rejection it may hold some of the members: throw it away. */
    readonly into: string;
    readonly limits?: ArchiveLimits;
    /** Whether a member may exist at this relative POSIX path. One refusal rejects the whole archive. */
    readonly allow: (path: string) => boolean;
    /** Keeps the permission to execute a file. Without it, nothing that comes out can be executed. */
    readonly keepExecutable?: boolean;
    /** Whose rules for names apply; for tests. */
    readonly platform?: NodeJS.Platform;
    /** Ends the work as failed, with the message of its reason. */
    readonly signal?: AbortSignal;
}
export type Unpacked = {
    readonly kind: 'unpacked';
    readonly files: number;
    readonly bytes: number;
    readonly archiveBytes: number;
    /** Relative POSIX path of each file, in the order of the archive -> digest of what was written there. */
    readonly digests: ReadonlyMap<string, Sha256>;
}
/** Something in the archive is not as it should be. */
 | {
    readonly kind: 'rejected';
    readonly why: string;
}
/** The archive may be good, but this machine could not store it: no room, no permission, no time. */
 | {
    readonly kind: 'failed';
    readonly why: string;
};
/**
 * Unpacks an archive of `packArchive` into an empty directory, streaming, or not at all as far as anybody may look:
 * after any other outcome than `unpacked` the directory is to be thrown away. Regular files and directories only, all
 * below `into`.
 */
export declare function unpackArchive(request: UnpackRequest): Promise<Unpacked>;
