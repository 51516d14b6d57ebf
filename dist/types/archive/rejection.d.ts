/** A reason to refuse an archive. Thrown inside `archive/` only: both entry points turn it into their outcome. */
export declare class Rejection extends Error {
}
/** The sentence for whatever stopped the work: our own reasons as they are, errors of Node with their code. */
export declare function sentenceFor(error: unknown): string;
/** What the machine could not do; `undefined` when the error is about the archive. */
export declare function machineTrouble(error: unknown): string | undefined;
