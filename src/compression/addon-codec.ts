import type { ZstdCodec } from './codec.ts';

/**
 * The native addon `@mongodb-js/zstd`, an optional dependency; `undefined` where it is not installed
 * (`ERR_MODULE_NOT_FOUND`) or was installed without being built (`MODULE_NOT_FOUND`, or a loader error of the platform).
 */
export async function addonCodec(): Promise<ZstdCodec | undefined> {
  try {
    const addon = await import('@mongodb-js/zstd');
    return {
      name: '@mongodb-js/zstd',
      boundsOutput: false,
      compress: (content, level) => addon.compress(Buffer.from(content), level),
      decompressFrame: (frame) => addon.decompress(Buffer.from(frame)),
    };
  } catch {
    // Whatever the loader says, the answer is the same: this codec is not to be had here, the other one is.
    return undefined;
  }
}
