/** What an output is to a reader. */
export declare const OUTPUT_KINDS: readonly ["page", "page-data", "site-wide", "asset", "other"];
export type OutputKind = (typeof OUTPUT_KINDS)[number];
/**
 * @param path Below the output folder, POSIX.
 * @param isOutput Whether something of that name lies in the output, or did.
 */
export declare function outputKind(path: string, isOutput: (path: string) => boolean): OutputKind;
