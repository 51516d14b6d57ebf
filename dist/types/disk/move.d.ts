/** Moves a regular file to where nothing stands, to another disk too; its times come along. Throws what the disk says. */
export declare function moveFile(from: string, to: string): void;
