import { lstatSync, lutimesSync, realpathSync } from '../disk/node.ts';
import { dirname, isAbsolute, join } from 'node:path';
import { secondsOf } from '../bengal/file-fingerprint.ts';
import type { RecordedFile } from '../bengal/recorded-file.ts';
import { messageOf } from '../core/result.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { PresentFile, PresentTree } from './present.ts';

/** A file as it was when its content was read. */
export interface SeenFile {
  /** Site path, or absolute for what lies outside of the site. */
  readonly path: string;
  readonly seen: Pick<PresentFile, 'size' | 'mtimeNs'>;
}

/** What is to be done to modification times. All times in nanoseconds since 1970. */
export interface TimePlan {
  /** Files with the recorded content: they get the recorded time, and Bengal need not read them. */
  readonly unchanged: readonly (SeenFile & { readonly recordedNs: bigint })[];
  /** Files with another content that look older than the recorded build: Bengal would not read them. */
  readonly changed: readonly SeenFile[];
  /** When the recorded build began to render. */
  readonly lastBuildNs: bigint | undefined;
}

export const NO_TIMES: TimePlan = { unchanged: [], changed: [], lastBuildNs: undefined };

export interface TimeFacts {
  readonly files: ReadonlyMap<string, RecordedFile>;
  readonly manifest: Pick<Manifest, 'sources'> | undefined;
  readonly present: Pick<PresentTree, 'sources' | 'external'>;
  readonly lastBuildNs: bigint | undefined;
}

/** Node sets times through a double, which at present dates steps by 0.24 microseconds. */
const STEP_NS = 1000n;
const SECOND_NS = 1_000_000_000n;

/**
 * A checkout gives every file the time of now, and then Bengal hashes them all; and an edit can bring an old time along
 * (out of an archive, or set from the commit), and then Bengal takes the page for unchanged. Only equal contents get the
 * recorded time, and only when it lies before the recorded build, as it does for everything that the build read. Pure.
 */
export function planSourceTimes(facts: TimeFacts): TimePlan {
  const { present, lastBuildNs } = facts;
  const unchanged: TimePlan['unchanged'][number][] = [];
  const changed: SeenFile[] = [];
  for (const [path, seen] of [...present.sources, ...present.external]) {
    if (seen === undefined) continue;
    const recorded = recordedTime(path, seen, facts);
    if (recorded === 'another' && looksOld(seen.mtimeNs, lastBuildNs)) changed.push({ path, seen });
    else if (typeof recorded === 'bigint' && recorded !== seen.mtimeNs && isBefore(recorded, lastBuildNs))
      unchanged.push({ path, seen, recordedNs: recorded });
  }
  return { unchanged, changed, lastBuildNs };
}

function isBefore(timeNs: bigint, lastBuildNs: bigint | undefined): boolean {
  return timeNs > 0n && lastBuildNs !== undefined && timeNs + STEP_NS < lastBuildNs;
}

function looksOld(timeNs: bigint, lastBuildNs: bigint | undefined): boolean {
  return lastBuildNs === undefined || timeNs <= lastBuildNs + STEP_NS;
}

/** The time of a file with the recorded content; `another` content; or `unknown`, when nothing can be said. */
function recordedTime(path: string, seen: PresentFile, facts: TimeFacts): bigint | 'another' | 'unknown' {
  const inState = facts.files.get(path);
  const inManifest = facts.manifest?.sources.get(path);
  const hashes = inState?.hashes ?? [];
  if (hashes.length === 0 && inManifest === undefined)
    // The manifest names every source, so what it lacks is new. What lies outside is not ours to doubt.
    return facts.manifest !== undefined && facts.present.sources.has(path) ? 'another' : 'unknown';
  const fits =
    hashes.every((hash) => seen.sha256.startsWith(hash)) &&
    (inManifest === undefined || inManifest.sha256 === seen.sha256);
  return fits ? (inState?.mtimeNs ?? inManifest?.mtimeNs ?? 'unknown') : 'another';
}

export type TimesSet =
  | { readonly kind: 'done'; readonly restored: number }
  /** A changed file looks old still. */
  | { readonly kind: 'failed'; readonly why: string };

/** Carries out a plan. A file that is no longer as it was seen, or lies behind a link, is left alone. */
export function setSourceTimes(site: string, { unchanged, changed, lastBuildNs }: TimePlan): TimesSet {
  const now = BigInt(Date.now()) * 1_000_000n;
  // The clock of the machine that built may have been ahead of this one.
  const fresh = looksOld(now, lastBuildNs) && lastBuildNs !== undefined ? lastBuildNs + SECOND_NS : now;
  let restored = 0;
  for (const file of unchanged) {
    try {
      if (setTime(site, file, file.recordedNs)) restored += 1;
    } catch {
      // Somebody else's file, in the folder of an interpreter say: Bengal will read it, that is all.
    }
  }
  for (const file of changed) {
    try {
      if (!setTime(site, file, fresh)) return { kind: 'failed', why: `the time of ${file.path} cannot be set` };
    } catch (thrown) {
      return { kind: 'failed', why: messageOf(thrown) };
    }
  }
  return { kind: 'done', restored };
}

function setTime(site: string, { path, seen }: SeenFile, timeNs: bigint): boolean {
  const place = locate(site, path);
  if (place === undefined) return false;
  const now = lstatSync(place, { bigint: true });
  // Edited since it was read: then its time is that of the edit.
  if (now.mtimeNs !== seen.mtimeNs || Number(now.size) !== seen.size) return true;
  lutimesSync(place, secondsOf(now.atimeNs), secondsOf(timeNs));
  return true;
}

/**
 * Where a file lies; `undefined` when it is gone or behind a link inside the site. Bengal names sources of its API
 * documentation relative to the site's parent when they lie there.
 */
function locate(site: string, path: string): string | undefined {
  if (isAbsolute(path)) return isRegular(path) ? path : undefined;
  const root = [site, dirname(site)].find((folder) => isRegular(join(folder, path)));
  if (root === undefined) return undefined;
  return realpathSync(join(root, path)) === join(realpathSync(root), path) ? join(root, path) : undefined;
}

function isRegular(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
