import { messageOf } from '../core/result.ts';
import type { JsonValue } from '../core/json.ts';

export type ParsedJson =
  { readonly kind: 'json'; readonly value: JsonValue } | { readonly kind: 'malformed'; readonly why: string };

/**
 * Bengal stores times in nanoseconds, which exceed 2^53, under keys that end in `_ns`. They are turned into strings
 * before parsing, so that no digit is lost. The pattern cannot match inside a JSON string, where a quote has a
 * backslash before it. (A reviver with access to the source text costs six times the parse.)
 */
const NANOSECONDS = /(?<!\\)"([a-z_]+_ns)"\s*:\s*(-?\d+)(?![\d.eE])/g;

/** Parses UTF-8 JSON; `*_ns` integers come out as decimal strings. Invalid UTF-8 is malformed, never replaced. */
export function parseLossless(bytes: Uint8Array): ParsedJson {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'json', value: JSON.parse(text.replace(NANOSECONDS, '"$1":"$2"')) as JsonValue };
  } catch (thrown) {
    return { kind: 'malformed', why: messageOf(thrown) };
  }
}

/** An integer that `parseLossless` kept exact. */
export function asNanoseconds(value: JsonValue | undefined): bigint | undefined {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : undefined;
}
