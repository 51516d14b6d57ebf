import type { JsonValue } from '../core/json.ts';
export type ParsedJson = {
    readonly kind: 'json';
    readonly value: JsonValue;
} | {
    readonly kind: 'malformed';
    readonly why: string;
};
/** Parses UTF-8 JSON; `*_ns` integers come out as decimal strings. Invalid UTF-8 is malformed, never replaced. */
export declare function parseLossless(bytes: Uint8Array): ParsedJson;
/** An integer that `parseLossless` kept exact. */
export declare function asNanoseconds(value: JsonValue | undefined): bigint | undefined;
