import { type SitePath } from '../core/paths.ts';
/** `90s`, `5m`, `12h`, `7d` in milliseconds; `90` alone are seconds. Nothing is no time. */
export declare function parseDuration(text: string): number | undefined;
/** `500MB`, `2GiB` in bytes. The unit has to be named. */
export declare function parseSize(text: string): number | undefined;
/**
 * A file or folder of the site that may travel along. What belongs to git or to workflows could change what later jobs
 * run, and a pattern is no path.
 */
export declare function parseExtraPath(text: string): SitePath | undefined;
/** Lines that say something. */
export declare function linesOf(text: string): readonly string[];
/** Longest key that a user may give; what we append still fits into the 512 characters that every store takes. */
export declare const LONGEST_KEY = 400;
export declare function parseKey(text: string): string | undefined;
/** A secret that signs; the problem never quotes it. Nothing is no secret: a fork has none. */
export declare function parseSigningKey(text: string): {
    readonly secret: string | undefined;
} | {
    readonly problem: string;
};
/**
 * An address with `{path}` and `{pr}` in it: without a blank or a character that could end a link. Without `{path}` the
 * address of the page comes behind it.
 */
export declare function parsePreviewUrl(text: string): string | undefined;
/** Where a site is published: no credentials, query or fragment; without the last slash. */
export declare function parseBaseUrl(text: string): string | undefined;
