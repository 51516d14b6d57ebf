import { randomBytes } from 'node:crypto';
import type { JsonValue } from '../core/json.ts';
import { messageOf } from '../core/result.ts';
import { findLongIntegers } from './long-integers.ts';

export type ParsedJson =
  { readonly kind: 'json'; readonly value: JsonValue } | { readonly kind: 'malformed'; readonly why: string };

/**
 * JSON integers that a JavaScript number cannot hold are kept as strings with this mark before them: Bengal stores times
 * in nanoseconds. The mark holds a random part of this process, so that no stored text can pass for an integer.
 */
const MARK = `#${randomBytes(12).toString('base64url')}#`;
const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, 'g');
const OPENING = Buffer.from(`"${MARK}`);
const QUOTE = 0x22;
const NOT_PRINTABLE_ASCII = /[\u007f-\uffff]/g;

/**
 * Parses UTF-8 JSON without losing a digit of an integer; `asInteger` gives it back. Everything else is as `JSON.parse`
 * makes it. Invalid UTF-8 is malformed, never replaced, and so are Python's bare `NaN` and `Infinity`.
 */
export function parseExact(bytes: Uint8Array): ParsedJson {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(markLongIntegers(bytes));
    return { kind: 'json', value: JSON.parse(text) as JsonValue };
  } catch (thrown) {
    return { kind: 'malformed', why: messageOf(thrown) };
  }
}

function markLongIntegers(bytes: Uint8Array): Uint8Array {
  const found = findLongIntegers(bytes);
  if (found.length === 0) return bytes;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = Buffer.allocUnsafe(source.length + found.length * (OPENING.length + 1));
  let copied = 0;
  let length = 0;
  for (const { start, end } of found) {
    length += source.copy(marked, length, copied, start);
    length += OPENING.copy(marked, length);
    length += source.copy(marked, length, start, end);
    marked[length++] = QUOTE;
    copied = end;
  }
  source.copy(marked, length, copied);
  return marked;
}

/**
 * Compact JSON with the integers that `parseExact` or `fromInteger` kept. With `ascii`, everything but printable ASCII
 * is escaped as Python's `json.dumps` does by default, which is the form of Bengal's `.json.zst` files.
 */
export function stringifyExact(value: JsonValue, { ascii }: { readonly ascii: boolean }): string {
  const json = JSON.stringify(value).replaceAll(MARKED, '$1');
  return ascii ? escapeNonAscii(json) : json;
}

function escapeNonAscii(json: string): string {
  return json.replaceAll(NOT_PRINTABLE_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Nothing that Bengal counts has more digits; making a number of millions of them would take minutes. */
const LONGEST_INTEGER = 1000;

/** An integer of any size out of `parseExact`; `undefined` for fractions, other types and absurd sizes. */
export function asInteger(value: JsonValue | undefined): bigint | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  if (typeof value !== 'string' || !value.startsWith(MARK)) return undefined;
  const digits = value.slice(MARK.length);
  return digits.length <= LONGEST_INTEGER ? BigInt(digits) : undefined;
}

/** The form in which `parseExact` keeps an integer, for `stringifyExact`. */
export function fromInteger(value: bigint): JsonValue {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : `${MARK}${String(value)}`;
}
