import { decompress } from 'fzstd';
import type { ZstdCodec } from './codec.ts';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const LARGEST_BLOCK = 128 * 1024;
/** Frame descriptor: one segment, content size in four bytes. */
const SIZED_SEGMENT = 0xa0;

/**
 * For Node before 22.15 where the addon is not to be had either: reads zstd in JavaScript, and writes frames that every
 * reader takes but that compress nothing. Always there; the last resort.
 */
export function portableCodec(): ZstdCodec {
  return {
    name: 'fzstd',
    boundsOutput: false,
    compress: (content) => Promise.resolve(storedFrame(content)),
    // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to become a rejection
    decompressFrame: async (frame) => decompress(frame),
  };
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
