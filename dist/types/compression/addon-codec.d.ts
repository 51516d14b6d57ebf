import type { ZstdCodec } from './codec.ts';
/**
 * The native addon `@mongodb-js/zstd`, an optional dependency; `undefined` where it is not installed
 * (`ERR_MODULE_NOT_FOUND`) or was installed without being built (`MODULE_NOT_FOUND`, or a loader error of the platform).
 */
export declare function addonCodec(): Promise<ZstdCodec | undefined>;
