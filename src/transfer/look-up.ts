import { unreachable } from '../core/never.ts';
import type { ReportCache } from '../report/report.ts';
import { startDeadline } from '../store/deadline.ts';
import type { CacheStore } from '../store/port.ts';
import type { CacheKeys } from './cache-keys.ts';

/** Asks what is stored, and fetches nothing. Trouble is an outcome, never an error. */
export async function lookUp(store: CacheStore, keys: CacheKeys, milliseconds: number): Promise<ReportCache> {
  const deadline = startDeadline(milliseconds, 'looking up the cache');
  const asked = { key: keys.key, tried: keys.restoreKeys.length };
  try {
    // No file is written for a look-up.
    const found = await store.restore({ ...keys, file: '', lookupOnly: true, signal: deadline.signal });
    switch (found.kind) {
      case 'exact':
      case 'prefix':
        return { ...asked, kind: 'found', matchedKey: found.key };
      case 'refused':
        return { ...asked, kind: 'rejected', matchedKey: found.key, why: `${found.key}: ${found.why}` };
      case 'miss':
        return { ...asked, kind: 'miss', why: found.why };
      case 'denied':
      case 'absent':
      case 'unavailable':
        return { ...asked, kind: 'unavailable', why: found.why };
      default:
        return unreachable(found);
    }
  } finally {
    deadline.clear();
  }
}
