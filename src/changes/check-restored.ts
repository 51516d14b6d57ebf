import { join } from 'node:path';
import { isCompiledTemplate } from '../bengal/cacheable.ts';
import { isBengals } from '../bengal/prune-state.ts';
import type { Sha256 } from '../core/digest.ts';
import type { SitePath } from '../core/paths.ts';
import { rmSync } from '../disk/node.ts';
import type { Manifest } from '../manifest/manifest.ts';

export interface RestoredTree {
  /** The tree that came out of a cache, absolute; not in its place yet. */
  readonly folder: string;
  readonly outputDir: SitePath;
  readonly manifest: Pick<Manifest, 'stateFiles' | 'outputs' | 'outputDir'>;
  /** All files in it, as site paths -> digest of what was written there. */
  readonly digests: ReadonlyMap<string, Sha256>;
}

export type RestoredCheck =
  /** Outputs that are not as recorded were removed from the tree; these are their site paths. */
  | { readonly kind: 'fits'; readonly dropped: readonly string[] }
  /** The state is one piece: if a file of it is another one, nobody knows what the rest is worth. */
  | { readonly kind: 'unfit'; readonly why: string };

/** Holds a restored tree against its own manifest, byte for byte. */
export function checkRestored(tree: RestoredTree): RestoredCheck {
  const { folder, manifest, digests } = tree;
  if (manifest.outputDir !== tree.outputDir)
    return { kind: 'unfit', why: `it was recorded with the output directory ${JSON.stringify(manifest.outputDir)}` };
  const paths = [...digests.keys()];
  const state = new Set(paths.filter(isBengals));
  const missing = [...manifest.stateFiles.keys()].find(
    // A compiled template is made again where it is missing.
    (path) => !state.has(path) && !isCompiledTemplate(path),
  );
  if (missing !== undefined) return { kind: 'unfit', why: `${missing} is recorded, and missing` };
  const strange = [...state].find((path) => manifest.stateFiles.get(path) !== digests.get(path));
  if (strange !== undefined) return { kind: 'unfit', why: `${strange} is not what its manifest recorded` };
  const prefix = `${tree.outputDir}/`;
  const dropped = paths.filter(
    (path) => path.startsWith(prefix) && manifest.outputs.get(path.slice(prefix.length))?.sha256 !== digests.get(path),
  );
  for (const path of dropped) rmSync(join(folder, path));
  return { kind: 'fits', dropped };
}

/** Compiled templates do not get into the site of a run that does not take them: Bengal would run them. */
export function dropCompiledTemplates(folder: string, paths: readonly string[]): readonly string[] {
  const compiled = paths.filter(isCompiledTemplate);
  for (const path of compiled) rmSync(join(folder, path), { force: true });
  return compiled;
}
