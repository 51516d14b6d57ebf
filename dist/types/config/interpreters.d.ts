import type { Variables } from './environment.ts';
/** A way to start a Python, and in whose name it was found. */
export interface Interpreter {
    /** Program, absolute or to be found on the PATH, and arguments before those of Python. */
    readonly command: readonly [program: string, ...args: readonly string[]];
    /** Where it was found, in words. */
    readonly from: string;
}
/** Where strangers can bring a job that has secrets to handle their code, nothing that lies in the checkout may run. */
export type InterpreterReach = 'anywhere' | 'outside-checkout';
export interface InterpreterSearch {
    /** Site root, absolute. */
    readonly site: string;
    /** Checkout that the site lies in, absolute. */
    readonly workspace: string;
    /** `python` as the workflow names it: a path relative to the workspace, or a name on the PATH. */
    readonly given: string | undefined;
    readonly variables: Variables;
    /** Whose interpreters may run; any, where nothing else is said. */
    readonly reach?: InterpreterReach | undefined;
    /** Node's name of the system. */
    readonly platform: string;
}
/**
 * Pythons that may have the Bengal of this job, the likeliest first. The one given by hand counts alone. Then comes the
 * one that runs the `bengal` on the PATH, since that is what a build step starts; virtual environments; any Python on
 * the PATH; and uv, which finds a project's environment by rules of its own.
 */
export declare function findInterpreters(search: InterpreterSearch): Interpreter[];
/** The Python that a script is run with: `#!/path/python`, `#!/usr/bin/env python3`, or a shell's `exec` of a long path. */
export declare function interpreterOfScript(head: string): string | undefined;
