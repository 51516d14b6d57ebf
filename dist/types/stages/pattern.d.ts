import type { SitePath } from '../core/paths.ts';
import type { ReportProblem } from './problem.ts';
/** One pattern in normal form: relative to the site, with `/`, without `.` and empty segments. */
export interface Pattern {
    /** As it was written, for messages. */
    readonly given: string;
    /** Syntax of `@actions/glob`; a folder stands for everything below it. */
    readonly glob: string;
    readonly excludes: boolean;
    /** It was written with a slash at the end: only a folder is meant. */
    readonly folder: boolean;
}
/** Patterns in their order: a later one overrides an earlier one. */
export type PatternSet = readonly Pattern[];
export interface OutputDeclaration {
    readonly patterns: PatternSet;
    /** Folders that were written with a slash at the end: they must exist, be they empty. */
    readonly folders: readonly SitePath[];
}
/** Folders that never hold inputs or outputs, at any depth: our own entries would change the key they belong to. */
export declare const NEVER_ENTERED: readonly string[];
export declare function parsePatterns(given: readonly string[], report: ReportProblem): PatternSet;
export declare function parseOutputs(given: readonly string[], report: ReportProblem): OutputDeclaration;
