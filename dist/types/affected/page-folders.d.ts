/** The folder of a path, without its last slash; empty for a file at the root. */
export declare function folderOf(path: string): string;
/** A folder and those that it lies in, up to the content folder. */
export declare function foldersAbove(folder: string, contentDir: string): string[];
/** Whether a page is the index of its folder. */
export declare function isIndex(path: string): boolean;
