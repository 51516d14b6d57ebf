import { type Trust } from '../core/trust.ts';
import type { Manifest } from './manifest.ts';
/** What a run demands of a state before it builds upon it. */
export interface Acceptance {
    /** Whose code has to have left it, at least. */
    readonly needs: Trust;
    /** `owner/name` of this repository. */
    readonly repository: string | undefined;
    /** Milliseconds; `undefined`: any age will do. */
    readonly maxAge: number | undefined;
    /** Milliseconds since 1970. */
    readonly now: number;
}
type Told = Pick<Manifest, 'origin' | 'recordedAt'>;
/** Why a state must not be used, by what its manifest says of where it comes from; `undefined`: it may. Pure. */
export declare function findRefusal(manifest: Told | undefined, acceptance: Acceptance): string | undefined;
/** Milliseconds since the state was recorded; `undefined` when the manifest does not say. */
export declare function ageOf(manifest: Pick<Told, 'recordedAt'> | undefined, now: number): number | undefined;
export {};
