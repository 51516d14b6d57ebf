/**
 * Walks zstd frames without decoding them (format: RFC 8878). It answers, before a byte is allocated, how large the
 * content can be at most and whether the bytes are whole: neither codec tells that reliably. `@mongodb-js/zstd` returns
 * partial data for a truncated frame and has no output limit; Node's stops after the first frame.
 */
export interface ZstdFrame {
  /** Byte offsets within the walked bytes. */
  readonly start: number;
  readonly end: number;
  /** Byte offsets of the header of the last block, and of what follows that block. */
  readonly lastBlock: number;
  readonly blocksEnd: number;
  /** Size that the header declares, when it does. */
  readonly contentSize: number | undefined;
  /** Upper bound of the content size, from the block headers. */
  readonly maxContentSize: number;
  /** Low 32 bits of the content's XXH64, when the frame ends with them. */
  readonly checksum: number | undefined;
}

export type Frames =
  | { readonly kind: 'frames'; readonly frames: readonly ZstdFrame[] }
  | { readonly kind: 'malformed'; readonly why: string };

export const FRAME_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAX_BLOCK = 128 * 1024;
/** Memory that decoding may ask for; what zstd itself allows unless told otherwise (`--long=27`). */
const LARGEST_WINDOW = 128 * 1024 * 1024;

/** Why bytes are no frame that we decode. Thrown inside `compression/` only. */
export class Malformed extends Error {}

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
      if (magic !== FRAME_MAGIC) throw new Malformed(offset === 0 ? 'no zstd frame' : 'junk after a zstd frame');
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
  const header = readFrameHeader(view, start);
  const blocks = walkBlocks(view, start + header.bytes);
  const end = blocks.end + (header.checksum ? 4 : 0);
  if (end > view.byteLength) throw new Malformed('truncated zstd frame');
  return {
    start,
    end,
    lastBlock: blocks.last,
    blocksEnd: blocks.end,
    contentSize: header.contentSize,
    maxContentSize: blocks.maxContentSize,
    checksum: header.checksum ? readUint(view, blocks.end, 4) : undefined,
  };
}

export interface FrameHeader {
  /** Length of the header, the magic number included. */
  readonly bytes: number;
  readonly contentSize: number | undefined;
  /** Whether four bytes of checksum follow the last block. */
  readonly checksum: boolean;
}

/** Longest header: magic number, descriptor, window, four bytes of dictionary and eight of size. */
export const LONGEST_FRAME_HEADER = 18;

/** Reads the header of the frame that starts at `start`. Refuses what needs a dictionary or absurdly much memory. */
export function readFrameHeader(view: DataView, start: number): FrameHeader {
  const descriptor = readUint(view, start + 4, 1);
  const singleSegment = (descriptor & 0x20) !== 0;
  if ((descriptor & 0x08) !== 0) throw new Malformed('reserved bit set in a zstd frame header');
  if (!singleSegment) refuseLargeWindow(readUint(view, start + 5, 1));
  const dictionaryAt = start + 5 + (singleSegment ? 0 : 1);
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  if (readUint(view, dictionaryAt, dictionaryBytes) !== 0)
    throw new Malformed('zstd frame that needs a dictionary, and there is none');
  const sizeCode = descriptor >> 6;
  const sizeBytes = sizeCode === 0 ? (singleSegment ? 1 : 0) : 1 << sizeCode;
  const sizeAt = dictionaryAt + dictionaryBytes;
  return {
    bytes: sizeAt + sizeBytes - start,
    contentSize: sizeBytes === 0 ? undefined : readUint(view, sizeAt, sizeBytes) + (sizeBytes === 2 ? 256 : 0),
    checksum: (descriptor & 0x04) !== 0,
  };
}

function refuseLargeWindow(descriptor: number): void {
  const base = 2 ** (10 + (descriptor >> 3));
  const window = base + (base / 8) * (descriptor & 7);
  if (window > LARGEST_WINDOW)
    throw new Malformed(`zstd frame with a window of ${String(window)} bytes, more than ${String(LARGEST_WINDOW)}`);
}

interface Blocks {
  /** Offset of the header of the last one. */
  readonly last: number;
  readonly end: number;
  readonly maxContentSize: number;
}

function walkBlocks(view: DataView, start: number): Blocks {
  let maxContentSize = 0;
  let offset = start;
  for (;;) {
    const header = readUint(view, offset, 3);
    const size = header >> 3;
    const type = (header >> 1) & 3;
    if (type === 3) throw new Malformed('reserved block type in a zstd frame');
    maxContentSize += type === 2 ? MAX_BLOCK : size;
    const last = offset;
    offset += 3 + (type === 1 ? 1 : size);
    if (offset > view.byteLength) throw new Malformed('truncated zstd frame');
    if ((header & 1) !== 0) return { last, end: offset, maxContentSize };
  }
}

function skippableEnd(view: DataView, start: number): number {
  const end = start + 8 + readUint(view, start + 4, 4);
  if (end > view.byteLength) throw new Malformed('truncated zstd frame');
  return end;
}

/** Little-endian unsigned integer of 0 to 8 bytes. */
export function readUint(view: DataView, offset: number, bytes: number): number {
  if (offset + bytes > view.byteLength) throw new Malformed('truncated zstd frame');
  let value = 0;
  for (let index = bytes - 1; index >= 0; index--) value = value * 256 + view.getUint8(offset + index);
  return value;
}
