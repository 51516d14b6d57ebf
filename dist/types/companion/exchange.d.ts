import type { SitePath } from '../core/paths.ts';
/** Writes one file of the exchange, whole or not at all. */
export declare function writeExchangeFile(site: string, path: string, content: string): void;
/** Makes the folder where there is none. It ignores itself, so that no checkout shows it as changed. */
export declare function openExchange(site: string): void;
/** Whether the folder is the one that this tool made on this machine; what a repository brought is left alone. */
export declare function ownsExchange(site: string): boolean;
/**
 * Forgets plan, journal and what was set aside: the build that they belong to has been recorded, or will not be. What the
 * disk does not give up stays, and says of no later build that it followed a plan.
 */
export declare function closeExchange(site: string): void;
/** What became of an output that was set aside for a build that nobody recorded. */
export type Recovery = {
    readonly kind: 'nothing';
}
/** The build never ran: the output is where it was. */
 | {
    readonly kind: 'put-back';
    readonly files: number;
}
/** The build began and was not recorded: what lies in the output folder is whatever it wrote. */
 | {
    readonly kind: 'broken-off';
};
export interface OutputAside {
    /** Site root, absolute. */
    readonly site: string;
    readonly outputDir: SitePath;
    /** What the manifest that still belongs to the state recorded as output, below the output folder. */
    readonly recorded: Iterable<string>;
}
/** Before anything is prepared anew: what an earlier preparation left behind. */
export declare function recoverOutput({ site, outputDir, recorded }: OutputAside): Recovery;
