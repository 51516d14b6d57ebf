import type { Variables } from '../config/environment.ts';
export interface GitCall {
    /** Folder to ask about, absolute. */
    readonly folder: string;
    readonly variables: Variables;
    readonly timeoutMs?: number;
}
export interface GitAnswer {
    /** Exit code; `undefined`: there is no git, or it did not end in time. */
    readonly status: number | undefined;
    readonly stdout: string;
    /** What went wrong, where something did. */
    readonly why: string;
}
/** Runs a git command that only reads, whatever the repository and the environment say about how it should. */
export declare function runGit({ folder, variables, timeoutMs }: GitCall, args: readonly string[]): GitAnswer;
/** Commit of the checkout that a folder lies in; `undefined` outside git. */
export declare function readHeadCommit(folder: string, variables: Variables): string | undefined;
