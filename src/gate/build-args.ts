import type { BuildMode } from './decision.ts';

export interface BuildArgsOptions {
  readonly outputExists: boolean;
  /** This Bengal has `--yes`, and without it ends at once where nobody can answer. 0.5.1 does not know it. */
  readonly asksToProceed: boolean;
}

/**
 * Arguments for `bengal build`, as every version since 0.2.4 knows them. They are plain words, so that a shell may take
 * them apart.
 */
export function buildArgs(mode: BuildMode, { outputExists, asksToProceed }: BuildArgsOptions): readonly string[] {
  const args: Record<BuildMode, readonly string[]> = {
    skip: [],
    incremental: ['--incremental'],
    // Outputs of pages that are gone survive a full build that finds the old output.
    full: outputExists ? ['--no-incremental', '--clean-output'] : ['--no-incremental'],
  };
  return asksToProceed && mode !== 'skip' ? [...args[mode], '--yes'] : args[mode];
}

/** The same arguments for a build that finds no output any more. */
export function withoutCleaning(args: readonly string[]): readonly string[] {
  return args.filter((argument) => argument !== '--clean-output');
}

/** The arguments of a full build in the place of any other. */
export function asFullBuild(args: readonly string[]): readonly string[] {
  return buildArgs('full', { outputExists: true, asksToProceed: args.includes('--yes') });
}
