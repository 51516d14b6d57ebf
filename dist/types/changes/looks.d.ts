import type { Read } from '../trace/trace.ts';
/** Answers to what pages asked of the disk and the environment. */
export type Looks = ReadonlyMap<string, string>;
export interface LookOptions {
    /** Site root, absolute. */
    readonly site: string;
    readonly reads: readonly Read[];
    /** Environment variables of this process. */
    readonly variables: Readonly<Record<string, string | undefined>>;
}
/** How a question is written in the manifest. */
export declare function lookQuestion({ kind, arguments: given }: Read): string;
/** The file, folder or variable that a question is about, for people. */
export declare function subjectOfLook(question: string): string;
/**
 * Asks again what pages asked of the disk and the environment: the same question right after a build and before the
 * next one. A question without an answer here is one that nobody can answer.
 */
export declare function answerLooks({ site, reads, variables }: LookOptions): Map<string, string>;
/** Whether a read is such a question. */
export declare function isLook({ kind }: Read): boolean;
