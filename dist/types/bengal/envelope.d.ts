import { type Decompressed } from '../compression/zstd.ts';
import type { ZstdCodec } from '../compression/codec.ts';
/** Python version as `major.minor`, e.g. `3.14`. */
export type PythonMinor = string & {
    readonly __brand: 'PythonMinor';
};
/** The only Python that Bengal 0.1.6 to 0.5.1 are known to write these files with (its zstd came with 3.14). */
export declare const USUAL_PYTHON: PythonMinor;
/** @throws UserError for anything but `major.minor`, each of at most three digits. */
export declare function checkedPython(version: string): PythonMinor;
/** What stands around the JSON payload of a state file. */
export type Envelope = 
/** Since Bengal 0.1.6: 15 bytes of header, then zstd. */
{
    readonly kind: 'headed';
    readonly format: number;
    readonly python: PythonMinor;
    readonly bodyStart: number;
}
/** Bengal 0.1.5: zstd alone. */
 | {
    readonly kind: 'zstd';
}
/** Up to 0.1.4, and the files without `.zst`: JSON alone. */
 | {
    readonly kind: 'plain';
} | {
    readonly kind: 'foreign';
    readonly why: string;
};
/** Reads the header that Bengal puts before zstd: `bg`, then two pickled integers, format version and Python version. */
export declare function readEnvelope(bytes: Uint8Array): Envelope;
/** The payload's bytes, or why there are none. Content above `maxBytes` is refused before it is allocated. */
export declare function openEnvelope(bytes: Uint8Array, codec: ZstdCodec, maxBytes: number): Promise<Decompressed & {
    readonly envelope: Envelope;
}>;
/** The 15 bytes that Bengal, run by this Python, expects before the zstd frame. */
export declare function headerFor(python: PythonMinor): Uint8Array;
