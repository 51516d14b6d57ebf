import { encodePath, webAddress } from '../core/web-address.ts';
import type { GivenOptions } from './commands.ts';

/** Where names in a report lead. A name without a link is shown as plain code. */
export interface ReportLinks {
  /** To a source at the commit, by its path below the site. */
  readonly source: (path: string) => string | undefined;
  /** To a built page, by its URL path. */
  readonly page: (url: string) => string | undefined;
  /** What the commands that it suggests have to carry. */
  readonly given?: GivenOptions;
  /** The run is about a pull request. */
  readonly isPullRequest?: boolean;
}

export const NO_LINKS: ReportLinks = { source: () => undefined, page: () => undefined };

export interface LinkOptions {
  /** Such as `https://github.com`. */
  readonly server: string | undefined;
  /** `owner/name`. */
  readonly repository: string | undefined;
  readonly commit: string | undefined;
  /** Site folder below the repository's root, POSIX; empty for the root itself. */
  readonly folder: string;
  /** Where the site is published; a path alone, or nothing, gives no links to pages. */
  readonly baseUrl: string | undefined;
  /** To a page in the preview of a pull request; `undefined`: there is none. */
  readonly preview?: ((address: string) => string) | undefined;
}

/** Builds links from what the runner and the configuration say. Anything that is no plain web address gives none. */
export function reportLinks(options: LinkOptions): ReportLinks {
  const { server, repository, commit, folder, preview } = options;
  const root = webAddress(server);
  const known =
    root !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository ?? '') && /^[0-9a-f]{40,64}$/.test(commit ?? '');
  const site = webAddress(options.baseUrl);
  return {
    source: (path) =>
      known && !path.startsWith('/')
        ? `${root}/${repository ?? ''}/blob/${commit ?? ''}/${encodePath(folder === '' ? path : `${folder}/${path}`)}`
        : undefined,
    page: (url) => preview?.(encodePath(url)) ?? (site === undefined ? undefined : `${site}${encodePath(url)}`),
  };
}
