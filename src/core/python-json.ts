import { randomUUID } from 'node:crypto';

/**
 * JSON text as Python's `json.dumps` writes it. Hashes that Bengal keeps are made of such text, so every character
 * counts: escapes, key order by code point, separators.
 */
export interface PythonJsonStyle {
  /** Python's default puts a space after `,` and `:`. */
  readonly spaced: boolean;
  readonly sortKeys: boolean;
  /** Escape everything but printable ASCII, Python's default. */
  readonly ascii: boolean;
}

export const PYTHON_DEFAULT_SORTED: PythonJsonStyle = { spaced: true, sortKeys: true, ascii: true };
export const PYTHON_COMPACT: PythonJsonStyle = { spaced: false, sortKeys: false, ascii: true };
export const PYTHON_COMPACT_SORTED: PythonJsonStyle = { spaced: false, sortKeys: true, ascii: true };

/** A number with the text that Python would write for it, where a JavaScript number cannot tell: `1.0`, big integers. */
export class PythonNumber {
  readonly text: string;

  constructor(text: string) {
    if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text))
      throw new RangeError(`No number of Python: ${JSON.stringify(text)}`);
    this.text = text;
  }
}

/**
 * Writes a value. Integers and bigints come out as Python integers, dates as Python's `str(datetime)` does, anything
 * else that JSON does not have as `String(value)`, like `default=str`. Iterative depth is that of the value.
 */
export function pythonJson(value: unknown, style: PythonJsonStyle): string {
  const comma = style.spaced ? ', ' : ',';
  const colon = style.spaced ? ': ' : ':';
  const write = (item: unknown): string => {
    if (Array.isArray(item)) return `[${item.map(write).join(comma)}]`;
    if (isMapping(item)) {
      const entries = Object.entries(item).filter(([, inner]) => inner !== undefined);
      if (style.sortKeys) entries.sort(([left], [right]) => byCodePoint(left, right));
      return `{${entries.map(([key, inner]) => `${text(key, style)}${colon}${write(inner)}`).join(comma)}}`;
    }
    return scalar(item, style);
  };
  return write(value);
}

function scalar(value: unknown, style: PythonJsonStyle): string {
  if (value instanceof PythonNumber) return value.text;
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return text(value, style);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return text(value instanceof Date ? pythonDate(value) : Object.prototype.toString.call(value), style);
}

function number(value: number): string {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : pythonFloat(value);
}

/** A float as Python's `repr`: shortest form, an exponent of two digits from 1e16 on and below 1e-4, `1.0` for 1. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [, sign = '', digits = ''] = /^(-?)(.*)$/.exec(String(value)) ?? [];
  const magnitude = Math.abs(value);
  const form =
    magnitude >= 1e16 || magnitude < 1e-4
      ? Math.abs(value)
          .toExponential()
          .replace(/e([+-])(\d)$/, 'e$10$2')
      : digits;
  return `${sign}${/[.e]/.test(form) ? form : `${form}.0`}`;
}

/** `2024-01-02 03:04:05+00:00`. */
function pythonDate(value: Date): string {
  const [date = '', time = ''] = value.toISOString().split('T');
  return `${date} ${time
    .replace(/\.000Z$/, '')
    .replace(/(\.\d{3})Z$/, '$1000')
    .replace(/Z$/, '')}+00:00`;
}

function text(value: string, style: PythonJsonStyle): string {
  const json = JSON.stringify(value);
  if (!style.ascii) return json;
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof PythonNumber);
}

/** Python orders strings by code point; JavaScript's own order is by UTF-16 unit, which differs above U+FFFF. */
export function byCodePoint(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (a === b) continue;
    // Surrogates stand for code points above all other units.
    const [highA, highB] = [a >= 0xd800 && a <= 0xdfff, b >= 0xd800 && b <= 0xdfff];
    return highA === highB ? a - b : highA ? 1 : -1;
  }
  return left.length - right.length;
}

/** Strings first, so that nothing inside them is taken for a number. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN/gs;

/**
 * Reads JSON text as Python's `json.loads` does, so that `pythonJson` writes the same again: `1.0` stays a float, an
 * integer of any size keeps its digits, and `NaN` and `Infinity` are numbers. Throws `SyntaxError` for what is no JSON.
 */
export function parsePythonJson(text: string): unknown {
  const numbers: (number | bigint | PythonNumber)[] = [];
  // A string that no text can hold by chance; numbers stand behind it by their place in the list.
  const mark = `number ${randomUUID()} `;
  const marked = text.replace(TOKENS, (token) => {
    if (token.startsWith('"')) return token;
    numbers.push(pythonNumber(token));
    return JSON.stringify(mark + String(numbers.length - 1));
  });
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? numbers[Number(value.slice(mark.length))] : value,
  );
}

function pythonNumber(token: string): number | bigint | PythonNumber {
  if (/^-?\d+$/.test(token)) {
    if (/^-?0\d/.test(token)) throw new SyntaxError(`No JSON: the number ${token} begins with a zero`);
    const integer = Number(token);
    return Number.isSafeInteger(integer) && !Object.is(integer, -0) ? integer : BigInt(token);
  }
  const value = Number(token);
  return Number.isFinite(value) ? new PythonNumber(pythonFloat(value)) : value;
}
