import { lstatSync, rmSync } from '../disk/node.ts';
import { join } from 'node:path';
import { isWithin } from '../core/paths.ts';
import { messageOf } from '../core/result.ts';

export interface ClearRequest {
  /** Site root, absolute. */
  readonly site: string;
  /** Relative to the site root. */
  readonly outputDir: string;
  /** Site paths that must never go. */
  readonly keep: readonly string[];
}

export type ClearOutcome = { readonly kind: 'cleared' } | { readonly kind: 'left'; readonly why: string };

/**
 * Removes the output before a full build, as its `--clean-output` would. Bengal counts that argument as configuration of
 * the pages, so after a build with it, an incremental one without it builds every page again; after this one it does not.
 */
export function clearOutput({ site, outputDir, keep }: ClearRequest): ClearOutcome {
  const kept = keep.find((path) => isWithin(outputDir, path));
  if (kept !== undefined) return { kind: 'left', why: `it holds ${kept}` };
  const folder = join(site, outputDir);
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return { kind: 'left', why: 'it is no folder' };
  try {
    rmSync(folder, { recursive: true, force: true });
    return { kind: 'cleared' };
  } catch (thrown) {
    return { kind: 'left', why: messageOf(thrown) };
  }
}
