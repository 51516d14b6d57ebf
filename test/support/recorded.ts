import type { RecordedFile } from '../../src/bengal/recorded-file.ts';
import type { RecordedPage } from '../../src/bengal/recorded-page.ts';
import type { BengalState } from '../../src/bengal/state.ts';
import type { ChangeSet } from '../../src/changes/detect.ts';
import type { OutputCheck } from '../../src/changes/changed-outputs.ts';
import type { PresentFile } from '../../src/changes/read-tree.ts';
import { gitBlobId, sha256 } from '../../src/core/digest.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { NOTHING_KNOWN } from '../../src/manifest/site-index.ts';
import type { Manifest, RecordedSource } from '../../src/manifest/manifest.ts';
import { UNKNOWN_ORIGIN } from '../../src/manifest/origin.ts';

// Values as the state, the manifest and the disk would yield them, with what a test is about given and the rest usual.

/** A content page `content/NAME.md` that is written to `NAME/index.html`. */
export function recordedPage(overrides: Partial<RecordedPage> & { key: string }): RecordedPage {
  const name = overrides.key.replace(/^content\//, '').replace(/\.md$/, '');
  return {
    kind: 'content',
    outputs: [`${name}/index.html` as SitePath],
    inputs: [{ type: 'content', path: overrides.key, hash: undefined }],
    files: [],
    templates: [],
    tags: [],
    metadata: undefined,
    ...overrides,
  };
}

export function bengalState(
  pages: readonly RecordedPage[] = [],
  overrides: Partial<Omit<BengalState, 'pages'>> = {},
): BengalState {
  return {
    schema: 8,
    python: undefined,
    configHash: undefined,
    lastBuild: undefined,
    lastBuildNs: undefined,
    recordedRoot: undefined,
    baseUrls: [],
    pages: new Map(pages.map((page) => [page.key, page])),
    files: new Map(),
    tags: new Map(),
    replaysRenderedOutput: false,
    moved: false,
    doubts: [],
    ...overrides,
  };
}

/** A file of the site whose recorded hash is that of `content`. */
export function recordedFile(path: string, content: string, overrides: Partial<RecordedFile> = {}): RecordedFile {
  return {
    ref: { where: 'site', path: path as SitePath },
    hashes: [sha256(content)],
    size: content.length,
    mtimeNs: 1n,
    used: true,
    autodoc: false,
    ...overrides,
  };
}

export function presentFile(content: string, mtimeNs = 1n): PresentFile {
  return { sha256: sha256(content), size: content.length, mtimeNs };
}

/** A file as a manifest holds it; good for sources and outputs. */
export function recordedContent(content: string, overrides: Partial<RecordedSource> = {}): RecordedSource {
  const gitId = gitBlobId(Buffer.from(content), 'sha1');
  return { sha256: sha256(content), size: content.length, mtimeNs: 1n, gitId, ...overrides };
}

export function manifestOf(overrides: Partial<Manifest> = {}): Manifest {
  return {
    tool: '0.1.0',
    recordedAt: '2026-11-21T08:00:00.000Z',
    commit: undefined,
    origin: UNKNOWN_ORIGIN,
    treeDigest: sha256('tree'),
    bengal: '0.5.1',
    python: '3.14',
    environment: 'production',
    profile: undefined,
    flags: [],
    outputDir: 'public' as SitePath,
    configFingerprint: sha256('configuration'),
    build: 'full',
    lineage: { renderedAt: '2026-11-21T08:00:00.000Z', keptBuilds: 0 },
    trace: undefined,
    stateDigest: sha256('state'),
    contentDigest: sha256('content'),
    stateFiles: new Map(),
    circumstances: undefined,
    sources: new Map(),
    outputs: new Map(),
    knowledge: NOTHING_KNOWN,
    failedPages: [],
    ...overrides,
  };
}

export function changeSet(overrides: Partial<ChangeSet> = {}): ChangeSet {
  return { added: [], modified: [], deleted: [], touched: 0, unverifiable: [], ...overrides };
}

/** An output directory that is as it was recorded. */
export function outputCheck(overrides: Partial<OutputCheck> = {}): OutputCheck {
  return { exists: true, present: new Set(), missing: [], damaged: [], obstructed: [], unexpected: [], ...overrides };
}
