import { join } from 'node:path';
import { loadCodec } from '../compression/zstd.ts';
import { digestOfParts, type Sha256 } from '../core/digest.ts';
import { isObject, type JsonValue } from '../core/json.ts';
import { neededBytes } from '../disk/read.ts';
import { openEnvelope } from './envelope.ts';
import { listCacheable } from './list-files.ts';
import { listStateFiles } from './prune-state.ts';
import { DEFAULT_LIMITS } from './size-limits.ts';

/**
 * Digest of what matters in a site's state and output: the same after another build of the same sources, another after
 * any other. Times, the order of sets, and what Bengal counts between two builds do not matter. Whatever cannot be read
 * as expected is taken as it is, byte for byte. Sources are in it by the hashes that Bengal keeps of them.
 *
 * @param site Site root, absolute.
 * @param outputDir Output directory, relative to the site.
 */
export async function digestOfStateContent(site: string, outputDir: string): Promise<Sha256> {
  const parts: [name: string, value: string | Uint8Array][] = [];
  for (const path of listStateFiles(site))
    if (path !== ASSET_LINKS) parts.push([path, await stateContent(path, neededBytes(join(site, path)))]);
  for (const path of listCacheable(site, outputDir)) {
    const name = path.slice(outputDir.length + 1);
    if (name !== 'index.json.hash') parts.push([path, outputContent(name, neededBytes(join(site, path)))]);
  }
  return digestOfParts(parts);
}

/** Bengal only writes it, differently each time: which page it attributes shared assets to depends on the order of work. */
const ASSET_LINKS = '.bengal/asset_deps.json.zst';

/** Moments, durations and modification times. A mapping under such a name (a tag, say) is no moment. */
const VOLATILE = new Set([
  ...['mtime', 'mtime_ns', 'last_build', 'last_build_time', 'last_build_time_ns', 'timestamp', 'created_at'],
  ...['updated_at', 'cached_at', 'tracked_at', 'generated_at', 'last_generated', 'last_modified', 'build_time'],
  ...['generation_time_ms', 'asset_manifest_mtime'],
]);

/** In the change log: what differs from the build before, whichever that was. */
const SINCE_LAST_BUILD = new Set([
  ...['build_id', 'previous_build_id', 'stats', 'pages_added', 'pages_modified', 'pages_removed'],
]);

async function stateContent(path: string, bytes: Uint8Array): Promise<string | Uint8Array> {
  if (path.endsWith('.css')) return bytes;
  const opened = await openEnvelope(bytes, await loadCodec(), DEFAULT_LIMITS.contentBytes);
  if (opened.kind !== 'content') return bytes;
  // Bengal fills many of its lists from sets, in an order of their own each time. What a list was made of has its hash.
  return canonical(opened.content, { isLeftOut: () => false, sorted: true }) ?? bytes;
}

const OUTPUT_DATA =
  /(?:^|\/)index\.json$|^(?:agent|changelog|asset-manifest)\.json$|^\.well-known\/content-signals\.json$/;
const CONTENT_HASH = /(<meta name="bengal:content-hash" content=")[0-9a-f]*"/g;

function outputContent(name: string, bytes: Buffer): string | Uint8Array {
  if (name.endsWith('.html')) return bytes.toString('latin1').replace(CONTENT_HASH, '$1"');
  if (!OUTPUT_DATA.test(name)) return bytes;
  const isLeftOut = (key: string): boolean => name === 'changelog.json' && SINCE_LAST_BUILD.has(key);
  return canonical(bytes, { isLeftOut, sorted: false }) ?? bytes;
}

interface Form {
  /** Whether a key goes, whatever it holds. */
  readonly isLeftOut: (key: string) => boolean;
  /** Lists are sets. */
  readonly sorted: boolean;
}

/** JSON text with keys in order and without moments; `undefined` for what is no JSON. */
function canonical(bytes: Uint8Array, form: Form): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return canonicalText(JSON.parse(text) as JsonValue, form);
  } catch {
    // Also what is nested deeper than the stack: the bytes themselves will do.
    return undefined;
  }
}

function canonicalText(value: JsonValue, form: Form): string {
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map((item) => canonicalText(item, form));
    return `[${(form.sorted ? items.sort() : items).join(',')}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .filter((key) => !form.isLeftOut(key) && !isMoment(key, value[key]))
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(withoutSourceTimes(key, value[key] ?? null), form)}`);
  return `{${entries.join(',')}}`;
}

function isMoment(key: string, value: JsonValue | undefined): boolean {
  return VOLATILE.has(key) && (typeof value !== 'object' || value === null);
}

/** Sources of API documentation are kept as `[hash, modification time, ...]`. */
function withoutSourceTimes(key: string, value: JsonValue): JsonValue {
  if (key !== 'autodoc_source_metadata' || !isObject(value)) return value;
  const withoutTime = (entry: JsonValue): JsonValue =>
    Array.isArray(entry) ? (entry as readonly JsonValue[]).filter((item) => typeof item !== 'number') : entry;
  return Object.fromEntries(Object.entries(value).map(([source, entry]) => [source, withoutTime(entry)]));
}
