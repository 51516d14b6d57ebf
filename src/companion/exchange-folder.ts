import { join } from 'node:path';
import type { SitePath } from '../core/paths.ts';

/**
 * Folder of the site in which we and our companion in the build leave things for each other. It lies beside the output,
 * on the same disk, so that kept files need no copy; it never travels.
 */
export const EXCHANGE_FOLDER = '.bengal-cache' as SitePath;

export interface ExchangePaths {
  /** What the build may keep, written before it. */
  readonly plan: string;
  /** What the build did, written by the companion. */
  readonly journal: string;
  /** The last build's output, set aside. */
  readonly previous: string;
  /** The variables that the build needs, for a shell. */
  readonly environment: string;
}

/** Absolute paths below a site root. */
export function exchangePaths(site: string): ExchangePaths {
  const folder = join(site, EXCHANGE_FOLDER);
  return {
    plan: join(folder, 'plan.json'),
    journal: join(folder, 'journal.json'),
    previous: join(folder, 'previous'),
    environment: join(folder, 'build.env'),
  };
}

/** The trace below the site: what each rendering of the last build read. */
export const TRACE_PATH = '.bengal/trace.zst' as SitePath;
