/** The four bytes that begin a zstd frame. */
export const ZSTD_MAGIC: readonly number[] = [0x28, 0xb5, 0x2f, 0xfd];

/** A frame that decoders pass over. */
export const SKIPPABLE_FRAME: Buffer = Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 9, 9, 9]);

const LARGEST_BLOCK = 128 * 1024;

/** Blocks of 128 KiB zeros, four bytes each: 32,768 to 1. Declares `size`, or what the blocks hold. */
export function rleBomb(blocks: number, size = blocks * LARGEST_BLOCK): Buffer {
  const header = Buffer.from([...ZSTD_MAGIC, 0xa0, 0, 0, 0, 0]);
  header.writeUInt32LE(size, 5);
  return Buffer.concat([header, zeroBlocks(blocks)]);
}

/** The same, declaring no size and needing no more than 128 KiB of memory. */
export function endlessBomb(blocks: number): Buffer {
  return Buffer.concat([Buffer.from([...ZSTD_MAGIC, 0x00, 0x38]), zeroBlocks(blocks)]);
}

function zeroBlocks(blocks: number): Buffer {
  const body = Buffer.alloc(blocks * 4);
  for (let index = 0; index < blocks; index++)
    body.writeUIntLE((LARGEST_BLOCK << 3) | (1 << 1) | (index === blocks - 1 ? 1 : 0), index * 4, 3);
  return body;
}
