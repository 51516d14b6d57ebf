import {
  asArray,
  asFiniteNumber,
  asString,
  asStrings,
  entriesOf,
  field,
  isObject,
  type JsonValue,
} from '../core/json.ts';
import { isGitId, isSha256, type Sha256 } from '../core/digest.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import { circumstancesFromJson, circumstancesToJson, type Circumstances } from './build-conditions.ts';
import { failedPagesFromJson, failedPagesToJson, type FailedPage } from './failed-pages.ts';
import { knowledgeFromJson, knowledgeToJson, NOTHING_KNOWN, type SiteKnowledge } from './site-index.ts';
import { originFromJson, originToJson, type Origin } from './origin.ts';

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
  /** The run that recorded it. */
  readonly origin: Origin;
  /** Digest of the source tree, as the cache key has it. */
  readonly treeDigest: Sha256;
  readonly bengal: string | undefined;
  /** `major.minor`. */
  readonly python: string | undefined;
  readonly environment: string;
  readonly profile: string | undefined;
  /** Further arguments that the job gave to `bengal build`. */
  readonly flags: readonly string[];
  readonly outputDir: SitePath;
  readonly configFingerprint: Sha256;
  readonly build: BuildKind;
  readonly lineage: Lineage;
  /** Digest of the trace that the build wrote (`companion/`); `undefined`: nobody recorded what its pages read. */
  readonly trace: Sha256 | undefined;
  /** Digest of Bengal's own files; another one means that a later build wrote the state and did not record it. */
  readonly stateDigest: Sha256;
  /** Digest of what matters in state and output, whenever and wherever they were written. */
  readonly contentDigest: Sha256;
  /** Path below `.bengal` -> digest of Bengal's file, for each that travels. */
  readonly stateFiles: ReadonlyMap<string, Sha256>;
  /** Site path -> the source as it was built. */
  readonly sources: ReadonlyMap<string, RecordedSource>;
  /** Path below the output directory -> the output as it was built. */
  readonly outputs: ReadonlyMap<string, RecordedContent>;
  readonly knowledge: SiteKnowledge;
  /** Pages that the build lost or spoilt. */
  readonly failedPages: readonly FailedPage[];
  /** `undefined`: recorded by a version of this tool that did not know of them. */
  readonly circumstances?: Circumstances | undefined;
}

export interface RecordedContent {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  /** Nanoseconds since 1970; 0 for outputs, whose time nobody reads. */
  readonly mtimeNs: bigint;
}

export interface RecordedSource extends RecordedContent {
  /** The id that git gives these bytes: 40 hexadecimal digits, or 64 where the repository counts in SHA-256. */
  readonly gitId: string;
}

/** How the output came to be. */
export type BuildKind =
  /** It is what one full build writes: each page was rendered by the build, or kept with proof. */
  | 'full'
  /** The same but for pages that failed, each as it did in the build before of the same source. */
  | 'failing'
  /** Nobody can tell: some pages are older than the last build, or failed in it, or the job of the build did not end well. */
  | 'partial';

function isBuildKind(value: string | undefined): value is BuildKind {
  return value === 'full' || value === 'failing' || value === 'partial';
}

/** How far the output goes back to a build in which nothing was kept. */
export interface Lineage {
  /** When that build was recorded, ISO 8601. */
  readonly renderedAt: string;
  /** How many builds in which pages were kept came after it. */
  readonly keptBuilds: number;
}

export const MANIFEST_SCHEMA = 4;
/** The same but for what it knows of pages, which is not read. */
const EARLIER_SCHEMA = 3;

/** Short keys: a site of 100,000 pages has half a million outputs. */
export function manifestToJson(manifest: Manifest): JsonValue {
  return {
    schemaVersion: MANIFEST_SCHEMA,
    tool: manifest.tool,
    recordedAt: manifest.recordedAt,
    commit: manifest.commit ?? null,
    origin: originToJson(manifest.origin),
    treeDigest: manifest.treeDigest,
    bengal: manifest.bengal ?? null,
    python: manifest.python ?? null,
    environment: manifest.environment,
    profile: manifest.profile ?? null,
    flags: manifest.flags,
    outputDir: manifest.outputDir,
    configFingerprint: manifest.configFingerprint,
    build: manifest.build,
    lineage: [manifest.lineage.renderedAt, manifest.lineage.keptBuilds],
    trace: manifest.trace ?? null,
    stateDigest: manifest.stateDigest,
    contentDigest: manifest.contentDigest,
    stateFiles: Object.fromEntries(manifest.stateFiles),
    sources: Object.fromEntries(
      [...manifest.sources].map(([path, source]) => [path, [...contentToJson(source), source.gitId]]),
    ),
    outputs: contentsToJson(manifest.outputs),
    knowledge: knowledgeToJson(manifest.knowledge),
    failedPages: failedPagesToJson(manifest.failedPages),
    circumstances: manifest.circumstances === undefined ? null : circumstancesToJson(manifest.circumstances),
  };
}

