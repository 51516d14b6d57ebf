import { type Sha256 } from '../core/digest.ts';
import type { Trace } from './trace.ts';
export type TraceOutcome = {
    readonly kind: 'read';
    readonly trace: Trace;
}
/** Nobody recorded what pages read. */
 | {
    readonly kind: 'absent';
}
/** `why` continues "the record of what pages read": `is damaged`. */
 | {
    readonly kind: 'refused';
    readonly why: string;
};
/**
 * Reads what the companion recorded, if it is what a manifest vouches for.
 *
 * @param path Absolute.
 * @param expected Digest in the manifest; `undefined`: the manifest knows of none.
 */
export declare function readTrace(path: string, expected: Sha256 | undefined): Promise<TraceOutcome>;
/** The trace in these bytes. */
export declare function decodeTrace(bytes: Uint8Array): Promise<TraceOutcome>;
