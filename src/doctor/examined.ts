import type { Workflow } from './parsed-workflow.ts';

/** What a repository has that decides whether its cache works. */
export interface Examined {
  readonly workflows: readonly Workflow[];
  /** Sites of Bengal in it, with what their configuration says. */
  readonly sites: readonly ExaminedSite[];
  /** Lines of the `.gitignore` files that count for a folder, without comments; `undefined`: it is no repository. */
  readonly ignores: ((path: string) => boolean) | undefined;
}

export interface ExaminedSite {
  /** Relative to the root; empty: it is the root. */
  readonly folder: string;
  readonly outputDir: string;
  readonly hasBaseUrl: boolean;
  /** File of the configuration, relative to the root. */
  readonly configFile: string;
}
