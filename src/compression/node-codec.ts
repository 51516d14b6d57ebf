import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { ZstdCodec } from './codec.ts';

/** Node's own zstd: since 22.15, so also in the runner's Node 24; `undefined` on an older Node. */
export function nodeCodec(): ZstdCodec | undefined {
  if (typeof zlib.zstdCompress !== 'function') return undefined;
  const compress = promisify(zlib.zstdCompress);
  const decompress = promisify(zlib.zstdDecompress);
  const { ZSTD_c_compressionLevel } = zlib.constants;
  return {
    name: 'node:zlib',
    boundsOutput: true,
    compress: (content, level) =>
      compress(content, { params: { [ZSTD_c_compressionLevel]: level }, pledgedSrcSize: content.byteLength }),
    // One large output chunk instead of many 16 KiB ones: measured more than twice as fast.
    decompressFrame: (frame, maxBytes) =>
      decompress(frame, { maxOutputLength: Math.max(1, maxBytes), chunkSize: 1 << 20 }),
  };
}
