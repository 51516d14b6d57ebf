import type { BuildMode } from './decision.ts';
export interface BuildArgsOptions {
    /** Something lies in the output directory that is not set aside before the build. */
    readonly outputExists: boolean;
    /** This Bengal has `--yes`, and without it ends at once where nobody can answer. 0.5.1 does not know it. */
    readonly asksToProceed: boolean;
}
/**
 * Arguments for `bengal build`, as every version since 0.2.4 knows them. They are plain words, so that a shell may take
 * them apart. An incremental build is a full build of Bengal's in which the companion keeps what it can prove.
 */
export declare function buildArgs(mode: BuildMode, { outputExists, asksToProceed }: BuildArgsOptions): readonly string[];
/** Whether Bengal is told to remove the output folder as a whole. */
export declare function cleans(args: readonly string[]): boolean;
/** The same arguments for a build that finds no output any more. */
export declare function withoutCleaning(args: readonly string[]): readonly string[];
/** The arguments of a full build in the place of any other. */
export declare function asFullBuild(args: readonly string[]): readonly string[];
