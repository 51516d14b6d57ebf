import { join } from 'node:path';
import { readBuildLog, type BuildLog, type LoggedFailure } from '../bengal/build-log.ts';
import { readPageError } from '../bengal/error-page.ts';
import { toPosix, type SitePath } from '../core/paths.ts';
import { by } from '../core/order.ts';
import { failsAlike, type FailedPage } from '../manifest/failed-pages.ts';
import type { BuiltTree } from './built-tree.ts';

export interface FailedPagesOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  /** The tree as the build left it. */
  readonly built: Pick<BuiltTree, 'sources' | 'complete' | 'unwritten' | 'written'>;
  /** What failed in the build before. */
  readonly earlier: readonly FailedPage[];
  /** `earlier` was recorded of this very build. */
  readonly recordedBefore: boolean;
}

/**
 * The pages that the last build lost or spoilt, and why: which ones, the output says; why, Bengal's log, or what it wrote
 * in their place. The log alone proves nothing, since it may be that of another build.
 */
export function readFailedPages(options: FailedPagesOptions): FailedPage[] {
  const { site, outputDir, built, earlier } = options;
  const log = readBuildLog(site);
  const root = toPosix(site);
  const spoilt = [...built.written].flatMap(([page, output]): Failure[] => {
    const error = readPageError(join(site, outputDir, output), root, log.unnamed.length > 0);
    return error === undefined ? [] : [{ page, ...error }];
  });
  return judgeFailures([...lostPages(built, log, earlier), ...spoilt], options);
}

type Failure = Omit<FailedPage, 'source' | 'repeated'>;
type Built = FailedPagesOptions['built'];

/** Pure. */
function judgeFailures(
  failures: readonly Failure[],
  { built, earlier, recordedBefore }: Omit<FailedPagesOptions, 'site' | 'outputDir'>,
): FailedPage[] {
  const before = new Map(earlier.map((failed) => [failed.page, failed]));
  return failures
    .map((failure): FailedPage => {
      const failed = { ...failure, source: built.sources.get(failure.page)?.sha256 };
      const known = before.get(failed.page);
      // A build that left other pages alone may have left this one alone as well, and has proven nothing new of it.
      const again = (built.complete && !recordedBefore) || known?.repeated === true;
      return { ...failed, repeated: again && known !== undefined && failsAlike(failed, known) };
    })
    .sort(by(({ page }) => page));
}

/** Pages of which nothing was written. Pure. */
export function lostPages(built: Built, log: BuildLog, earlier: readonly FailedPage[]): Failure[] {
  const logged = new Map<string, LoggedFailure>();
  for (const failure of log.failures) if (!logged.has(failure.page)) logged.set(failure.page, failure);
  const before = new Map(earlier.map((failed) => [failed.page, failed]));
  const lost = [...built.unwritten].flatMap(([page, how]): Failure[] => {
    const failure = logged.get(page);
    if (failure !== undefined) return [failure];
    // An incremental build leaves pages alone, those that failed before among them.
    if (how === 'older') return [];
    const known = built.complete ? undefined : before.get(page);
    if (known !== undefined && known.source === built.sources.get(page)?.sha256)
      return [{ page, how: known.how, message: known.message }];
    return [unnamedLoss(page, log)];
  });
  const unknown = [...logged.values()].filter(
    ({ page }) => built.sources.has(page) && !built.unwritten.has(page) && !built.written.has(page),
  );
  return [...lost, ...unknown];
}

function unnamedLoss(page: string, { deadlines: [deadline] }: BuildLog): Failure {
  return deadline === undefined
    ? { page, how: 'unexplained', message: '' }
    : {
        page,
        how: 'out-of-time',
        message: `work_scope_deadline_expired (${deadline.scope}, ${String(deadline.remaining)} left)`,
      };
}
