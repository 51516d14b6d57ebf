/** What was thrown where nothing should be, for the two kinds of people who read of it. */
export interface Trouble {
    /** One sentence for whoever reads the log, without its full stop. */
    readonly sentence: string;
    /** For whoever has to mend it: the stack, where there is one. */
    readonly stack: string;
}
/** What the disk refuses is told as it is; anything else is a mistake of ours, and is called one. */
export declare function describeTrouble(thrown: unknown, whereStack?: string): Trouble;
