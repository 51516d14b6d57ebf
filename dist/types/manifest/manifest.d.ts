import { type JsonValue } from '../core/json.ts';
import { type Sha256 } from '../core/digest.ts';
import { type SitePath } from '../core/paths.ts';
import { type Circumstances } from './build-conditions.ts';
import { type FailedPage } from './failed-pages.ts';
import { type SiteKnowledge } from './site-index.ts';
import { type Origin } from './origin.ts';
/**
 * The one file that we add to a state: what was true when it was recorded. It stands beside Bengal's files and never
 * inside them, since Bengal discards a whole cache for one key that it does not know.
 */
export interface Manifest {
    readonly tool: string;
    /** ISO 8601. */
    readonly recordedAt: string;
    /** Commit that was built; `undefined` outside a git checkout. */
    readonly commit: string | undefined;
    /** The run that recorded it. */
    readonly origin: Origin;
    /** Digest of the source tree, as the cache key has it. */
    readonly treeDigest: Sha256;
    readonly bengal: string | undefined;
    /** `major.minor`. */
    readonly python: string | undefined;
    readonly environment: string;
    readonly profile: string | undefined;
    /** Further arguments that the job gave to `bengal build`. */
    readonly flags: readonly string[];
    readonly outputDir: SitePath;
    readonly configFingerprint: Sha256;
    readonly build: BuildKind;
    readonly lineage: Lineage;
    /** Digest of the trace that the build wrote (`companion/`); `undefined`: nobody recorded what its pages read. */
    readonly trace: Sha256 | undefined;
    /** Digest of Bengal's own files; another one means that a later build wrote the state and did not record it. */
    readonly stateDigest: Sha256;
    /** Digest of what matters in state and output, whenever and wherever they were written. */
    readonly contentDigest: Sha256;
    /** Path below `.bengal` -> digest of Bengal's file, for each that travels. */
    readonly stateFiles: ReadonlyMap<string, Sha256>;
    /** Site path -> the source as it was built. */
    readonly sources: ReadonlyMap<string, RecordedSource>;
    /** Path below the output directory -> the output as it was built. */
    readonly outputs: ReadonlyMap<string, RecordedContent>;
    readonly knowledge: SiteKnowledge;
    /** Pages that the build lost or spoilt. */
    readonly failedPages: readonly FailedPage[];
    /** `undefined`: recorded by a version of this tool that did not know of them. */
    readonly circumstances?: Circumstances | undefined;
}
export interface RecordedContent {
    readonly sha256: Sha256;
    /** Bytes. */
    readonly size: number;
    /** Nanoseconds since 1970; 0 for outputs, whose time nobody reads. */
    readonly mtimeNs: bigint;
}
export interface RecordedSource extends RecordedContent {
    /** The id that git gives these bytes: 40 hexadecimal digits, or 64 where the repository counts in SHA-256. */
    readonly gitId: string;
}
/** How the output came to be. */
export type BuildKind = 
/** It is what one full build writes: each page was rendered by the build, or kept with proof. */
'full'
/** The same but for pages that failed, each as it did in the build before of the same source. */
 | 'failing'
/** Nobody can tell: some pages are older than the last build, or failed in it, or the job of the build did not end well. */
 | 'partial';
/** How far the output goes back to a build in which nothing was kept. */
export interface Lineage {
    /** When that build was recorded, ISO 8601. */
    readonly renderedAt: string;
    /** How many builds in which pages were kept came after it. */
    readonly keptBuilds: number;
}
export declare const MANIFEST_SCHEMA = 4;
/** Short keys: a site of 100,000 pages has half a million outputs. */
export declare function manifestToJson(manifest: Manifest): JsonValue;
/** A manifest, or why the value is none. Nothing in it is trusted: it may come from anybody's cache. */
export declare function manifestFromJson(value: JsonValue): {
    readonly manifest: Manifest;
} | {
    readonly why: string;
};
