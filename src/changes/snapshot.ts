import { join } from 'node:path';
import type { BengalState } from '../bengal/state.ts';
import type { SitePath } from '../core/paths.ts';
import type { SiteKnowledge } from '../manifest/knowledge.ts';
import type { RecordedContent } from '../manifest/manifest.ts';
import { detectChanges } from './detect.ts';
import { readKnowledge } from './knowledge.ts';
import type { SiteLayout } from './layout.ts';
import { readPresentFile, readPresentTree, type PresentFile } from './present.ts';
import { walkFiles } from './walk-files.ts';

/** The tree as a build left it: what the manifest will say. */
export interface BuiltTree {
  readonly sources: Map<string, RecordedContent>;
  readonly outputs: Map<string, RecordedContent>;
  /** Sources that were edited after the build read them; left out of `sources`, so that they count as modified. */
  readonly editedSince: readonly string[];
  /** Whether one build wrote every page that is there. */
  readonly complete: boolean;
  readonly knowledge: SiteKnowledge;
}

export interface SnapshotOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly state: BengalState;
}

/** Reads the sources and the output right after a build. */
export function readBuiltTree({ site, layout, state }: SnapshotOptions): BuiltTree {
  const present = readPresentTree({ site, layout, recorded: state.files.values(), alsoLookAt: [] });
  const changes = detectChanges(
    { files: state.files, manifest: undefined, layout, bengalVersion: undefined, hasOutput: () => true },
    present,
  );
  // What the state does not know and is younger than the build came after it. Older unknown files were left out by Bengal.
  const began = state.lastBuildNs ?? 0n;
  const cameSince = changes.added.filter((path) => (present.sources.get(path)?.mtimeNs ?? 0n) >= began);
  const wentSince = changes.deleted.filter((path) =>
    state.pages.get(path)?.outputs.some((output) => hasFile(site, layout, output)),
  );
  const editedSince = new Set([...changes.modified, ...cameSince, ...wentSince]);
  const sources = new Map<string, RecordedContent>();
  for (const [path, file] of present.sources) {
    if (editedSince.has(path)) continue;
    sources.set(path, contentOf(file));
  }
  const outputs = new Map<string, PresentFile>();
  for (const path of walkFiles(join(site, layout.outputDir), '')) {
    const file = readPresentFile(join(site, layout.outputDir, path));
    if (file !== undefined) outputs.set(path, file);
  }
  const complete = editedSince.size === 0 && writtenByOneBuild(state, (path) => outputs.get(path)?.mtimeNs);
  return {
    sources,
    outputs: new Map([...outputs].map(([path, file]) => [path, { ...contentOf(file), mtimeNs: 0n }])),
    editedSince: [...editedSince],
    complete,
    knowledge: readKnowledge({ site, layout, state, sources: [...sources.keys()], outputs: new Set(outputs.keys()) }),
  };
}

function hasFile(site: string, layout: SiteLayout, output: string): boolean {
  return readPresentFile(join(site, layout.outputDir, output)) !== undefined;
}

function contentOf(file: PresentFile): RecordedContent {
  return { sha256: file.sha256, size: file.size, mtimeNs: file.mtimeNs };
}

/**
 * A build notes when it began to render. If every page that it knows was written after that, the build wrote them all;
 * an incremental one leaves older pages behind.
 */
export function writtenByOneBuild(state: BengalState, mtimeOf: (output: string) => bigint | undefined): boolean {
  const began = state.lastBuildNs;
  const pages = [...state.pages.values()].flatMap<SitePath>((page) => page.outputs);
  if (began === undefined || pages.length === 0) return false;
  return pages.every((path) => (mtimeOf(path) ?? 0n) >= began);
}
