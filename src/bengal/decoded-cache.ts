import { lstatSync } from '../disk/node.ts';
import { join } from 'node:path';

/**
 * Whether an uncompressed `cache.json` lies beside the compressed one. No current version writes it, and Bengal builds
 * incrementally without being asked where it finds one.
 */
export function hasDecodedCache(site: string): boolean {
  const isThere = (name: string): boolean =>
    lstatSync(join(site, '.bengal', name), { throwIfNoEntry: false }) !== undefined;
  return isThere('cache.json') && isThere('cache.json.zst');
}
