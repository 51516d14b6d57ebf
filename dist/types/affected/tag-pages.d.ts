import type { Context } from './context.ts';
import type { SitePages } from './structure.ts';
/** Pages of listings come and go with the number of pages that carry a tag: each holds so many, an empty tag has none. */
export declare function judgeTagPages({ before, after }: SitePages, changed: readonly string[], context: Context): void;
