import type { Read } from '../trace/trace.ts';
/** What a page took from elsewhere, to follow "shows": `the title of content/a.md`. */
export declare function describeRead({ kind, arguments: given }: Read): string;
