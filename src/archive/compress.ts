import { createWriteStream } from '../disk/node.ts';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createCompressor } from '../compression/streams.ts';

/** Bytes handed to the compressor at a time: a tar yields thousands of headers of 512 bytes, each a thread hop. */
const BLOCK_BYTES = 256 * 1024;

/**
 * Writes `source` to `file` as exactly one zstd frame with a checksum.
 *
 * Every block is awaited before the next and before the end. When the end is announced while a block is still waiting,
 * Node finishes the frame with that block and then finishes once more, which appends a second, empty frame; our strict
 * reader would take that for trailing garbage. Fixed blocks also make the bytes independent of timing.
 *
 * @param options `bytes`: about how much `source` yields.
 */
export async function compressTo(
  file: string,
  source: AsyncIterable<Uint8Array>,
  { bytes }: { readonly bytes: number },
): Promise<void> {
  const compressor = createCompressor(bytes);
  const writing = pipeline(compressor, createWriteStream(file));
  const feeding = feed(compressor, source);
  const outcomes = await Promise.allSettled([feeding, writing]);
  // The first failure of either side tears the other down; the one of the file names the cause (a full disk, say).
  const failed = outcomes.toReversed().filter((outcome) => outcome.status === 'rejected');
  const cause = failed.find((outcome) => !isTeardown(outcome.reason)) ?? failed[0];
  if (cause !== undefined) throw cause.reason;
}

async function feed(compressor: Writable, source: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const block of inBlocks(source)) await write(compressor, block);
    compressor.end();
  } catch (error) {
    compressor.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

function write(stream: Writable, block: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(block, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

async function* inBlocks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let block = Buffer.allocUnsafe(BLOCK_BYTES);
  let filled = 0;
  for await (const chunk of source) {
    for (let start = 0; start < chunk.byteLength;) {
      const piece = chunk.subarray(start, start + BLOCK_BYTES - filled);
      block.set(piece, filled);
      filled += piece.byteLength;
      start += piece.byteLength;
      if (filled < BLOCK_BYTES) continue;
      yield block;
      block = Buffer.allocUnsafe(BLOCK_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

function isTeardown(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
