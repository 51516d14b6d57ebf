/** Our folder in a site, and where in it an output lies that was set aside for a build. */
export interface WorkFolder {
    /** Absolute. */
    readonly path: string;
    /** Absolute; may not be there. */
    readonly previous: string;
}
/** Our folder, if this installation has made the one that is there. What a repository brought is not ours. */
export declare function findWorkFolder(site: string): WorkFolder | undefined;
/** The same, made where there is none. Throws what the disk says, and where something else stands in its place. */
export declare function openWorkFolder(site: string): WorkFolder;
