import { packArchive } from '../archive/pack.ts';
import { openStaging, type Staging } from '../archive/staging.ts';
import { listTravelling } from '../changes/travelling-files.ts';
import type { SitePath } from '../core/paths.ts';
import { messageOf } from '../core/result.ts';
import { unreachable } from '../core/never.ts';
import type { Progress } from '../host/port.ts';
import { ageOf, type Acceptance } from '../manifest/acceptance.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { isRestored } from '../report/cache-words.ts';
import type { CacheOrigin, ReportCache } from '../report/report.ts';
import { startDeadline } from '../store/deadline.ts';
import type { CacheStore } from '../store/port.ts';
import { ownerOf, type CacheKeys } from './cache-keys.ts';
import { receive } from './receive.ts';

export interface TransferOptions {
  readonly store: CacheStore;
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  readonly keys: CacheKeys;
  /** Milliseconds for all of it, unpacking and packing included. */
  readonly deadlineMs?: number;
  /** Files below the output folder that the repository keeps: a restore leaves them as they are. */
  readonly authored?: ReadonlySet<string>;
  /** Further files and folders that travel along, relative to the site. */
  readonly extraPaths?: readonly SitePath[];
  /** Whether compiled templates may be fetched and stored: Bengal runs them. */
  readonly bytecode?: boolean | undefined;
  /** What a restored manifest has to say of itself. */
  readonly acceptance?: Acceptance;
  /** Bytes; a larger archive is not stored. */
  readonly maxArchiveBytes?: number | undefined;
  readonly progress?: Progress | undefined;
}

/** Ten minutes: about 6 GB at the 10 MB/s of a slow day. */
export const DEFAULT_DEADLINE_MS = 10 * 60 * 1000;

/** Fetches a stored state into the site: whole and checked, or not at all. Trouble is an outcome, never an error. */
export async function restoreState(options: TransferOptions): Promise<ReportCache> {
  const { store, site, keys, deadlineMs = DEFAULT_DEADLINE_MS } = options;
  const { key } = keys;
  const asked = { key, tried: keys.restoreKeys.length };
  const { signal, clear } = startDeadline(deadlineMs, 'restoring');
  let staging: Staging | undefined;
  try {
    staging = openStaging(site);
    options.progress?.('Fetching the stored state');
    const restored = await store.restore({ ...keys, file: staging.archive, signal });
    switch (restored.kind) {
      case 'miss':
        return { ...asked, kind: 'miss', why: restored.why };
      case 'denied':
      case 'absent':
      case 'unavailable':
        return { ...asked, kind: 'unavailable', why: restored.why };
      case 'refused':
        return { ...asked, kind: 'rejected', matchedKey: restored.key, why: `${restored.key}: ${restored.why}` };
      case 'exact':
      case 'prefix':
        options.progress?.('Unpacking and checking the stored state');
        return asThisTree(await takeIn(options, { staging, signal, restored }), keys);
      default:
        return unreachable(restored);
    }
  } catch (thrown) {
    return { kind: 'unavailable', key, why: messageOf(thrown) };
  } finally {
    clear();
    staging?.remove();
  }
}

/** What stands in for the entry of this very tree is as good as that, and so is what the branch built of it. */
export function asThisTree(cache: ReportCache, { key, branch }: CacheKeys): ReportCache {
  const isStored = cache.kind === 'found' || isRestored(cache);
  if (!isStored || ![key, branch?.key].some((own) => own !== undefined && ownerOf(cache.matchedKey, own) === own))
    return cache;
  return cache.kind === 'found' ? { ...cache, key: cache.matchedKey } : { ...cache, kind: 'exact', key };
}

interface Fetched {
  readonly staging: Staging;
  readonly signal: AbortSignal;
  readonly restored: { readonly kind: 'exact' | 'prefix'; readonly key: string };
}

async function takeIn(options: TransferOptions, { staging, signal, restored }: Fetched): Promise<ReportCache> {
  const { key } = options.keys;
  const asked = { key, tried: options.keys.restoreKeys.length };
  const { site, outputDir, extraPaths = [], authored, acceptance, bytecode = false } = options;
  const received = await receive({ staging, site, outputDir, extraPaths, bytecode, authored, acceptance, signal });
  if (received.kind === 'failed') return { ...asked, kind: 'unavailable', why: received.why };
  if (received.kind === 'rejected')
    return { ...asked, kind: 'rejected', matchedKey: restored.key, why: `${restored.key}: ${received.why}` };
  const { files, bytes, archiveBytes, kept, dropped, manifest } = received;
  const from = describeOrigin(manifest, acceptance);
  const found = { kind: restored.kind, matchedKey: restored.key };
  return { ...asked, ...found, files, bytes, archiveBytes, kept, ...(dropped && { dropped }), ...from };
}

export type SavedState =
  | {
      readonly kind: 'saved';
      readonly key: string;
      readonly files: number;
      readonly bytes: number;
      readonly archiveBytes: number;
    }
  /** Another run has stored it in the meantime. */
  | { readonly kind: 'exists'; readonly key: string; readonly why: string }
  | { readonly kind: 'not-saved'; readonly key: string; readonly why: string };

/** Stores the state and the output of the site. Trouble is an outcome, never an error. */
export async function saveState(options: TransferOptions): Promise<SavedState> {
  const { store, site, outputDir, keys, deadlineMs = DEFAULT_DEADLINE_MS, extraPaths = [], maxArchiveBytes } = options;
  const { key } = keys;
  const { signal, clear } = startDeadline(deadlineMs, 'saving');
  let staging: Staging | undefined;
  try {
    staging = openStaging(site);
    options.progress?.('Packing the state and the output');
    const paths = await listTravelling({ site, outputDir, extraPaths, bytecode: options.bytecode === true });
    if (paths.length === 0) return { kind: 'not-saved', key, why: 'there is neither state nor output' };
    const packed = await packArchive({ root: site, paths, file: staging.archive, signal });
    if (packed.kind === 'refused') return { kind: 'not-saved', key, why: packed.why };
    if (packed.archiveBytes > (maxArchiveBytes ?? Number.POSITIVE_INFINITY))
      return { kind: 'not-saved', key, why: tooLarge(packed.archiveBytes) };
    options.progress?.('Storing the archive');
    const saved = await store.save({ key, file: staging.archive, signal });
    switch (saved.kind) {
      case 'saved':
        return { ...packed, kind: 'saved', key };
      case 'exists':
        return { kind: 'exists', key, why: 'this key is stored already' };
      case 'denied':
      case 'absent':
      case 'unavailable':
        return { kind: 'not-saved', key, why: saved.why };
      default:
        return unreachable(saved);
    }
  } catch (thrown) {
    return { kind: 'not-saved', key, why: messageOf(thrown) };
  } finally {
    clear();
    staging?.remove();
  }
}

function tooLarge(bytes: number): string {
  return `the archive has ${String(bytes)} bytes, which is more than max-size permits`;
}

/** What the manifest says of itself, for people. */
function describeOrigin(
  manifest: Manifest | undefined,
  acceptance: Acceptance | undefined,
): { readonly from?: CacheOrigin } {
  if (manifest === undefined || acceptance === undefined) return {};
  const age = ageOf(manifest, acceptance.now);
  const { commit, recordedAt, origin } = manifest;
  return {
    from: {
      commit: commit ?? null,
      recordedAt: age === undefined ? null : new Date(recordedAt).toISOString(),
      ageSeconds: age === undefined ? null : Math.round(age / 1000),
      event: origin.event ?? null,
    },
  };
}
