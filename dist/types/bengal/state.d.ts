import type { PythonMinor } from './envelope.ts';
import { type RecordedFile } from './recorded-file.ts';
import { type RecordedPage } from './recorded-page.ts';
import type { SizeLimits } from './size-limits.ts';
/** What Bengal's last build left behind, as far as it can be read. */
export interface BengalState {
    /** Number of the schema of `cache.json.zst`; 0 when it has none. */
    readonly schema: number;
    /** The Python that wrote it, from the header; `undefined` for files without one. */
    readonly python: PythonMinor | undefined;
    readonly configHash: string | undefined;
    /** ISO 8601, as recorded. */
    readonly lastBuild: string | undefined;
    /** Nanoseconds since 1970; `undefined` when the provenance does not tell. */
    readonly lastBuildNs: bigint | undefined;
    /** Root of the checkout that wrote the state, absolute POSIX; `undefined` when nothing in it is absolute. */
    readonly recordedRoot: string | undefined;
    /** Whether the site lies in another folder now than when it was built. Bengal then takes some pages for another site's. */
    readonly moved: boolean;
    /** What stands before a page's path in links: `https://example.org/docs`, `/docs`, or nothing. */
    readonly baseUrls: readonly string[];
    /** By page key. */
    readonly pages: ReadonlyMap<string, RecordedPage>;
    /** By `nameOfRef`: every file that fed the build, with what was recorded about it. */
    readonly files: ReadonlyMap<string, RecordedFile>;
    /** Tag slug -> keys of the pages that carry it. */
    readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
    /** Whether Bengal would write again the HTML that it kept, instead of rendering pages it selected. */
    readonly replaysRenderedOutput: boolean;
    /** Secondary files that are missing or damaged: what they would have told is not known. */
    readonly doubts: readonly StateDoubt[];
}
export interface StateDoubt {
    /** Relative to `.bengal`. */
    readonly file: string;
    readonly why: string;
}
export type StateOutcome = {
    readonly kind: 'read';
    readonly state: BengalState;
} | {
    readonly kind: 'absent';
    readonly why: string;
} | {
    readonly kind: 'corrupt';
    readonly why: string;
};
export interface ReadStateOptions {
    /** Site root, absolute. */
    readonly site: string;
    /** Output directory, relative to the site root; `public` when absent. */
    readonly outputDir?: string;
    readonly limits?: SizeLimits;
}
/**
 * Reads `.bengal` below the site. Never throws for what the files hold; only `cache.json.zst` itself is indispensable.
 * Throws `UserError` when `outputDir` leads out of the site.
 */
export declare function readState(options: ReadStateOptions): Promise<StateOutcome>;
