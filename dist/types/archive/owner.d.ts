/** This process, as it signs what it leaves on disk. */
export declare function ownerSignature(): string;
export interface Signed {
    readonly signature: string;
    /** Milliseconds since 1970. */
    readonly atMs: number;
    /** How long the work can take at most. Process numbers come again, and other machines cannot be asked. */
    readonly longestMs: number;
}
/** Whether the process that signed is still at it. One on another machine, or in another container, counts as alive. */
export declare function isAlive({ signature, atMs, longestMs }: Signed): boolean;
