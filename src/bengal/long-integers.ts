/** Where an integer stands in JSON bytes: from `start` (a `-` or the first digit) up to, not including, `end`. */
export interface IntegerSpan {
  readonly start: number;
  readonly end: number;
}

/** No integer with fewer digits exceeds 2^53. */
const FEWEST_DIGITS = 16;

const [QUOTE, BACKSLASH, MINUS, ZERO, NINE, COLON] = [0x22, 0x5c, 0x2d, 0x30, 0x39, 0x3a];

/**
 * The integers in JSON that a JavaScript number cannot hold exactly, in order. Digits inside strings are passed over.
 * What is no JSON may give any spans; the parser will reject it all the same.
 *
 * Sixteen digits in a row cover a position that is a multiple of sixteen, so only every sixteenth byte is looked at.
 * (A `JSON.parse` reviver with access to the source text costs six times the parse.)
 */
export function findLongIntegers(bytes: Uint8Array): IntegerSpan[] {
  const found: IntegerSpan[] = [];
  const strings = stringWatch(bytes);
  for (let probe = FEWEST_DIGITS - 1; probe < bytes.length; probe += FEWEST_DIGITS) {
    if (!isDigit(bytes[probe])) continue;
    const digits = digitsAround(bytes, probe);
    const start = startOfLongInteger(bytes, digits);
    if (start !== undefined && (isAfterPlainKey(bytes, start) || !strings.covers(start)))
      found.push({ start, end: digits.end });
    // Each run of digits is looked at once, however long it is.
    while (probe + FEWEST_DIGITS < digits.end) probe += FEWEST_DIGITS;
  }
  return found;
}

function digitsAround(bytes: Uint8Array, probe: number): IntegerSpan {
  let start = probe;
  while (isDigit(bytes[start - 1])) start--;
  let end = probe + 1;
  while (isDigit(bytes[end])) end++;
  return { start, end };
}

/** The start of the integer that the digits make, sign included, if they make one and a number cannot hold it. */
function startOfLongInteger(bytes: Uint8Array, { start: first, end }: IntegerSpan): number | undefined {
  const length = end - first;
  // JSON has no leading zeros; whoever wrote one gets the parser's complaint.
  if (length < FEWEST_DIGITS || bytes[first] === ZERO) return undefined;
  const start = bytes[first - 1] === MINUS ? first - 1 : first;
  if (!mayPrecedeValue(bytes[start - 1]) || !mayFollowValue(bytes[end])) return undefined;
  const isExact =
    length === FEWEST_DIGITS && Number.isSafeInteger(Number(Buffer.from(bytes.subarray(first, end)).toString()));
  return isExact ? undefined : start;
}

/**
 * Whether `"word":` stands before the number. Then it is outside of strings for sure: inside one, the quotes would have
 * backslashes, and a word between the end of a string and the beginning of the next is no JSON. Nearly all long integers
 * are values of such keys (`mtime_ns`), so the strings before them need not be looked at.
 */
function isAfterPlainKey(bytes: Uint8Array, start: number): boolean {
  let at = skipSpaceBackwards(bytes, start - 1);
  if (bytes[at] !== COLON) return false;
  at = skipSpaceBackwards(bytes, at - 1);
  if (bytes[at] !== QUOTE) return false;
  const closing = at;
  do at--;
  while (isWord(bytes[at]));
  return closing - at > 1 && bytes[at] === QUOTE && bytes[at - 1] !== BACKSLASH;
}

/** Tells whether positions, asked in rising order, lie inside a string. Reads the bytes once, and only when asked. */
function stringWatch(bytes: Uint8Array): { covers: (position: number) => boolean } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let inside = false;
  let quote = buffer.indexOf(QUOTE);
  return {
    covers(position) {
      while (quote !== -1 && quote < position) {
        if (!inside || !isEscaped(bytes, quote)) inside = !inside;
        quote = buffer.indexOf(QUOTE, quote + 1);
      }
      return inside;
    },
  };
}

function isEscaped(bytes: Uint8Array, quote: number): boolean {
  let at = quote;
  while (bytes[at - 1] === BACKSLASH) at--;
  return (quote - at) % 2 === 1;
}

function skipSpaceBackwards(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) at--;
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** `[a-z_]`, either case. */
function isWord(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f);
}

/** The beginning of the text, `[`, `:`, `,` or space. */
function mayPrecedeValue(byte: number | undefined): boolean {
  return byte === undefined || byte === 0x5b || byte === COLON || byte === 0x2c || isSpace(byte);
}

/** The end of the text, `]`, `}`, `,` or space. */
function mayFollowValue(byte: number | undefined): boolean {
  return byte === undefined || byte === 0x5d || byte === 0x7d || byte === 0x2c || isSpace(byte);
}
