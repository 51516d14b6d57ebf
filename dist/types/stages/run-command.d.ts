import type { Variables } from './stage-fingerprint.ts';
import type { StageCommand } from './stage-definition.ts';
export type CommandEnd = {
    readonly kind: 'succeeded';
} | {
    readonly kind: 'failed';
    readonly status: number;
} | {
    readonly kind: 'killed';
    readonly signal: string;
} | {
    readonly kind: 'not-started';
    readonly why: string;
};
/** Where the output of a command goes. */
export type CommandOutput = 
/** To where ours goes, untouched; standard input as well. */
{
    readonly kind: 'inherited';
}
/** The same, but all of it to standard error: standard output belongs to a result of ours. */
 | {
    readonly kind: 'to-standard-error';
}
/** Line by line, without their ends. */
 | {
    readonly kind: 'lines';
    readonly line: (text: string, from: 'stdout' | 'stderr') => void;
};
export interface CommandRun {
    readonly command: StageCommand;
    /** Absolute. */
    readonly folder: string;
    readonly variables: Variables;
    readonly output: CommandOutput;
}
/** Runs a command to its end. Never rejects: how it ended is the outcome. */
export declare function runCommand({ command, folder, variables, output }: CommandRun): Promise<CommandEnd>;
