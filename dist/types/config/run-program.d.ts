import type { Variables } from './environment.ts';
export interface ProgramRun {
    readonly command: readonly [program: string, ...args: readonly string[]];
    /** Absolute. */
    readonly cwd: string;
    readonly variables: Variables;
    readonly timeoutMs: number;
    /** Bytes of stdout above which the program is stopped. */
    readonly maxOutput: number;
}
/** How a program ended. `errors`: the end of what it wrote to stderr. */
export type ProgramOutcome = {
    readonly kind: 'ended';
    readonly status: number | null;
    readonly output: string;
    readonly errors: string;
} | {
    readonly kind: 'hung';
} | {
    readonly kind: 'flooded';
} | {
    readonly kind: 'not-started';
    readonly why: string;
};
/** Runs a program to its end, or ends it and every process that it started. Never throws, never waits longer. */
export declare function runProgram(run: ProgramRun): Promise<ProgramOutcome>;
