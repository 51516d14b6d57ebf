import { createHash, type Hash } from 'node:crypto';
import type { Sha256 } from '../core/digest.ts';

/**
 * A digest of the arguments of a call. Equal values give equal digests, and values that a function could tell apart give
 * different ones: also `0` and `-0`, a hole and `undefined`, objects whose keys stand in another order, two references to
 * one object and two equal objects. What has no value that could be compared is refused.
 *
 * @throws TypeError that names the place and the kind of a function, a symbol, a promise, or an object of a class.
 */
export function digestOfArguments(args: readonly unknown[]): Sha256 {
  const hash = createHash('sha256');
  const seen = new Map<object, number>();
  for (const [index, value] of args.entries()) addValue(value, { hash, seen, place: `argument ${String(index + 1)}` });
  addText(hash, `end ${String(args.length)}`);
  return hash.digest('hex') as Sha256;
}

interface Writer {
  readonly hash: Hash;
  /** Objects that were written, by their number: a second reference is written as that number. */
  readonly seen: Map<object, number>;
  readonly place: string;
}

/** Length first, so that no two lists of texts run together into the same bytes. */
function addText(hash: Hash, text: string): void {
  // UTF-16, for lone surrogates are different in JavaScript and the same in UTF-8.
  hash.update(`${String(text.length)}:`).update(Buffer.from(text, 'utf16le'));
}

function addValue(value: unknown, writer: Writer): void {
  const { hash, place } = writer;
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
    case 'bigint':
      addText(hash, `${typeof value} ${String(value)}`);
      return;
    case 'number':
      addText(hash, `number ${Object.is(value, -0) ? '-0' : String(value)}`);
      return;
    case 'string':
      addText(hash, `string ${value}`);
      return;
    case 'object':
      if (value === null) addText(hash, 'null');
      else addObject(value, writer);
      return;
    case 'function':
    case 'symbol':
      throw new TypeError(`${place} is a ${typeof value}, and a cached result cannot depend on it`);
  }
}

function addObject(value: object, { hash, seen, place }: Writer): void {
  const number = seen.get(value);
  if (number !== undefined) {
    addText(hash, `again ${String(number)}`);
    return;
  }
  seen.set(value, seen.size);
  const inner = (item: unknown, name: string): void => addValue(item, { hash, seen, place: `${place}${name}` });
  const tag = classOf(value, place);
  addText(hash, tag);
  if (value instanceof Date) addText(hash, String(value.getTime()));
  else if (value instanceof RegExp) addText(hash, `${value.flags} ${String(value.lastIndex)} ${value.source}`);
  else if (value instanceof ArrayBuffer) addBytes(hash, new Uint8Array(value));
  else if (ArrayBuffer.isView(value)) addBytes(hash, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  else if (value instanceof Map) {
    addText(hash, String(value.size));
    for (const [key, item] of value as ReadonlyMap<unknown, unknown>) {
      inner(key, ' (a key)');
      inner(item, ' (a value)');
    }
  } else if (value instanceof Set) {
    addText(hash, String(value.size));
    for (const item of value as ReadonlySet<unknown>) inner(item, ' (a member)');
  } else {
    addProperties(value, { hash, place, inner });
    return;
  }
  if (!ArrayBuffer.isView(value) && Object.keys(value).length > 0)
    throw new TypeError(`${place} is a ${tag} with properties of its own, and a cached result cannot depend on them`);
}

interface PropertyWriter {
  readonly hash: Hash;
  readonly place: string;
  readonly inner: (item: unknown, name: string) => void;
}

function addProperties(value: object, { hash, place, inner }: PropertyWriter): void {
  if (Object.getOwnPropertySymbols(value).length > 0)
    throw new TypeError(`${place} has a symbol for a key, and a cached result cannot depend on it`);
  const entries = Object.entries(value);
  // Of a list, its length tells about holes at the end.
  addText(hash, `${String(entries.length)} ${Array.isArray(value) ? String(value.length) : ''}`);
  for (const [key, item] of entries) {
    addText(hash, key);
    inner(item, `.${key}`);
  }
}

function addBytes(hash: Hash, bytes: Uint8Array): void {
  hash.update(`${String(bytes.byteLength)}:`).update(bytes);
}

/** By prototype: what else behaves in a way of its own is nothing that could be told from its properties. */
const CLASSES = new Map<object | null, string>(
  [
    ...[Object, Array, Map, Set, Date, RegExp, ArrayBuffer, DataView, Buffer],
    ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array],
    ...[Float32Array, Float64Array, BigInt64Array, BigUint64Array],
  ].map((known) => [known.prototype as object, known.name]),
).set(null, 'null prototype');

function classOf(value: object, place: string): string {
  const name = CLASSES.get(Object.getPrototypeOf(value) as object | null);
  if (name !== undefined) return name;
  const own = Object.prototype.toString.call(value).slice(8, -1);
  const named = (value.constructor as { readonly name?: unknown } | undefined)?.name;
  throw new TypeError(
    `${place} is of class ${typeof named === 'string' && named !== '' ? named : own}: ` +
      'pass plain data, so that a cached result can depend on it',
  );
}
