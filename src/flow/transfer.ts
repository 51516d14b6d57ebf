import { installFolders, openStaging } from '../archive/install.ts';
import { packArchive } from '../archive/pack.ts';
import { unpackArchive } from '../archive/unpack.ts';
import { isCacheable } from '../bengal/cacheable.ts';
import { walkFiles } from '../changes/walk-files.ts';
import { isWithin, type SitePath } from '../core/paths.ts';
import { messageOf } from '../core/result.ts';
import { unreachable } from '../core/never.ts';
import type { ReportCache } from '../report/report.ts';
import type { CacheStore } from '../store/port.ts';
import type { CacheKeys } from './keys.ts';

export interface TransferOptions {
  readonly store: CacheStore;
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  readonly keys: CacheKeys;
}

/** Fetches a stored state into the site: whole and checked, or not at all. Trouble is an outcome, never an error. */
export async function restoreState({ store, site, outputDir, keys }: TransferOptions): Promise<ReportCache> {
  const { key } = keys;
  const folders = ['.bengal', outputDir];
  const staging = openStaging(site);
  try {
    const restored = await store.restore({ ...keys, file: staging.archive });
    switch (restored.kind) {
      case 'miss':
        return { kind: 'miss', key };
      case 'unavailable':
        return { kind: 'unavailable', key, why: restored.why };
      case 'exact':
      case 'prefix': {
        const allow = (path: string): boolean => folders.some((folder) => isWithin(folder, path)) && isCacheable(path);
        const unpacked = await unpackArchive({ file: staging.archive, into: staging.folder, allow });
        if (unpacked.kind === 'rejected') return { kind: 'rejected', key, why: unpacked.why };
        installFolders(staging, site, folders);
        return { kind: restored.kind, key, matchedKey: restored.key, files: unpacked.files, bytes: unpacked.bytes };
      }
      default:
        return unreachable(restored);
    }
  } catch (thrown) {
    return { kind: 'unavailable', key, why: messageOf(thrown) };
  } finally {
    staging.remove();
  }
}

export type SavedState =
  | {
      readonly kind: 'saved';
      readonly key: string;
      readonly files: number;
      readonly bytes: number;
      readonly archiveBytes: number;
    }
  | { readonly kind: 'not-saved'; readonly key: string; readonly why: string };

/** Stores the state and the output of the site. Trouble is an outcome, never an error. */
export async function saveState({ store, site, outputDir, keys }: TransferOptions): Promise<SavedState> {
  const { key } = keys;
  const staging = openStaging(site);
  try {
    const paths = ['.bengal', outputDir].flatMap((folder) => walkFiles(site, folder)).filter(isCacheable);
    if (paths.length === 0) return { kind: 'not-saved', key, why: 'there is neither state nor output' };
    const packed = await packArchive({ root: site, paths, file: staging.archive });
    if (packed.kind === 'refused') return { kind: 'not-saved', key, why: packed.why };
    const saved = await store.save({ key, file: staging.archive });
    switch (saved.kind) {
      case 'saved':
        return { ...packed, kind: 'saved', key };
      case 'exists':
        return { kind: 'not-saved', key, why: 'this key is stored already' };
      case 'denied':
      case 'unavailable':
        return { kind: 'not-saved', key, why: saved.why };
      default:
        return unreachable(saved);
    }
  } catch (thrown) {
    return { kind: 'not-saved', key, why: messageOf(thrown) };
  } finally {
    staging.remove();
  }
}
