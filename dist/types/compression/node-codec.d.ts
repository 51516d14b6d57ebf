import type { ZstdCodec } from './codec.ts';
/** Node's own zstd: since 22.15, so also in the runner's Node 24; `undefined` on an older Node. */
export declare function nodeCodec(): ZstdCodec | undefined;
