import { Transform, type Duplex } from 'node:stream';
import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { DEFAULT_LEVEL } from './zstd.ts';
import { OPEN_FRAME_HEADER, storedBlocks } from './portable-codec.ts';

/** A stream that makes one zstd frame of what it is fed; with a checksum where Node has zstd, stored where it has not. */
export function createCompressor(): Duplex {
  if (typeof zlib.createZstdCompress !== 'function') return storingCompressor();
  const { ZSTD_c_compressionLevel, ZSTD_c_checksumFlag } = zlib.constants;
  return zlib.createZstdCompress({ params: { [ZSTD_c_compressionLevel]: DEFAULT_LEVEL, [ZSTD_c_checksumFlag]: 1 } });
}

/** A stream that decodes exactly one frame and fails on whatever follows it. */
export function createDecompressor(): Duplex {
  if (typeof zlib.createZstdDecompress !== 'function') return portableDecompressor();
  // Without `rejectGarbageAfterEnd` Node silently ignores whatever follows the first frame.
  return zlib.createZstdDecompress({ rejectGarbageAfterEnd: true });
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

/** Also decodes several frames one after the other, which an archive of ours never holds. */
export function portableDecompressor(): Transform {
  const decoder = new Decompress((piece) => void output.push(Buffer.from(piece)));
  const feed = (chunk: Uint8Array, final: boolean, done: (error?: Error) => void): void => {
    try {
      decoder.push(chunk, final);
    } catch (thrown) {
      done(thrown instanceof Error ? thrown : new Error(String(thrown)));
      return;
    }
    done();
  };
  const output: Transform = new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => feed(chunk, false, done),
    flush: (done) => feed(new Uint8Array(), true, done),
  });
  return output;
}
