/** Bad input: the user has to change something. Carries every problem at once; shown without a stack. */
export declare class UserError extends Error {
    readonly problems: readonly string[];
    constructor(problems: readonly string[]);
}
