import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BengalState } from '../bengal/state.ts';
import type { SitePath } from '../core/paths.ts';
import type { RecordedContent } from '../manifest/manifest.ts';
import { detectChanges } from './detect.ts';
import { frontMatterDigest } from './front-matter.ts';
import { roleOf, type SiteLayout } from './layout.ts';
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
    { files: state.files, manifest: undefined, layout, bengalVersion: undefined, hasOutput: () => false },
    present,
  );
  const editedSince = new Set(changes.modified);
  const sources = new Map<string, RecordedContent>();
  for (const [path, file] of present.sources) {
    if (editedSince.has(path)) continue;
    const isPage = roleOf(path, layout).kind === 'page';
    sources.set(path, {
      ...contentOf(file),
      frontMatter: isPage ? frontMatterDigest(readFileSync(join(site, path), 'utf8')) : undefined,
    });
  }
  const outputs = new Map<string, PresentFile>();
  for (const path of walkFiles(join(site, layout.outputDir), '')) {
    const file = readPresentFile(join(site, layout.outputDir, path));
    if (file !== undefined) outputs.set(path, file);
  }
  const complete = editedSince.size === 0 && writtenByOneBuild(state, outputs);
  return {
    sources,
    outputs: new Map([...outputs].map(([path, file]) => [path, { ...contentOf(file), mtimeNs: 0n }])),
    editedSince: [...editedSince],
    complete,
  };
}

function contentOf(file: PresentFile): RecordedContent {
  return { sha256: file.sha256, size: file.size, mtimeNs: file.mtimeNs, frontMatter: undefined };
}

/**
 * A build notes when it began to render. If every page that it knows was written after that, the build wrote them all;
 * an incremental one leaves older pages behind.
 */
function writtenByOneBuild(state: BengalState, outputs: ReadonlyMap<string, PresentFile>): boolean {
  const began = state.lastBuildNs;
  const pages = [...state.pages.values()].flatMap<SitePath>((page) => page.outputs);
  if (began === undefined || pages.length === 0) return false;
  return pages.every((path) => (outputs.get(path)?.mtimeNs ?? 0n) >= began);
}
