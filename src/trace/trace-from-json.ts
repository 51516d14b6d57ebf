import { isObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { readerIndex, type Read, type ReadKind, type Trace, type TracedPage } from './trace.ts';

/** Version of the format. The companion writes it, and reads no other one either. */
const TRACE_SCHEMA = 1;
const MOST_ENTRIES = 4_000_000;
const MOST_PAGES = 500_000;
const MOST_ARGUMENTS = 64;
/** Bytes of a digest. All zero: the value could not be judged. */
const DIGEST_BYTES = 6;

const KINDS: Readonly<Record<ReadKind, true>> = {
  ...{ attribute: true, has: true, shape: true, key: true, contains: true, keys: true, truth: true },
  ...{ 'front-matter': true, param: true, config: true, 'config-contains': true, menu: true, template: true },
  ...{ lookup: true, query: true, asset: true, file: true, listing: true, exists: true, environment: true },
  ...{ clock: true, chance: true, root: true },
};

/** Caught by `traceFromJson` alone: a malformed part makes the whole trace one that is refused. */
class Malformed extends Error {}

/** A trace, or why the value is none. Nothing in it is trusted. Pure. */
export function traceFromJson(value: JsonValue): { readonly trace: Trace } | { readonly why: string } {
  try {
    return { trace: traceIn(value) };
  } catch (thrown) {
    if (thrown instanceof Malformed) return { why: thrown.message };
    throw thrown;
  }
}

function traceIn(value: JsonValue): Trace {
  const document = objectIn(value, 'the trace');
  if (document['schemaVersion'] !== TRACE_SCHEMA) throw new Malformed('it is of another version of the format');
  const strings = listIn(document['strings'], 'strings', MOST_ENTRIES);
  const reads = listIn(document['reads'], 'reads', MOST_ENTRIES).map((read) => readIn(read, strings));
  const digests = bytesIn(document['digests'], 'digests');
  const shared = digests.byteLength / DIGEST_BYTES;
  if (!Number.isInteger(shared) || shared > reads.length) throw new Malformed('digests: not as many as reads');
  const entries = Object.entries(objectIn(document['pages'], 'pages'));
  if (entries.length > MOST_PAGES) throw new Malformed('pages: too many');
  const pages = entries.map(([output, page]) => pageIn(output, page, { strings, shared, reads: reads.length }));
  const unjudged = new Set<number>();
  for (let read = 0; read < shared; read++)
    if (digests.subarray(read * DIGEST_BYTES, (read + 1) * DIGEST_BYTES).every((byte) => byte === 0))
      unjudged.add(read);
  return { reads, unjudged, pages, readersOf: readerIndex(pages, reads.length) };
}

function readIn(value: JsonValue, strings: readonly JsonValue[]): Read {
  const [kind, ...rest] = listIn(value, 'reads', MOST_ARGUMENTS).map((each) => stringAt(each, strings, 'reads'));
  if (kind === undefined || !isKind(kind)) throw new Malformed('reads: an unknown kind');
  return { kind, arguments: rest };
}

function isKind(text: string): text is ReadKind {
  return Object.hasOwn(KINDS, text);
}

interface Bounds {
  readonly strings: readonly JsonValue[];
  /** How many reads belong to more than one page; they come first. */
  readonly shared: number;
  readonly reads: number;
}

function pageIn(output: string, value: JsonValue, { strings, shared, reads }: Bounds): TracedPage {
  const page = objectIn(value, output);
  const own = indexesIn(page['private'], { first: shared, end: reads, where: output });
  return {
    output,
    source: page['source'] === -1 ? undefined : stringAt(page['source'], strings, output),
    reads: Uint32Array.from([...indexesIn(page['shared'], { first: 0, end: shared, where: output }), ...own]),
    doubts: listIn(page['doubts'], output, MOST_ENTRIES).map((each) => stringAt(each, strings, output)),
  };
}

interface IndexBounds {
  readonly first: number;
  readonly end: number;
  readonly where: string;
}

/** Ascending numbers, each as the difference from the one before. */
function indexesIn(value: JsonValue | undefined, { first, end, where }: IndexBounds): number[] {
  let last = 0;
  return listIn(value, where, MOST_ENTRIES).map((step, at) => {
    if (typeof step !== 'number' || !Number.isSafeInteger(step) || step < 0 || (at > 0 && step === 0))
      throw new Malformed(`${where}: no index`);
    last += step;
    if (last < first || last >= end) throw new Malformed(`${where}: a read that is not there`);
    return last;
  });
}

function objectIn(value: JsonValue | undefined, where: string): JsonObject {
  if (!isObject(value)) throw new Malformed(`${where}: no object`);
  return value;
}

function listIn(value: JsonValue | undefined, where: string, most: number): readonly JsonValue[] {
  if (!Array.isArray(value) || value.length > most) throw new Malformed(`${where}: no list, or too long`);
  return value as readonly JsonValue[];
}

function stringAt(value: JsonValue | undefined, strings: readonly JsonValue[], where: string): string {
  const text = typeof value === 'number' ? strings[value] : undefined;
  if (typeof text !== 'string') throw new Malformed(`${where}: a string that is not there`);
  return text;
}

function bytesIn(value: JsonValue | undefined, where: string): Buffer {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw new Malformed(`${where}: no base64`);
  return Buffer.from(value, 'base64');
}
