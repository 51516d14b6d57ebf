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
export function buildArgs(mode: BuildMode, { outputExists, asksToProceed }: BuildArgsOptions): readonly string[] {
  if (mode === 'skip') return [];
  // Outputs of pages that are gone survive a full build that finds the old output.
  const clean = mode === 'full' && outputExists ? ['--clean-output'] : [];
  return ['--no-incremental', ...clean, ...(asksToProceed ? ['--yes'] : [])];
}

/** Whether Bengal is told to remove the output folder as a whole. */
export function cleans(args: readonly string[]): boolean {
  return args.includes('--clean-output');
}

/** The same arguments for a build that finds no output any more. */
export function withoutCleaning(args: readonly string[]): readonly string[] {
  return args.filter((argument) => argument !== '--clean-output');
}

/** The arguments of a full build in the place of any other. */
export function asFullBuild(args: readonly string[]): readonly string[] {
  return buildArgs('full', { outputExists: true, asksToProceed: args.includes('--yes') });
}
