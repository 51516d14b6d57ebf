/**
 * Whether an uncompressed `cache.json` lies beside the compressed one. No current version writes it, and Bengal builds
 * incrementally without being asked where it finds one.
 */
export declare function hasDecodedCache(site: string): boolean;
