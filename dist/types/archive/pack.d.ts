export interface PackRequest {
    /** Absolute path of the folder that `paths` start from. */
    readonly root: string;
    /** Relative POSIX paths of regular files, in any order. The caller decides which; directories are implied. */
    readonly paths: readonly string[];
    /** Absolute path of the `.tar.zst` to write, replaced when it exists. */
    readonly file: string;
    /** Ends the work with a refusal that has the message of its reason. */
    readonly signal?: AbortSignal;
}
export type Packed = {
    readonly kind: 'packed';
    readonly files: number;
    /** Bytes of all contents. */
    readonly bytes: number;
    /** Bytes of the archive. */
    readonly archiveBytes: number;
}
/** Nothing is left at `file`. */
 | {
    readonly kind: 'refused';
    readonly why: string;
};
/**
 * Stores files in one zstd-compressed tar, streaming. The same contents give the same bytes apart from modification
 * times: members are sorted by code unit, owners are zero, modes are 0644 or 0755.
 * Names that unpacking would refuse, missing or changing files and a full disk end as `refused`.
 */
export declare function packArchive(request: PackRequest): Promise<Packed>;
