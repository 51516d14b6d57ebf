import { type Sha256 } from '../core/digest.ts';
import { type ConfigDigests, type ConfigKeyChange, type ConfigSettings } from './config-keys.ts';
/** Whether the configuration is the one that the state was built with. */
export interface ConfigVerdict {
    readonly status: 'unchanged' | 'changed' | 'unknown';
    /** Bengal's own hash in the state: 16 hexadecimal digits. */
    readonly recorded: string | null;
    /** Bengal's own hash now, where somebody told it. */
    readonly current: string | null;
    /** What the verdict rests on, in words. */
    readonly why: string;
    /** Who told it. */
    readonly source?: ConfigSource;
    /** The settings that differ, where both sides are known setting by setting. */
    readonly changedKeys?: readonly ConfigKeyChange[];
}
/** From the best: the workflow, the job's own Bengal, or our fingerprint of what feeds the configuration. */
export type ConfigSource = 'input' | 'probe' | 'fingerprint' | 'nobody';
export interface ConfigEvidence {
    readonly recordedHash: string | undefined;
    readonly current: {
        readonly hash: string;
        readonly source: 'input' | 'probe';
    } | undefined;
    readonly recordedFingerprint: Sha256 | undefined;
    readonly currentFingerprint: Sha256;
    /** A configuration file that could not be read: then equal fingerprints mean nothing. */
    readonly unreadable: string | undefined;
    /** Settings of the same source on both sides; `undefined`: they cannot be compared. */
    readonly settings: {
        readonly recorded: ConfigDigests;
        readonly current: ConfigSettings;
    } | undefined;
    /** Settings that `BENGAL_*` variables make. */
    readonly fromVariables: ReadonlySet<string>;
    /** What became of reading the state. */
    readonly state: 'read' | 'absent' | 'corrupt';
    /** Why the manifest beside the state is not used; `undefined`: there is none, or it is. */
    readonly manifestUnused: string | undefined;
    /** Why nobody told the current hash; asked for only where nobody did. */
    readonly untold: string;
}
/** In the place of a fingerprint: what the build read is not known, since somebody edited a file afterwards. */
export declare const EDITED_SINCE: Sha256;
/** Bengal's own hash decides where it is known on both sides; else our fingerprint, where the manifest holds one. */
export declare function judgeConfig(evidence: ConfigEvidence): ConfigVerdict;
/**
 * Bengal's hash leaves out private settings, which templates can read all the same. They are the recorded ones if all that
 * feeds the configuration is, or if the hash that pages are recorded with is one that this configuration gives.
 */
export declare function doubtOfPrivateSettings(verdict: ConfigVerdict, known: {
    readonly sameFingerprint: boolean;
    readonly samePageHash: boolean;
}): string | undefined;
