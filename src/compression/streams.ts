import { Transform, type Duplex } from 'node:stream';
import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import xxhash, { type XXHash } from 'xxhash-wasm';
import { FrameScanner } from './frame-scanner.ts';
import { Malformed } from './frame.ts';
import { lowBits, OPEN_FRAME_HEADER, storedBlocks } from './portable-codec.ts';

/**
 * Level of archives, whose files repeat each other over long distances: every page is written four times, and its text
 * lies in the state again. Measured on 500 pages (61 MB): 4.9 MB in 0.7 s of processor time, where level 3 takes 7.0 MB
 * in 0.15 s and level 19 takes 4.5 MB in 28 s.
 */
const ARCHIVE_LEVEL = 12;
/** 128 MiB, the largest window that decoders take unasked. */
const LARGEST_WINDOW_LOG = 27;
const SMALLEST_WINDOW_LOG = 20;
/** Bytes that are decoded at a time. Node's own choice of 16 KiB costs a task of a thread for each page. */
const PIECE = 256 * 1024;

/**
 * A stream that makes one zstd frame of what it is fed; with a checksum where Node has zstd, stored where it has not.
 *
 * @param bytes How much it will be fed at least, about: the whole of it is searched for repetitions.
 */
export function createCompressor(bytes: number): Duplex {
  if (typeof zlib.createZstdCompress !== 'function') return storingCompressor();
  const { constants } = zlib;
  const windowLog = Math.min(LARGEST_WINDOW_LOG, Math.max(SMALLEST_WINDOW_LOG, Math.ceil(Math.log2(bytes + 1)) + 1));
  return zlib.createZstdCompress({
    params: {
      [constants.ZSTD_c_compressionLevel]: ARCHIVE_LEVEL,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
      [constants.ZSTD_c_windowLog]: windowLog,
      [constants.ZSTD_c_checksumFlag]: 1,
    },
  });
}

/** Streams that decode exactly one frame, to be piped into each other, and fail on whatever else there is. */
export function createDecompressor(): readonly Duplex[] {
  if (typeof zlib.createZstdDecompress !== 'function') return [portableDecompressor()];
  // Node's own takes a second frame or ignores it, depending on where the pieces that it gets end.
  return [onlyOneFrame(), zlib.createZstdDecompress({ rejectGarbageAfterEnd: true, chunkSize: PIECE })];
}

/** Passes the bytes of one frame on. */
function onlyOneFrame(): Transform {
  const scanner = new FrameScanner();
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      attempt(done, () => {
        scanner.push(chunk);
        this.push(chunk);
      });
    },
    flush(done) {
      attempt(done, () => void scanner.end());
    },
  });
}

export function storingCompressor(): Transform {
  let begun = false;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      if (!begun) this.push(OPEN_FRAME_HEADER);
      begun = true;
      for (const piece of storedBlocks(chunk, false)) this.push(piece);
      done();
    },
    flush(done) {
      if (!begun) this.push(OPEN_FRAME_HEADER);
      for (const piece of storedBlocks(new Uint8Array(), true)) this.push(piece);
      done();
    },
  });
}

/** Decodes with the JavaScript library, which takes more than one frame, any size and any checksum: those are ours to check. */
export function portableDecompressor(): Transform {
  const scanner = new FrameScanner();
  let hash: XXHash<bigint> | undefined;
  let length = 0;
  const decoder = new Decompress((piece) => {
    hash?.update(piece);
    length += piece.byteLength;
    // The library uses its buffer again.
    output.push(Buffer.from(piece));
  });
  const check = (): void => {
    const { contentSize, checksum } = scanner.end();
    if (contentSize !== undefined && contentSize !== length)
      throw new Malformed('the frame holds another amount of content than it declares');
    if (checksum !== undefined && hash !== undefined && lowBits(hash.digest()) !== checksum)
      throw new Malformed('the checksum does not fit the content');
  };
  const output: Transform = new Transform({
    construct(done) {
      xxhash().then((library) => {
        hash = library.create64();
        done();
      }, done);
    },
    transform(chunk: Uint8Array, _encoding, done) {
      attempt(done, () => {
        scanner.push(chunk);
        decoder.push(chunk, false);
      });
    },
    flush(done) {
      attempt(done, () => {
        decoder.push(new Uint8Array(), true);
        check();
      });
    },
  });
  return output;
}

function attempt(done: (error?: Error) => void, action: () => void): void {
  try {
    action();
  } catch (thrown) {
    done(thrown instanceof Error ? thrown : new Error(String(thrown)));
    return;
  }
  done();
}
