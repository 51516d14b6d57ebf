import { asArray, asFiniteNumber, asString, entriesOf, field, isObject, type JsonValue } from '../core/json.ts';
import { isSha256, type Sha256 } from '../core/digest.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import { knowledgeFromJson, knowledgeToJson, type SiteKnowledge } from './knowledge.ts';

/**
 * The one file that we add to a state: what was true when it was recorded. It stands beside Bengal's files and never
 * inside them, since Bengal discards a whole cache for one key that it does not know.
 */
export interface Manifest {
  readonly tool: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** Commit that was built; `undefined` outside a git checkout. */
  readonly commit: string | undefined;
  readonly bengal: string | undefined;
  /** `major.minor`. */
  readonly python: string | undefined;
  readonly environment: string;
  readonly profile: string | undefined;
  readonly outputDir: SitePath;
  readonly configFingerprint: Sha256;
  readonly build: BuildKind;
  /** Digest of Bengal's own files; another one means that a later build wrote the state and did not record it. */
  readonly stateDigest: Sha256;
  /** Site path -> the source as it was built. */
  readonly sources: ReadonlyMap<string, RecordedContent>;
  /** Path below the output directory -> the output as it was built. */
  readonly outputs: ReadonlyMap<string, RecordedContent>;
  readonly knowledge: SiteKnowledge;
}

export interface RecordedContent {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  /** Nanoseconds since 1970; 0 for outputs, whose time nobody reads. */
  readonly mtimeNs: bigint;
}

/** How the output came to be. */
export type BuildKind =
  /** One build wrote every page of it. */
  | 'full'
  /** An incremental build upon a full one, with the state repaired by us before: every page is right, site-wide files may lack entries. */
  | 'incremental'
  /** Nobody can tell: some pages are older than the last build. */
  | 'partial';

function isBuildKind(value: string | undefined): value is BuildKind {
  return value === 'full' || value === 'incremental' || value === 'partial';
}

export const MANIFEST_SCHEMA = 1;

/** Short keys: a site of 100,000 pages has half a million outputs. */
export function manifestToJson(manifest: Manifest): JsonValue {
  return {
    schemaVersion: MANIFEST_SCHEMA,
    tool: manifest.tool,
    recordedAt: manifest.recordedAt,
    commit: manifest.commit ?? null,
    bengal: manifest.bengal ?? null,
    python: manifest.python ?? null,
    environment: manifest.environment,
    profile: manifest.profile ?? null,
    outputDir: manifest.outputDir,
    configFingerprint: manifest.configFingerprint,
    build: manifest.build,
    stateDigest: manifest.stateDigest,
    sources: contentsToJson(manifest.sources),
    outputs: contentsToJson(manifest.outputs),
    knowledge: knowledgeToJson(manifest.knowledge),
  };
}

/** A manifest, or why the value is none. Nothing in it is trusted: it may come from anybody's cache. */
export function manifestFromJson(value: JsonValue): { readonly manifest: Manifest } | { readonly why: string } {
  const schema = asFiniteNumber(field(value, 'schemaVersion'));
  if (schema !== MANIFEST_SCHEMA)
    return { why: `schema version ${String(schema ?? 'missing')}, this tool reads ${String(MANIFEST_SCHEMA)}` };
  const text = (name: string): string | undefined => asString(field(value, name));
  const build = text('build');
  const outputDir = sitePath(text('outputDir') ?? '');
  const fingerprint = asSha256(field(value, 'configFingerprint'));
  const stateDigest = asSha256(field(value, 'stateDigest'));
  const sources = contentsFromJson(field(value, 'sources'));
  const outputs = contentsFromJson(field(value, 'outputs'));
  const knowledge = knowledgeFromJson(field(value, 'knowledge'));
  if (
    outputDir === undefined ||
    fingerprint === undefined ||
    stateDigest === undefined ||
    sources === undefined ||
    outputs === undefined ||
    knowledge === undefined ||
    !isBuildKind(build)
  ) {
    return { why: 'a field is missing or malformed' };
  }
  return {
    manifest: {
      tool: text('tool') ?? 'unknown',
      recordedAt: text('recordedAt') ?? '',
      commit: text('commit'),
      bengal: text('bengal'),
      python: text('python'),
      environment: text('environment') ?? '',
      profile: text('profile'),
      outputDir,
      configFingerprint: fingerprint,
      build,
      stateDigest,
      sources,
      outputs,
      knowledge,
    },
  };
}

function contentsToJson(contents: ReadonlyMap<string, RecordedContent>): JsonValue {
  return Object.fromEntries(
    [...contents].map(([path, content]) => [path, [content.sha256, content.size, String(content.mtimeNs)]]),
  );
}

function contentsFromJson(value: JsonValue | undefined): Map<string, RecordedContent> | undefined {
  if (!isObject(value)) return undefined;
  const contents = new Map<string, RecordedContent>();
  for (const [path, entry] of entriesOf(value)) {
    const [hash, size, mtime] = asArray(entry);
    const sha256 = asSha256(hash);
    const bytes = asFiniteNumber(size);
    const mtimeNs = asString(mtime);
    if (
      sitePath(path) !== path ||
      sha256 === undefined ||
      bytes === undefined ||
      mtimeNs === undefined ||
      !/^\d{1,20}$/.test(mtimeNs)
    )
      return undefined;
    contents.set(path, { sha256, size: bytes, mtimeNs: BigInt(mtimeNs) });
  }
  return contents;
}

function asSha256(value: JsonValue | undefined): Sha256 | undefined {
  const text = asString(value);
  return text !== undefined && isSha256(text) ? text : undefined;
}