/** A manifest, or why the value is none. Nothing in it is trusted: it may come from anybody's cache. */
export function manifestFromJson(value: JsonValue): { readonly manifest: Manifest } | { readonly why: string } {
  const schema = asFiniteNumber(field(value, 'schemaVersion'));
  if (schema !== MANIFEST_SCHEMA && schema !== EARLIER_SCHEMA)
    return { why: `schema version ${String(schema ?? 'missing')}, this tool reads ${String(MANIFEST_SCHEMA)}` };
  const text = (name: string): string | undefined => asString(field(value, name));
  const build = text('build');
  const outputDir = sitePath(text('outputDir') ?? '');
  const digest = (name: string): Sha256 | undefined => asSha256(field(value, name));
  const [fingerprint, treeDigest] = [digest('configFingerprint'), digest('treeDigest')];
  const [stateDigest, contentDigest] = [digest('stateDigest'), digest('contentDigest')];
  const flags = asTexts(field(value, 'flags'));
  const stateFiles = mapFromJson(field(value, 'stateFiles'), asSha256);
  const sources = mapFromJson(field(value, 'sources'), sourceFromJson);
  const outputs = mapFromJson(field(value, 'outputs'), contentFromJson);
  const knowledge = schema === EARLIER_SCHEMA ? NOTHING_KNOWN : knowledgeFromJson(field(value, 'knowledge'));
  const lineage = lineageFromJson(field(value, 'lineage'));
  if (
    outputDir === undefined ||
    fingerprint === undefined ||
    stateDigest === undefined ||
    contentDigest === undefined ||
    treeDigest === undefined ||
    flags === undefined ||
    stateFiles === undefined ||
    sources === undefined ||
    outputs === undefined ||
    knowledge === undefined ||
    lineage === undefined ||
    !isBuildKind(build)
  ) {
    return { why: 'a field is missing or malformed' };
  }
  return {
    manifest: {
      tool: text('tool') ?? 'unknown',
      recordedAt: text('recordedAt') ?? '',
      commit: asCommit(text('commit')),
      origin: originFromJson(field(value, 'origin')),
      treeDigest,
      bengal: text('bengal'),
      python: text('python'),
      environment: text('environment') ?? '',
      profile: text('profile'),
      flags,
      outputDir,
      configFingerprint: fingerprint,
      build,
      lineage,
      trace: digest('trace'),
      stateDigest,
      contentDigest,
      stateFiles,
      sources,
      outputs,
      knowledge,
      failedPages: failedPagesFromJson(field(value, 'failedPages')),
      circumstances: circumstancesFromJson(field(value, 'circumstances')),
    },
  };
}

function lineageFromJson(value: JsonValue | undefined): Lineage | undefined {
  const [renderedAt, keptBuilds] = [asString(asArray(value)[0]), asFiniteNumber(asArray(value)[1])];
  return renderedAt === undefined || keptBuilds === undefined || !(keptBuilds >= 0)
    ? undefined
    : { renderedAt, keptBuilds };
}

function contentsToJson(contents: ReadonlyMap<string, RecordedContent>): JsonValue {
  return Object.fromEntries([...contents].map(([path, content]) => [path, contentToJson(content)]));
}

function contentToJson({ sha256, size, mtimeNs }: RecordedContent): JsonValue[] {
  return [sha256, size, String(mtimeNs)];
}

function mapFromJson<Content>(
  value: JsonValue | undefined,
  read: (entry: JsonValue) => Content | undefined,
): Map<string, Content> | undefined {
  if (!isObject(value)) return undefined;
  const contents = new Map<string, Content>();
  for (const [path, entry] of entriesOf(value)) {
    const content = read(entry);
    if (sitePath(path) !== path || content === undefined) return undefined;
    contents.set(path, content);
  }
  return contents;
}

function contentFromJson(entry: JsonValue): RecordedContent | undefined {
  const [hash, size, mtime] = asArray(entry);
  const sha256 = asSha256(hash);
  const bytes = asFiniteNumber(size);
  const mtimeNs = asString(mtime);
  if (sha256 === undefined || bytes === undefined || mtimeNs === undefined || !/^\d{1,20}$/.test(mtimeNs))
    return undefined;
  return { sha256, size: bytes, mtimeNs: BigInt(mtimeNs) };
}

function sourceFromJson(entry: JsonValue): RecordedSource | undefined {
  const content = contentFromJson(entry);
  const gitId = asString(asArray(entry)[3]);
  return content === undefined || gitId === undefined || !isGitId(gitId) ? undefined : { ...content, gitId };
}

function asCommit(text: string | undefined): string | undefined {
  return text !== undefined && isGitId(text) ? text : undefined;
}

function asTexts(value: JsonValue | undefined): readonly string[] | undefined {
  const texts = asStrings(value);
  return Array.isArray(value) && texts.length === value.length ? texts : undefined;
}

function asSha256(value: JsonValue | undefined): Sha256 | undefined {
  const text = asString(value);
  return text !== undefined && isSha256(text) ? text : undefined;
}
