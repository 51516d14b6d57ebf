import { type Sha256 } from '../core/digest.ts';
import { type FailedPage } from './failed-pages.ts';
import { type Manifest } from './manifest.ts';
export declare const MANIFEST_PATH = ".bengal/ci-manifest.json.zst";
export type ManifestOutcome = {
    readonly kind: 'read';
    readonly manifest: Manifest;
} | {
    readonly kind: 'absent';
} | {
    readonly kind: 'unusable';
    readonly why: string;
};
/** Reads the manifest of a site's state, and checks that it belongs to the state beside it. */
export declare function readManifest(site: string): Promise<ManifestOutcome>;
/** A manifest by itself: what it says of an output is true of that output, whatever state lies beside it by now. */
export declare function readManifestAt(path: string): Promise<ManifestOutcome>;
export interface EarlierFailures {
    readonly pages: readonly FailedPage[];
    /** Digest of the state that they were recorded of. */
    readonly stateDigest: string | undefined;
}
/** What failed in the build that was recorded last. After another build, that manifest belongs to no state any more. */
export declare function readEarlierFailures(site: string): Promise<EarlierFailures>;
export type ManifestWritten = {
    readonly kind: 'written';
    readonly bytes: number;
}
/** What was there before is there still. */
 | {
    readonly kind: 'failed';
    readonly why: string;
};
/** Writes the manifest: temporary file in the same folder, flushed, then renamed, so that no reader sees a part of it. */
export declare function writeManifest(site: string, manifest: Manifest): Promise<ManifestWritten>;
/** Whether a build has left a state there, whatever it is worth. */
export declare function hasState(site: string): boolean;
/** Tells one build's state from another's. */
export declare function digestOfState(site: string): Sha256;
