/** How much is still looked at of what nobody but a state names: it may name anything, and a machine holds a lot. */
export interface Budget {
    /** Takes one file or name of so many bytes; false when there is no more. */
    spend(bytes?: number): boolean;
    readonly isSpent: boolean;
}
export interface BudgetLimits {
    readonly files: number;
    readonly bytes: number;
    readonly milliseconds: number;
}
/** Bengal's own theme has some 500 files of 5 MB together; the modules of a large project, some thousands. */
export declare const OUTSIDE_LIMITS: BudgetLimits;
export declare function budgetOf(limits: BudgetLimits): Budget;
