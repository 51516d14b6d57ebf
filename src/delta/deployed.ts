import { isSha256 } from '../core/digest.ts';
import { asArray, asFiniteNumber, asString, entriesOf, field, isObject, type JsonValue } from '../core/json.ts';
import type { Differences, OutputDigest, OutputDigests } from './digests.ts';

/**
 * What lies at a target: a file that is deployed with the site, so that the next deployment compares with what is there
 * and not with what some build believes. A deployment that was lost, or broken off, is noticed by it.
 */
export interface DeployedManifest {
  readonly files: OutputDigests;
  /** Commit that was built. */
  readonly commit: string | null;
  /** ISO 8601. */
  readonly recordedAt: string | null;
  readonly event: string | null;
}

const KIND = 'bengal-cache deployment';

/** Small as it can be: a site of 100,000 pages has half a million files. */
export function deployedToText({ files, commit, recordedAt, event }: DeployedManifest): string {
  const entries = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
  const value = {
    schemaVersion: 1,
    kind: KIND,
    ...{ commit, recordedAt, event },
    files: Object.fromEntries(
      entries.map(([path, file]) => [path, file === 'unknown' ? null : [file.sha256, file.size]] as const),
    ),
  };
  return `${JSON.stringify(value)}\n`;
}

/** `undefined` for anything but what we wrote. Nothing in it is trusted: it comes from a server. */
export function deployedFromJson(value: JsonValue): DeployedManifest | undefined {
  const listed = field(value, 'files');
  if (field(value, 'schemaVersion') !== 1 || field(value, 'kind') !== KIND || !isObject(listed)) return undefined;
  const files = new Map<string, OutputDigest | 'unknown'>();
  for (const [path, entry] of entriesOf(listed)) {
    const digest = entry === null ? 'unknown' : digestFromJson(entry);
    if (!isPlainPath(path) || digest === undefined) return undefined;
    files.set(path, digest);
  }
  const text = (name: string): string | null => asString(field(value, name))?.slice(0, 100) ?? null;
  return { files, commit: text('commit'), recordedAt: text('recordedAt'), event: text('event') };
}

/** Below a folder, as the disk names it: a backslash is a letter there. */
function isPlainPath(path: string): boolean {
  return !path.includes('\0') && path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}

function digestFromJson(entry: JsonValue): OutputDigest | undefined {
  const [hash, bytes] = asArray(entry);
  const [sha256, size] = [asString(hash), asFiniteNumber(bytes)];
  return sha256 === undefined || !isSha256(sha256) || size === undefined ? undefined : { sha256, size };
}

/**
 * What may lie at the target from the moment a deployment begins until it has ended: of every file that it touches nobody
 * knows. Deployed first, it makes the next deployment send again what a broken one may have left half done.
 */
export function whileDeploying(before: OutputDigests, { added, changed, removed }: Differences): OutputDigests {
  const unknown = [...added, ...changed, ...removed].map((path) => [path, 'unknown'] as const);
  return new Map<string, OutputDigest | 'unknown'>([...before, ...unknown]);
}
