import { sha256 } from '../core/digest.ts';
import { byCodePoint, PYTHON_COMPACT_SORTED, pythonJson } from '../core/python-json.ts';

/**
 * Bengal's hash of a resolved configuration: 16 hexadecimal digits, the same since Bengal 0.1.5. Give the configuration
 * as Python sees it: `parsePythonJson` of what Bengal prints keeps floats and large integers; a `Date` stands for a
 * `datetime` in UTC, any other date or time for the text that Python's `str` makes of it (`2024-01-02`).
 *
 * Throws `TypeError` for a key that is no string: on those, Bengal itself fails.
 */
export function computeConfigHash(config: unknown): string {
  return sha256(configText(config)).slice(0, 16);
}

/** The text that Bengal hashes: without private keys, keys in order of code points, no blanks, ASCII alone. */
export function configText(config: unknown): string {
  return pythonJson(withoutPrivate(config), PYTHON_COMPACT_SORTED);
}

/** Keys with an underscore are left out, but for those of mappings inside lists: Bengal does not look there. */
function withoutPrivate(value: unknown): unknown {
  const entries = entriesOfMapping(value);
  if (entries === undefined) return plain(value);
  return Object.fromEntries(
    entries.flatMap(([key, inner]) => (key.startsWith('_') ? [] : [[key, withoutPrivate(inner)] as const])),
  );
}

/** What `json.dumps` and Bengal's own fallback make of other kinds of values. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Set) {
    const items = Array.from(value, (item) =>
      typeof item === 'string' ? item : pythonJson(item, PYTHON_COMPACT_SORTED),
    );
    return `[${items.sort(byCodePoint).map(pythonRepr).join(', ')}]`;
  }
  const entries = entriesOfMapping(value);
  return entries === undefined ? value : Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

function entriesOfMapping(value: unknown): [string, unknown][] | undefined {
  if (value instanceof Map)
    return [...(value as ReadonlyMap<unknown, unknown>)].map(([key, inner]) => [nameOf(key), inner]);
  // Only plain objects: a date or a number of Python is one value.
  const prototype: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === Object.prototype || prototype === null ? Object.entries(value as object) : undefined;
}

function nameOf(key: unknown): string {
  if (typeof key === 'string') return key;
  throw new TypeError(`Expected keys of a configuration to be strings, got ${String(key)}`);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string as Python's `repr` writes it: single quotes, unless it holds some and no double ones. */
function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\n\r\t]|(?! )[\p{C}\p{Z}]/gu, (letter) => ESCAPES[letter] ?? codeEscape(letter));
  return `${quote}${quote === "'" ? escaped.replaceAll("'", "\\'") : escaped}${quote}`;
}

function codeEscape(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
