import { dirname, join, resolve } from 'node:path';
import type { BengalState } from '../bengal/state.ts';
import type { SitePath } from '../core/paths.ts';
import type { DigestMemory } from '../core/digest-memory.ts';
import { isThere, lookExactly, lookThroughExactly } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import type { RecordedContent, RecordedSource } from '../manifest/manifest.ts';
import { resolvePlace } from '../place/resolve.ts';
import { detectChanges } from './detect.ts';
import type { SiteLayout } from './layout.ts';
import { readPresentFile, readPresentTree, type PresentFile } from './read-tree.ts';
import { gitIdOf, type SourceTree } from './source-tree.ts';
import { findStaleOutputs, findVanished } from './vanished-pages.ts';
import { walkFiles } from './walk-files.ts';

/** The tree as a build left it: what the manifest will say. */
export interface BuiltTree {
  readonly sources: Map<string, RecordedSource>;
  readonly outputs: Map<string, RecordedContent>;
  /** Sources that were edited after the build read them; left out of `sources`, so that they count as modified. */
  readonly editedSince: readonly string[];
  /** Whether one build wrote every page that is there; what is not there is in `unwritten`. */
  readonly complete: boolean;
  /** Keys of pages of which the last build wrote no HTML. */
  readonly unwritten: ReadonlyMap<string, Unwritten>;
  /** Page -> the HTML that the last build wrote, relative to the output directory. */
  readonly written: ReadonlyMap<string, SitePath>;
  /** Keys of pages that no build makes any more; what they left in the output is not in `outputs`. */
  readonly vanished: ReadonlySet<string>;
}

export interface SnapshotOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  readonly state: BengalState;
  /** The sources as git names them. */
  readonly tree: SourceTree;
  /** Pages of a tag that one page of its listing shows. */
  readonly perPage: number;
  /** Outputs that have been read in this process already. */
  readonly memory?: DigestMemory | undefined;
}

/** Reads the sources and the output right after a build. */
export function readBuiltTree({ site, layout, state, tree, perPage, memory }: SnapshotOptions): BuiltTree {
  const present = readPresentTree({ site, layout, recorded: state.files.values(), alsoLookAt: [] });
  const changes = detectChanges(
    { files: state.files, manifest: undefined, layout, bengalVersion: undefined, hasOutput: () => true },
    present,
  );
  const began = state.lastBuildNs ?? 0n;
  const isKnown = (path: string): boolean => (state.files.get(path)?.hashes.length ?? 0) > 0;
  // In a tree that was laid out after the build, which is told by its digests, times of change say nothing.
  const timesTell = [...present.sources.keys()].some((path) => isKnown(path) && changedNs(join(site, path)) < began);
  // What the state does not know and came after the build began. Older unknown files were left out by Bengal.
  const cameSince = changes.added.filter(
    (path) => (present.sources.get(path)?.mtimeNs ?? 0n) >= began || (timesTell && arrivedNs(site, path) >= began),
  );
  // Where Bengal keeps no digest, times have to tell.
  const unhashed = [...changes.unverifiable.filter((path) => present.sources.has(path)), ...layout.configFiles];
  const changedSince = unhashed.filter((path) => timesTell && changedNs(resolve(site, path)) >= began);
  const wentSince = changes.deleted.filter((path) =>
    state.pages.get(path)?.outputs.some((output) => hasFile(site, layout, output)),
  );
  const editedSince = new Set([...changes.modified, ...cameSince, ...changedSince, ...wentSince]);
  const sources = new Map<string, RecordedSource>();
  for (const [path, file] of present.sources) {
    if (editedSince.has(path)) continue;
    sources.set(path, { ...contentOf(file), gitId: gitIdOf(tree, site, path) });
  }
  const { vanished, live, outputs } = readOutputs({ site, layout, state, perPage, memory });
  const complete =
    editedSince.size === 0 &&
    writtenByOneBuild({ ...state, pages: live }, (path) => outputs.get(path)?.mtimeNs ?? began);
  return {
    sources,
    outputs: new Map([...outputs].map(([path, file]) => [path, { ...contentOf(file), mtimeNs: 0n }])),
    editedSince: [...editedSince],
    complete,
    ...sortPages(live, (path) => outputs.get(path)?.mtimeNs, began),
    vanished,
  };
}

/** `older`: HTML of an earlier build lies there. */
export type Unwritten = 'absent' | 'older';

/** Which pages the last build wrote, and which not. */
function sortPages(
  pages: BengalState['pages'],
  mtimeOf: (path: SitePath) => bigint | undefined,
  began: bigint,
): Pick<BuiltTree, 'unwritten' | 'written'> {
  const unwritten = new Map<string, Unwritten>();
  const written = new Map<string, SitePath>();
  for (const [key, { outputs }] of pages) {
    const times = outputs.map(mtimeOf);
    const [first] = outputs;
    if (first === undefined) continue;
    if (times.includes(undefined)) unwritten.set(key, 'absent');
    else if (times.some((time) => time !== undefined && time < began)) unwritten.set(key, 'older');
    else written.set(key, first);
  }
  return { unwritten, written };
}

interface Outputs {
  readonly vanished: ReadonlySet<string>;
  /** Every page that has not vanished. */
  readonly live: BengalState['pages'];
  readonly outputs: ReadonlyMap<string, PresentFile>;
}

/** The output without what pages left there that are no more. */
function readOutputs({ site, layout, state, perPage, memory }: Omit<SnapshotOptions, 'tree'>): Outputs {
  const { pages, lastBuildNs } = state;
  const found = new Map<string, PresentFile>();
  const place = resolvePlace(site, layout.outputDir);
  for (const path of place.kind === 'refused' ? [] : walkFiles(place.at, '')) {
    const file = readPresentFile(join(site, layout.outputDir, path), memory);
    if (file !== undefined) found.set(path, file);
  }
  const stillThere = (path: string): boolean => [site, dirname(site)].some((folder) => isThere(resolve(folder, path)));
  const vanished = findVanished({ pages, isThere: stillThere, perPage });
  const stale = findStaleOutputs({ pages, vanished, lastBuildNs, mtimeOf: (path) => found.get(path)?.mtimeNs });
  return {
    vanished,
    live: new Map([...pages].filter(([key]) => !vanished.has(key))),
    outputs: new Map([...found].filter(([path]) => !stale.has(path))),
  };
}

function hasFile(site: string, layout: SiteLayout, output: string): boolean {
  return readPresentFile(join(site, layout.outputDir, output)) !== undefined;
}

/** When a file or folder changed last; the time of change counts too, since nobody can set it back. */
function changedNs(path: string): bigint {
  // Of a link its own times count, and those of what it leads to.
  return [lookExactly(path), lookThroughExactly(path)]
    .flatMap((entry) => ifPresent(entry) ?? [])
    .flatMap(({ mtimeNs, ctimeNs }) => [mtimeNs, ctimeNs])
    .reduce((latest, time) => (time > latest ? time : latest), 0n);
}

/** When a file can have come to its place, at the latest: with a folder that was moved, it keeps its own times. */
function arrivedNs(site: string, path: string): bigint {
  const names = path.split('/');
  const times = names.map((_, at) => changedNs(join(site, ...names.slice(0, at + 1))));
  return times.reduce((latest, time) => (time > latest ? time : latest));
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
