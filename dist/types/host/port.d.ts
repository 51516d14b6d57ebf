/** A note that the place shows where people look, not only in its log. Plain text. */
export interface Note {
    readonly level: 'notice' | 'warning' | 'error';
    readonly title: string;
    readonly message: string;
    /** Below the repository's root, POSIX. */
    readonly file?: string;
    /** From 1. */
    readonly line?: number;
}
/** A part of the summary of a run, Markdown. */
export interface SummaryPart {
    /** Its heading without a mark, where it stands first of all: a later part goes without. */
    readonly lead?: string;
    readonly body: string;
    /** It belongs before the others, where the place can wait for it. */
    readonly first?: boolean;
}
/** All parts as one text. */
export declare function composeSummary(parts: readonly SummaryPart[]): string;
/** Told what begins, such as `Comparing the sources`; shown until the next step, where somebody waits and watches. */
export type Progress = (doing: string) => void;
/** Port of the place that runs us: a GitHub runner or a terminal. Adapters escape; callers hand over plain text. */
export interface Host {
    info(line: string): void;
    warning(message: string): void;
    /** Of several lines, for whoever looks for a mistake of ours: shown only where somebody asked for it. */
    debug(text: string): void;
    annotate(note: Note): void;
    /** A titled, foldable part of the log. */
    group(title: string, lines: readonly string[]): void;
    setOutput(name: string, value: string): void;
    /** Sets an environment variable for all later steps of the job. */
    setVariable(name: string, value: string): void;
    writeSummary(part: SummaryPart): Promise<void>;
    /** Hands one value from the main step to the post step of the same job. */
    saveHandoff(value: string): void;
    loadHandoff(): string | undefined;
}
