import { digestOfParts, isSha256, type Sha256 } from '../core/digest.ts';
import { asArray, asFiniteNumber, asString, field, type JsonValue } from '../core/json.ts';

/** What is kept about one call of a cached function, beside its result. */
export interface Entry {
  /** Name of the function. */
  readonly name: string;
  /** Digest of its source text and the version it was given. */
  readonly code: Sha256;
  readonly argumentsHash: Sha256;
  /** The call as people write it. */
  readonly label: string;
  /** SHA-256 of the stored result. */
  readonly result: Sha256;
  /** Size of the stored result. */
  readonly bytes: number;
  /** When it was computed, in milliseconds since 1970. */
  readonly at: number;
  /** Path -> what `fingerprintFile` said of it; in POSIX form below the root, or absolute. */
  readonly files: ReadonlyMap<string, string>;
  /** Cached calls that this one made: key -> their result then. */
  readonly children: ReadonlyMap<Sha256, Sha256>;
}

/** Under which an entry is stored: the function's name, its code and its arguments. */
export function entryKey({ name, code, argumentsHash }: Pick<Entry, 'name' | 'code' | 'argumentsHash'>): Sha256 {
  return digestOfParts([
    ['name', name],
    ['code', code],
    ['arguments', argumentsHash],
  ]);
}

const FORMAT = 'bengal-cache result 1';

export function entryToJson(entry: Entry): string {
  return `${JSON.stringify({ format: FORMAT, ...entry, files: [...entry.files], children: [...entry.children] })}\n`;
}

/** Reads what `entryToJson` wrote; `undefined` for anything else, and for an entry that was stored under another key. */
export function entryFromJson(text: string, key: string): Entry | undefined {
  const value = parse(text);
  const hash = (name: string): Sha256 | undefined => asHash(field(value, name));
  const [name, label] = [asString(field(value, 'name')), asString(field(value, 'label'))];
  const [code, argumentsHash, result] = [hash('code'), hash('argumentsHash'), hash('result')];
  const [bytes, at] = [asFiniteNumber(field(value, 'bytes')), asFiniteNumber(field(value, 'at'))];
  const files = pairs(field(value, 'files'), asString, asString);
  const children = pairs(field(value, 'children'), asHash, asHash);
  if (field(value, 'format') !== FORMAT || name === undefined || label === undefined) return undefined;
  if (code === undefined || argumentsHash === undefined || result === undefined) return undefined;
  if (bytes === undefined || at === undefined || files === undefined || children === undefined) return undefined;
  const entry: Entry = { name, code, argumentsHash, label, result, bytes, at, files, children };
  return entryKey(entry) === key ? entry : undefined;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function asHash(value: JsonValue | undefined): Sha256 | undefined {
  const text = asString(value);
  return text !== undefined && isSha256(text) ? text : undefined;
}

function pairs<Key, Value>(
  value: JsonValue | undefined,
  asKey: (value: JsonValue | undefined) => Key | undefined,
  asValue: (value: JsonValue | undefined) => Value | undefined,
): Map<Key, Value> | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = new Map<Key, Value>();
  for (const pair of asArray(value)) {
    const [key, item] = [asKey(asArray(pair)[0]), asValue(asArray(pair)[1])];
    if (key === undefined || item === undefined) return undefined;
    found.set(key, item);
  }
  return found;
}
