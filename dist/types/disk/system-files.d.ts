/** Whether a path leads to what looks like files and is none: reading it can fail, wait, or never end. */
export declare function isOfSystem(path: string): boolean;
