import type { JsonValue } from '../core/json.ts';
export type ParsedJson = {
    readonly kind: 'json';
    readonly value: JsonValue;
} | {
    readonly kind: 'malformed';
    readonly why: string;
};
/**
 * Parses UTF-8 JSON without losing a digit of an integer; `asInteger` gives it back. Everything else is as `JSON.parse`
 * makes it. Invalid UTF-8 is malformed, never replaced, and so are Python's bare `NaN` and `Infinity`.
 */
export declare function parseExact(bytes: Uint8Array): ParsedJson;
/**
 * Compact JSON with the integers that `parseExact` or `fromInteger` kept. With `ascii`, everything but printable ASCII
 * is escaped as Python's `json.dumps` does by default, which is the form of Bengal's `.json.zst` files.
 */
export declare function stringifyExact(value: JsonValue, { ascii }: {
    readonly ascii: boolean;
}): string;
/** An integer of any size out of `parseExact`; `undefined` for fractions, other types and absurd sizes. */
export declare function asInteger(value: JsonValue | undefined): bigint | undefined;
/** The form in which `parseExact` keeps an integer, for `stringifyExact`. */
export declare function fromInteger(value: bigint): JsonValue;
