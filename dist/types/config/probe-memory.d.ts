import { type Sha256 } from '../core/digest.ts';
/** Where a job keeps what its Python answered. The folder is the runner's, made for this job and gone after it. */
export interface ProbeMemory {
    /** Absolute. */
    readonly folder: string;
    /** Digest of the configuration: its files and the variables that it is made from. */
    readonly configuration: Sha256;
}
export interface Question {
    /** The command, without what differs from call to call. */
    readonly command: readonly string[];
    /** What the program sees of the environment. */
    readonly variables: Readonly<Record<string, string>>;
}
/**
 * The answer to the same question earlier in this job; `undefined`: there is none, or something was installed since. An
 * installation changes the folders that Python finds its packages in, and with them their times.
 */
export declare function recall(memory: ProbeMemory, question: Question): string | undefined;
/** @param answer The line of the answer, without its mark. */
export declare function remember(memory: ProbeMemory, question: Question, answer: string): void;
