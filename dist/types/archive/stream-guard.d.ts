import { Transform } from 'node:stream';
export interface StreamGuardOptions {
    readonly archiveBytes: number;
    readonly limits: {
        readonly files: number;
        readonly bytes: number;
        readonly ratio: number;
    };
}
/**
 * Passes decompressed tar on, and fails as soon as there is more of it than an honest archive of that size can hold.
 * At the end it demands the end marker, which tar readers do not: without it a cut between two members looks whole.
 */
export declare function createStreamGuard({ archiveBytes, limits }: StreamGuardOptions): Transform;
