import { type JsonValue } from '../core/json.ts';
import type { Differences, OutputDigests } from './digests.ts';
/**
 * What lies at a target: a file that is deployed with the site, so that the next deployment compares with what is there
 * and not with what some build believes. A deployment that was lost, or broken off, is noticed by it.
 */
export interface DeployedManifest {
    readonly files: OutputDigests;
    /** Commit that was built. */
    readonly commit: string | null;
    /** ISO 8601. */
    readonly recordedAt: string | null;
    readonly event: string | null;
}
/** Small as it can be: a site of 100,000 pages has half a million files. */
export declare function deployedToText({ files, commit, recordedAt, event }: DeployedManifest): string;
/** `undefined` for anything but what we wrote. Nothing in it is trusted: it comes from a server. */
export declare function deployedFromJson(value: JsonValue): DeployedManifest | undefined;
/**
 * What may lie at the target from the moment a deployment begins until it has ended: of every file that it touches nobody
 * knows. Deployed first, it makes the next deployment send again what a broken one may have left half done.
 */
export declare function whileDeploying(before: OutputDigests, { added, changed, removed }: Differences): OutputDigests;
