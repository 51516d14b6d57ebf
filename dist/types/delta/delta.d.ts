import type { Differences } from './digests.ts';
import type { OutputKind } from './output-kind.ts';
import type { PageChange } from './page-change.ts';
/** What differs between two outputs for a reader, and what of it is only noise. */
export interface Delta {
    readonly schemaVersion: 1;
    readonly base: DeltaBase;
    /** Every output whose bytes differ, in code-unit order of the paths. */
    readonly files: readonly ChangedOutput[];
    /** Outputs that are as they were. */
    readonly unchanged: number;
    /** Addresses that answered before and lead nowhere now. */
    readonly vanished: readonly VanishedPage[];
}
/** A page that answered before, and that neither a page, an alias nor a redirect answers for now. */
export interface VanishedPage {
    /** Below the output folder. */
    readonly path: string;
    readonly address: string;
    readonly title: string;
    /** Where the same page seems to be now. */
    readonly movedTo?: {
        readonly path: string;
        readonly address: string;
        readonly source: PageSource | null;
    };
    /** What it was made from; `null`: nothing in the site alone, or nobody knows. */
    readonly source: PageSource | null;
    /** A listing or the like, which comes and goes with what it lists. */
    readonly generated: boolean;
}
export interface PageSource {
    /** Below the site. */
    readonly path: string;
    /** From 1; where the key stands that decides the address. */
    readonly line: number;
}
/** What an output is compared with. */
export type DeltaBase = {
    readonly kind: 'manifest' | 'folder';
    /** As the user gave it, a folder, a file or a key; or `the last build`. */
    readonly name: string;
    readonly commit: string | null;
    /** ISO 8601. */
    readonly recordedAt: string | null;
    /** The event of the run that built it, such as `push`. */
    readonly event: string | null;
}
/** Nothing is known of an earlier output, so everything counts as added. */
 | {
    readonly kind: 'none';
    readonly why: string;
};
export declare const OUTPUT_CHANGES: readonly ["added", "changed", "removed"];
export type OutputChange = (typeof OUTPUT_CHANGES)[number];
export interface ChangedOutput {
    /** Below the output folder, POSIX. */
    readonly path: string;
    readonly change: OutputChange;
    readonly kind: OutputKind;
    /** The path of its address, percent-encoded. */
    readonly address: string;
    /** Only what differs between any two builds differs: readers see the same. */
    readonly noise: boolean;
    /** Of pages: what a reader meets there. */
    readonly page?: ChangedPage;
}
export interface ChangedPage {
    /** Heading or title; of a removed page the one that it had. Empty: it has none, or nobody knows. */
    readonly title: string;
    /** Where a page that only leads on leads to. */
    readonly redirect?: string;
    /** It asks search engines to leave it out. */
    readonly noindex?: true;
    /** Of a page that was there before and is more than noise. */
    readonly changed?: PageChange;
}
/** Bytes of outputs; `undefined`: they are not at hand, or too many. */
export interface OutputReaders {
    readonly before: (path: string) => Uint8Array | undefined;
    readonly after: (path: string) => Uint8Array | undefined;
}
export interface CompareOptions {
    readonly base: DeltaBase;
    readonly differences: Differences;
    readonly readers: OutputReaders;
    /** Whether something of that name lies in the output now, or did before. */
    readonly isOutput: (path: string) => boolean;
}
/** Those that are more than noise. */
export declare function realChanges({ files }: Delta): readonly ChangedOutput[];
/** Pages that are more than noise; aliases, which only lead on, are none. */
export declare function changedPages(delta: Delta, change: OutputChange): readonly ChangedOutput[];
/** Whether anything that readers see is another. Without a base nobody knows, so everything is. */
export declare function isAnythingToDeploy(delta: Delta): boolean;
