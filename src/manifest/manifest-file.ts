import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../bengal/size-limits.ts';
import { resolveState } from '../bengal/state-place.ts';
import { parseExact } from '../bengal/exact-json.ts';
import { decompress, DEFAULT_LEVEL, loadCodec } from '../compression/zstd.ts';
import { digestOfParts, type Sha256 } from '../core/digest.ts';
import { asString, field, type JsonValue } from '../core/json.ts';
import { reasonOf } from '../disk/outcome.ts';
import { messageOf } from '../core/result.ts';
import { look } from '../disk/look.ts';
import { renameSync, rmSync, writeFileSync } from '../disk/node.ts';
import { ifPresent } from '../disk/outcome.ts';
import { neededBytes } from '../disk/read.ts';
import { failedPagesIn, type FailedPage } from './failed-pages.ts';
import { manifestFromJson, manifestToJson, type Manifest } from './manifest.ts';

export const MANIFEST_PATH = '.bengal/ci-manifest.json.zst';

export type ManifestOutcome =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly why: string };

/** Reads the manifest of a site's state, and checks that it belongs to the state beside it. */
export async function readManifest(site: string): Promise<ManifestOutcome> {
  // Nothing is read there; whoever reads the state says why.
  if (resolveState(site).kind === 'refused') return { kind: 'absent' };
  try {
    const read = await readManifestAt(join(site, MANIFEST_PATH));
    if (read.kind !== 'read') return read;
    if (read.manifest.stateDigest !== digestOfState(site))
      return { kind: 'unusable', why: 'a later build changed the state without recording it' };
    return read;
  } catch (thrown) {
    return { kind: 'unusable', why: messageOf(thrown) };
  }
}

/** A manifest by itself: what it says of an output is true of that output, whatever state lies beside it by now. */
export async function readManifestAt(path: string): Promise<ManifestOutcome> {
  try {
    const opened = await openManifest(path);
    if (opened.kind !== 'json') return opened;
    const read = manifestFromJson(opened.value);
    return 'why' in read ? { kind: 'unusable', why: read.why } : { kind: 'read', manifest: read.manifest };
  } catch (thrown) {
    return { kind: 'unusable', why: messageOf(thrown) };
  }
}

export interface EarlierFailures {
  readonly pages: readonly FailedPage[];
  /** Digest of the state that they were recorded of. */
  readonly stateDigest: string | undefined;
}

/** What failed in the build that was recorded last. After another build, that manifest belongs to no state any more. */
export async function readEarlierFailures(site: string): Promise<EarlierFailures> {
  const nothing = { pages: [], stateDigest: undefined };
  try {
    const opened = await openManifest(join(site, MANIFEST_PATH));
    if (opened.kind !== 'json') return nothing;
    return { pages: failedPagesIn(opened.value), stateDigest: asString(field(opened.value, 'stateDigest')) };
  } catch {
    // Nothing is known of that build then, and what failed now has to fail once more before it counts as settled.
    return nothing;
  }
}

type Opened =
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly why: string };

async function openManifest(path: string): Promise<Opened> {
  const stat = ifPresent(look(path));
  if (stat === undefined) return { kind: 'absent' };
  if (!stat.isFile() || stat.size > DEFAULT_LIMITS.fileBytes)
    return { kind: 'unusable', why: 'not a regular file of a sane size' };
  const opened = await decompress(await loadCodec(), neededBytes(path), DEFAULT_LIMITS.contentBytes);
  if (opened.kind !== 'content') return { kind: 'unusable', why: opened.why };
  const parsed = parseExact(opened.content);
  return parsed.kind === 'malformed' ? { kind: 'unusable', why: parsed.why } : { kind: 'json', value: parsed.value };
}
export type ManifestWritten =
  | { readonly kind: 'written'; readonly bytes: number }
  /** What was there before is there still. */
  | { readonly kind: 'failed'; readonly why: string };

/** Writes the manifest: temporary file in the same folder, flushed, then renamed, so that no reader sees a part of it. */
export async function writeManifest(site: string, manifest: Manifest): Promise<ManifestWritten> {
  const path = join(site, MANIFEST_PATH);
  const codec = await loadCodec();
  const content = await codec.compress(Buffer.from(JSON.stringify(manifestToJson(manifest)), 'utf8'), DEFAULT_LEVEL);
  const temporary = `${path}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(temporary, content, { mode: 0o644, flush: true });
    renameSync(temporary, path);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    return { kind: 'failed', why: reasonOf(thrown) };
  }
  return { kind: 'written', bytes: content.byteLength };
}

/** Files that every build of Bengal's writes anew and a skipped one leaves alone. Dry runs rewrite others. */
const STATE_MARKERS = ['cache.json.zst', 'cache.json', 'provenance/index.json'];

/** Whether a build has left a state there, whatever it is worth. */
export function hasState(site: string): boolean {
  return STATE_MARKERS.some((name) => look(join(site, '.bengal', name)).kind !== 'absent');
}

/** Tells one build's state from another's. */
export function digestOfState(site: string): Sha256 {
  if (resolveState(site).kind === 'refused') return digestOfParts([]);
  return digestOfParts(
    STATE_MARKERS.flatMap((name): [string, Uint8Array][] => {
      const path = join(site, '.bengal', name);
      return ifPresent(look(path))?.isFile() === true ? [[name, neededBytes(path)]] : [];
    }),
  );
}
