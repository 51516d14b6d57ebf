import { type Sha256 } from '../core/digest.ts';
import type { Stage, StageName } from './stage-definition.ts';
/** What the key is made of, besides the name. */
export declare const PARTS: readonly ["scope", "code", "command", "environment", "salt", "inputs"];
export type Part = (typeof PARTS)[number];
/** What decides whether two runs of a stage are the same, by digests. */
export interface Fingerprint {
    readonly key: Sha256;
    readonly parts: Readonly<Record<Part, Sha256>>;
    /** Digest of each variable's value, by name: enough to say which one changed. */
    readonly environment: ReadonlyMap<string, Sha256>;
}
/** Environment variables, as a value. */
export type Variables = Readonly<Record<string, string | undefined>>;
export interface FingerprintSources {
    readonly stage: Pick<Stage, 'name' | 'scope' | 'command' | 'environment' | 'salt'>;
    readonly variables: Variables;
    /** Digests of the lists of files. */
    readonly inputs: Sha256;
    readonly code: Sha256;
}
export declare function fingerprintOf({ stage, variables, inputs, code }: FingerprintSources): Fingerprint;
export declare function keyOf(name: StageName, parts: Fingerprint['parts']): Sha256;
