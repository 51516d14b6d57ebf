import { type Result } from '../core/result.ts';
import { type OutputDeclaration, type PatternSet } from './pattern.ts';
import type { ReportProblem } from './problem.ts';
/** Letters, digits, `.`, `_` and `-`, at most 100 of them, fit for a file name on every system. */
export type StageName = string & {
    readonly __brand: 'StageName';
};
/** What a stage runs: a line for the shell, or a program with its arguments, which no shell touches. */
export type StageCommand = {
    readonly kind: 'shell';
    readonly line: string;
} | {
    readonly kind: 'program';
    readonly argv: readonly [program: string, ...args: string[]];
};
/** One idempotent step: what it reads, what it makes, and what else decides its result. Made by `parseStage` alone. */
export interface Stage {
    readonly name: StageName;
    /** Without any, the stage is never skipped. */
    readonly inputs: PatternSet;
    readonly outputs: OutputDeclaration;
    /** Tools and scripts: they count like inputs, and are named as code when they change. */
    readonly code: PatternSet;
    readonly command: StageCommand | undefined;
    /** Names of the variables whose values count, sorted. */
    readonly environment: readonly string[];
    /** Any text; another one is another stage. */
    readonly salt: string;
    /** What tells apart jobs that run the same stage. */
    readonly scope: string;
    /** Seconds for which a success counts; without it, for ever. */
    readonly ttl: number | undefined;
    /** Whether outputs must have the recorded digests, not only be there. */
    readonly verifyOutputs: boolean;
    /** Whether outputs travel in the cache. */
    readonly cacheOutputs: boolean;
    /** Stages that have to be up to date before this one. */
    readonly needs: readonly StageName[];
}
/** A stage as people write it. Patterns are relative to the site, with `/`; one that starts with `!` excludes. */
export interface StageFields {
    readonly name: string;
    readonly inputs?: readonly string[] | undefined;
    /** Patterns, or folders that end with `/` and must exist. */
    readonly outputs?: readonly string[] | undefined;
    readonly code?: readonly string[] | undefined;
    /** A line for the shell, or the program and its arguments. */
    readonly command?: string | readonly string[] | undefined;
    readonly env?: readonly string[] | undefined;
    readonly salt?: string | undefined;
    readonly scope?: string | undefined;
    /** Seconds, or a number with `s`, `m`, `h`, `d` or `w`. */
    readonly ttl?: string | number | undefined;
    readonly verifyOutputs?: boolean | undefined;
    readonly cacheOutputs?: boolean | undefined;
    readonly needs?: readonly string[] | undefined;
}
/** What is wrong with a field, or with the n-th item of its list. */
export interface StageProblem {
    readonly field: keyof StageFields;
    readonly index: number | undefined;
    /** `expected ..., got ...` */
    readonly problem: string;
}
/** Checks a stage. Reports every problem. */
export declare function parseStage(fields: StageFields): Result<Stage, StageProblem>;
/** The same for programs that define stages themselves. Throws a `UserError` with every problem. */
export declare function defineStage(fields: StageFields): Stage;
/** A valid name; anything else is reported, and returned only so that the other fields are checked as well. */
export declare function parseName(name: string, report: ReportProblem): StageName;
/** @throws UserError for what is no name of a stage. */
export declare function checkedName(name: string): StageName;
