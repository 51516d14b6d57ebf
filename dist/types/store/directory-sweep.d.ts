/** Name of a folder in which an entry is prepared. */
export declare function incomingFolderName(): string;
/** Removes what saves left that were killed. `now` is in milliseconds since 1970. Trouble here is nobody's concern. */
export declare function sweepIncoming(root: string, now: number): Promise<void>;
