export interface FilesBelow {
    /** Regular files, relative to the folder, POSIX. */
    readonly files: readonly string[];
    /** Whatever else is no folder: links, pipes; and folders that cannot be read. */
    readonly others: readonly string[];
    /** Folders, each before those in it. */
    readonly folders: readonly string[];
}
/** What lies below a folder. Links are named, not followed; where there is nothing, nothing is named. */
export declare function filesBelow(root: string): FilesBelow;
/**
 * Removes the folders that held the given files and hold nothing any more, and those above them.
 *
 * @param options `root`: the folder itself may go too.
 */
export declare function removeEmptyFolders(folder: string, paths: Iterable<string>, { root }: {
    readonly root: boolean;
}): void;
/** Removes a folder of which nothing but folders is left, with those; what holds anything else stays. */
export declare function removeBareFolders(folder: string): void;
