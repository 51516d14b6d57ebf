import { join } from 'node:path';
import { look } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';

/**
 * Whether an uncompressed `cache.json` lies beside the compressed one. No current version writes it, and Bengal builds
 * incrementally without being asked where it finds one.
 */
export function hasDecodedCache(site: string): boolean {
  const isThere = (name: string): boolean => ifPresent(look(join(site, '.bengal', name))) !== undefined;
  return isThere('cache.json') && isThere('cache.json.zst');
}
