import type { Sha256 } from '../core/digest.ts';
/** Whether the configuration is the one that the state was built with. */
export interface ConfigVerdict {
    readonly status: 'unchanged' | 'changed' | 'unknown';
    /** Bengal's own hash in the state: 16 hexadecimal digits. */
    readonly recorded: string | null;
    /** Bengal's own hash now, where somebody told it. */
    readonly current: string | null;
    /** What the verdict rests on, in words. */
    readonly why: string;
}
export interface ConfigEvidence {
    readonly recordedHash: string | undefined;
    readonly currentHash: string | undefined;
    readonly recordedFingerprint: Sha256 | undefined;
    readonly currentFingerprint: Sha256;
}
/** Bengal's own hash decides where it is known on both sides; else our fingerprint, where the manifest holds one. */
export declare function judgeConfig(evidence: ConfigEvidence): ConfigVerdict;
