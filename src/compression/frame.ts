/**
 * Walks zstd frames without decoding them (format: RFC 8878). It answers, before a byte is allocated, how large the
 * content can be at most and whether the bytes are whole: neither codec tells that reliably. `@mongodb-js/zstd` returns
 * partial data for a truncated frame and has no output limit; Node's stops after the first frame.
 */
export interface ZstdFrame {
  /** Byte offsets within the walked bytes. */
  readonly start: number;
  readonly end: number;
  /** Size that the header declares, when it does. */
  readonly contentSize: number | undefined;
  /** Upper bound of the content size, from the block headers. */
  readonly maxContentSize: number;
}

export type Frames =
  | { readonly kind: 'frames'; readonly frames: readonly ZstdFrame[] }
  | { readonly kind: 'malformed'; readonly why: string };

const MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAX_BLOCK = 128 * 1024;

class Malformed extends Error {}

/** Every data frame in order. Skippable frames are passed over; anything else between or after frames is malformed. */
export function walkFrames(bytes: Uint8Array): Frames {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frames: ZstdFrame[] = [];
  try {
    for (let offset = 0; offset < bytes.byteLength;) {
      const magic = readUint(view, offset, 4);
      if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) {
        offset = skippableEnd(view, offset);
        continue;
      }
      if (magic !== MAGIC) throw new Malformed(offset === 0 ? 'no zstd frame' : 'junk after a zstd frame');
      const frame = walkFrame(view, offset);
      frames.push(frame);
      offset = frame.end;
    }
  } catch (thrown) {
    if (thrown instanceof Malformed) return { kind: 'malformed', why: thrown.message };
    throw thrown;
  }
  return frames.length === 0 ? { kind: 'malformed', why: 'no zstd frame' } : { kind: 'frames', frames };
}

function walkFrame(view: DataView, start: number): ZstdFrame {
  const descriptor = readUint(view, start + 4, 1);
  const singleSegment = (descriptor & 0x20) !== 0;
  if ((descriptor & 0x08) !== 0) throw new Malformed('reserved bit set in a zstd frame header');
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeCode = descriptor >> 6;
  const sizeBytes = sizeCode === 0 ? (singleSegment ? 1 : 0) : 1 << sizeCode;
  const sizeAt = start + 5 + (singleSegment ? 0 : 1) + dictionaryBytes;
  const contentSize = sizeBytes === 0 ? undefined : readUint(view, sizeAt, sizeBytes) + (sizeBytes === 2 ? 256 : 0);
  const blocks = walkBlocks(view, sizeAt + sizeBytes);
  const end = blocks.end + ((descriptor & 0x04) !== 0 ? 4 : 0);
  if (end > view.byteLength) throw new Malformed('truncated zstd frame');
  return { start, end, contentSize, maxContentSize: blocks.maxContentSize };
}

function walkBlocks(view: DataView, start: number): { end: number; maxContentSize: number } {
  let maxContentSize = 0;
  let offset = start;
  for (;;) {
    const header = readUint(view, offset, 3);
    const size = header >> 3;
    const type = (header >> 1) & 3;
    if (type === 3) throw new Malformed('reserved block type in a zstd frame');
    maxContentSize += type === 2 ? MAX_BLOCK : size;
    offset += 3 + (type === 1 ? 1 : size);
    if (offset > view.byteLength) throw new Malformed('truncated zstd frame');
    if ((header & 1) !== 0) return { end: offset, maxContentSize };
  }
}

function skippableEnd(view: DataView, start: number): number {
  const end = start + 8 + readUint(view, start + 4, 4);
  if (end > view.byteLength) throw new Malformed('truncated zstd frame');
  return end;
}

/** Little-endian unsigned integer of 1 to 8 bytes. */
function readUint(view: DataView, offset: number, bytes: number): number {
  if (offset + bytes > view.byteLength) throw new Malformed('truncated zstd frame');
  let value = 0;
  for (let index = bytes - 1; index >= 0; index--) value = value * 256 + view.getUint8(offset + index);
  return value;
}
