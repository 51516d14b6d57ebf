import { carryOver, fillIn, keepIdentical } from '../archive/keep.ts';
import type { Staging } from '../archive/staging.ts';
import { installTrees } from '../archive/install.ts';
import { unpackArchive } from '../archive/unpack.ts';
import { isCacheable, isCompiledTemplate } from '../bengal/cacheable.ts';
import { checkRestored, dropCompiledTemplates } from '../changes/check-restored.ts';
import { isTaken } from '../changes/travelling-files.ts';
import { isWithin, type SitePath } from '../core/paths.ts';
import { findRefusal, type Acceptance } from '../manifest/acceptance.ts';
import { readManifest } from '../manifest/manifest-file.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { DroppedFiles } from '../report/report.ts';

export interface ReceiveOptions {
  /** Holds the archive. */
  readonly staging: Staging;
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  readonly extraPaths: readonly SitePath[];
  /** Whether compiled templates may be in it. */
  readonly bytecode: boolean;
  /** Files below the output folder that the repository keeps. */
  readonly authored: ReadonlySet<string> | undefined;
  /** What the manifest has to say of itself. */
  readonly acceptance: Acceptance | undefined;
  readonly signal: AbortSignal;
}

export type Received =
  | {
      readonly kind: 'received';
      readonly files: number;
      /** Bytes of their contents. */
      readonly bytes: number;
      /** Bytes of the archive that held them. */
      readonly archiveBytes: number;
      readonly kept: number;
      readonly dropped?: DroppedFiles;
      readonly manifest: Manifest | undefined;
    }
  /** There is something wrong with it. */
  | { readonly kind: 'rejected'; readonly why: string }
  /** This machine could not take it: no room, no permission, no time. */
  | { readonly kind: 'failed'; readonly why: string };

/** How many dropped files are named. */
const NAMED = 5;

/**
 * Unpacks an archive beside the site, holds it against its manifest, and puts it into place. Until the last step the site
 * is as it was, and the last step happens whole or not at all.
 */
export async function receive(options: ReceiveOptions): Promise<Received> {
  const { staging, outputDir, acceptance, signal } = options;
  const roots = rootsOf(options);
  const mayTravel = (path: string): boolean => isCacheable(path) || isCompiledTemplate(path);
  const allow = (path: string): boolean => roots.some((root) => isWithin(root, path)) && mayTravel(path);
  const unpacked = await unpackArchive({ file: staging.archive, into: staging.folder, allow, signal });
  if (unpacked.kind !== 'unpacked') return unpacked;
  const found = await readManifest(staging.folder);
  const manifest = found.kind === 'read' ? found.manifest : undefined;
  const refusal = acceptance === undefined ? undefined : findRefusal(manifest, acceptance);
  if (refusal !== undefined)
    return { kind: 'rejected', why: `${refusal}${found.kind === 'unusable' ? ` (its manifest: ${found.why})` : ''}` };
  const tree = { folder: staging.folder, outputDir, digests: unpacked.digests };
  const unpackedPaths = [...unpacked.digests.keys()];
  const checked = manifest === undefined ? undefined : checkRestored({ ...tree, manifest });
  if (checked?.kind === 'unfit') return { kind: 'rejected', why: checked.why };
  const dropped = checked?.dropped ?? [];
  const gone = new Set([...dropped, ...(options.bytecode ? [] : dropCompiledTemplates(staging.folder, unpackedPaths))]);
  const paths = unpackedPaths.filter((path) => !gone.has(path));
  return {
    kind: 'received',
    files: paths.length,
    bytes: unpacked.bytes,
    archiveBytes: unpacked.archiveBytes,
    kept: install(options, { paths, verified: checked !== undefined }),
    ...(dropped.length > 0 ? { dropped: { count: dropped.length, first: dropped.slice(0, NAMED) } } : {}),
    manifest,
  };
}

function rootsOf({ outputDir, extraPaths }: ReceiveOptions): SitePath[] {
  return ['.bengal' as SitePath, outputDir, ...extraPaths];
}

interface Installation {
  readonly paths: readonly string[];
  /** Every file is known to be what was recorded. */
  readonly verified: boolean;
}

/** Swaps state and output, and adds what the user wants to travel where it is missing. Answers how many files were kept. */
function install(options: ReceiveOptions, { paths, verified }: Installation): number {
  const { site, extraPaths } = options;
  const { folder, aside } = options.staging;
  const taken = extraPaths.filter((path) => isTaken(site, path));
  const roots = rootsOf(options).filter((path) => !taken.includes(path));
  // Without a manifest the times of the outputs are all that tells whether one build wrote them.
  const kept = verified ? keepIdentical({ site, folder, paths, roots: ['.bengal', options.outputDir] }) : 0;
  carryOver({ site, folder, root: options.outputDir, paths: options.authored ?? [] });
  installTrees({ site, folder, aside, roots });
  fillIn({ site, folder, paths, roots: taken });
  return kept;
}
