import { decompress, type Decompressed } from '../compression/zstd.ts';
import type { ZstdCodec } from '../compression/codec.ts';
import { UserError } from '../core/user-error.ts';

/** Python version as `major.minor`, e.g. `3.14`. */
export type PythonMinor = string & { readonly __brand: 'PythonMinor' };

/** The only Python that Bengal 0.1.6 to 0.5.1 are known to write these files with (its zstd came with 3.14). */
export const USUAL_PYTHON = '3.14' as PythonMinor;

/** @throws UserError for anything but `major.minor`, each of at most three digits. */
export function checkedPython(version: string): PythonMinor {
  if (/^\d{1,2}\.\d{1,3}$/.test(version)) return version as PythonMinor;
  throw new UserError([
    `Expected the Python that will read the file, such as \`3.14\`, got ${JSON.stringify(version)}`,
  ]);
}

/** What stands around the JSON payload of a state file. */
export type Envelope =
  /** Since Bengal 0.1.6: 15 bytes of header, then zstd. */
  | { readonly kind: 'headed'; readonly format: number; readonly python: PythonMinor; readonly bodyStart: number }
  /** Bengal 0.1.5: zstd alone. */
  | { readonly kind: 'zstd' }
  /** Up to 0.1.4, and the files without `.zst`: JSON alone. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'foreign'; readonly why: string };

const PICKLE_PROTOCOL_2 = [0x80, 0x02];
const PICKLE_STOP = 0x2e;
/** Pickle opcodes for integers and the bytes that follow each. */
const INTEGER_BYTES: Readonly<Record<number, number>> = { 0x4b: 1, 0x4d: 2, 0x4a: 4 };

/** Reads the header that Bengal puts before zstd: `bg`, then two pickled integers, format version and Python version. */
export function readEnvelope(bytes: Uint8Array): Envelope {
  if (bytes[0] === 0x28 && bytes[1] === 0xb5) return { kind: 'zstd' };
  if (bytes[0] !== 0x62 || bytes[1] !== 0x67)
    return startsLikeJson(bytes)
      ? { kind: 'plain' }
      : { kind: 'foreign', why: "neither Bengal's header, zstd nor JSON" };
  const format = readPickledInteger(bytes, 2);
  const python = format && readPickledInteger(bytes, format.end);
  if (!format || !python) return { kind: 'foreign', why: "Bengal's header is damaged" };
  return { kind: 'headed', format: format.value, python: pythonMinor(python.value), bodyStart: python.end };
}

/** The payload's bytes, or why there are none. Content above `maxBytes` is refused before it is allocated. */
export async function openEnvelope(
  bytes: Uint8Array,
  codec: ZstdCodec,
  maxBytes: number,
): Promise<Decompressed & { readonly envelope: Envelope }> {
  const envelope = readEnvelope(bytes);
  switch (envelope.kind) {
    case 'foreign':
      return { kind: 'malformed', why: envelope.why, envelope };
    case 'plain':
      return { kind: 'content', content: bytes, envelope };
    case 'zstd':
      return { ...(await decompress(codec, bytes, maxBytes)), envelope };
    case 'headed':
      return { ...(await decompress(codec, bytes.subarray(envelope.bodyStart), maxBytes)), envelope };
  }
}

/** The 15 bytes that Bengal, run by this Python, expects before the zstd frame. */
export function headerFor(python: PythonMinor): Uint8Array {
  const [major = 0, minor = 0] = python.split('.').map(Number);
  const header = Buffer.from([0x62, 0x67, 0x80, 0x02, 0x4b, 0x01, 0x2e, 0x80, 0x02, 0x4a, 0, 0, 0, 0, 0x2e]);
  header.writeInt32LE((major << 24) | minor, 10);
  return header;
}

function readPickledInteger(bytes: Uint8Array, at: number): { value: number; end: number } | undefined {
  if (bytes[at] !== PICKLE_PROTOCOL_2[0] || bytes[at + 1] !== PICKLE_PROTOCOL_2[1]) return undefined;
  const size = INTEGER_BYTES[bytes[at + 2] ?? -1];
  const end = at + 3 + (size ?? 0);
  if (size === undefined || bytes[end] !== PICKLE_STOP) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at + 3, size);
  const value = size === 1 ? view.getUint8(0) : size === 2 ? view.getUint16(0, true) : view.getInt32(0, true);
  return { value, end: end + 1 };
}

function pythonMinor(packed: number): PythonMinor {
  return `${String(packed >> 24)}.${String(packed & 0xffffff)}` as PythonMinor;
}

function startsLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return first === 0x7b || first === 0x5b;
}
