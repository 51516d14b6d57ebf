import { decompress } from 'fzstd';
import xxhash from 'xxhash-wasm';
import type { ZstdCodec } from './codec.ts';
import { walkFrames, type ZstdFrame } from './frame.ts';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const LARGEST_BLOCK = 128 * 1024;
/** Frame descriptor: one segment, content size in four bytes. */
const SIZED_SEGMENT = 0xa0;
/** A bit of the frame descriptor, and one of a block header. */
const HAS_CHECKSUM = 0x04;
const LAST_BLOCK = 0x01;

/**
 * For Node before 22.15 where the addon is not to be had either: reads zstd in JavaScript, and writes frames that every
 * reader takes but that compress nothing. Always there; the last resort.
 */
export function portableCodec(): ZstdCodec {
  return {
    name: 'fzstd',
    boundsOutput: false,
    compress: (content) => Promise.resolve(storedFrame(content)),
    async decompressFrame(bytes) {
      const walked = walkFrames(bytes);
      if (walked.kind === 'malformed') throw new Error(walked.why);
      const [frame] = walked.frames;
      if (frame === undefined) throw new Error('no zstd frame');
      const content = decodeFrame(bytes, frame);
      // The library passes over checksums.
      if (frame.checksum !== undefined && lowBits((await xxhash()).h64Raw(content)) !== frame.checksum)
        throw new Error('the checksum does not fit the content');
      return content;
    },
  };
}

/** The part of an XXH64 that frames hold. */
export function lowBits(hash: bigint): number {
  return Number(hash & 0xffffffffn);
}

/** Nobody who makes a frame knows what it will be. */
const MARKER_BYTES = 16;

/**
 * The library fills a buffer of the declared size and does not tell how much of it, and it writes into the rest of the
 * buffer on the way. So the frame gets one more block with a random marker, which lands behind the content.
 */
function decodeFrame(bytes: Uint8Array, frame: ZstdFrame): Uint8Array {
  const { contentSize } = frame;
  if (contentSize === undefined) return decompress(bytes);
  const marker = Buffer.from(crypto.getRandomValues(new Uint8Array(MARKER_BYTES)));
  const decoded = decodeMarked(withBlock(bytes, frame, marker), contentSize + MARKER_BYTES);
  if (decoded === undefined || !marker.equals(decoded.subarray(contentSize)))
    throw new Error('the frame holds another amount of content than it declares');
  return decoded.subarray(0, contentSize);
}

/** `undefined`: there is more than the buffer takes. */
function decodeMarked(bytes: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return decompress(bytes, new Uint8Array(size));
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** The frame with another raw block at its end, and without a checksum. */
function withBlock(bytes: Uint8Array, { start, lastBlock, blocksEnd }: ZstdFrame, content: Uint8Array): Uint8Array {
  const copy = Buffer.concat([bytes.subarray(0, blocksEnd), ...storedBlocks(content, true)]);
  const [descriptor, block] = [start + 4, lastBlock];
  copy[descriptor] = (copy[descriptor] ?? 0) & ~HAS_CHECKSUM;
  copy[block] = (copy[block] ?? 0) & ~LAST_BLOCK;
  return copy.subarray(start);
}

/** One frame of raw blocks. */
function storedFrame(content: Uint8Array): Uint8Array {
  const header = Buffer.from([...MAGIC, SIZED_SEGMENT, 0, 0, 0, 0]);
  header.writeUInt32LE(content.byteLength, 5);
  return Buffer.concat([header, ...storedBlocks(content, true)]);
}

/** Raw blocks of `content`; with `last`, the final one is marked as the frame's last. */
export function storedBlocks(content: Uint8Array, last: boolean): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  do {
    const block = content.subarray(offset, offset + LARGEST_BLOCK);
    offset += block.byteLength;
    const header = Buffer.alloc(3);
    header.writeUIntLE((block.byteLength << 3) | (last && offset >= content.byteLength ? 1 : 0), 0, 3);
    pieces.push(header, block);
  } while (offset < content.byteLength);
  return pieces;
}

/** What starts a frame whose size is not known yet: a window of 128 KiB, no content size, no checksum. */
export const OPEN_FRAME_HEADER: Uint8Array = Buffer.from([...MAGIC, 0x00, 0x38]);
