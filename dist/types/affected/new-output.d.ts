import type { Context } from './context.ts';
/** Where the pages around it go: versions and languages are not written where their sources lie. */
export declare function outputBeside(path: string, { layout, state, builtIn }: Context): string;
/** `content/a/b.md` is built to `a/b/index.html`, an index to its folder's. */
export declare function outputOfNewPage(path: string, contentDir: string): string;
