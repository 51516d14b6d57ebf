/** A folder for one call of the client: all that it writes lies inside. */
export interface ClientFolder {
    /** Absolute path of the client's working directory. */
    readonly work: string;
    /** Hands a file to the client; yields its size in bytes. */
    load(file: string): Promise<number>;
    /** Moves the entry that the client has unpacked to `file`; yields what is wrong with it. */
    unload(file: string): Promise<string | undefined>;
    /** What cannot be removed stays for the runner, which empties its folder for temporary files after each job. */
    remove(): Promise<void>;
}
/** `temp` is made when it does not exist. */
export declare function openClientFolder(temp: string): Promise<ClientFolder>;
