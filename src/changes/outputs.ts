import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asString, entriesOf, field, type JsonValue } from '../core/json.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { readPresentFile } from './present.ts';
import { walkFiles } from './walk-files.ts';

/** What is there of the output that the state belongs to. Paths are relative to the output directory. */
export interface OutputCheck {
  /** False: there is no output directory, and Bengal would start cold. */
  readonly exists: boolean;
  /** Every regular file in it. */
  readonly present: ReadonlySet<string>;
  /** Recorded, and not there. */
  readonly missing: readonly string[];
  /** There, with another size or content than recorded. Known only with a manifest. */
  readonly damaged: readonly string[];
  /** There, and not recorded. Known only with a manifest. */
  readonly unexpected: readonly string[];
}

export interface OutputOptions {
  /** Site root, absolute. */
  readonly site: string;
  readonly outputDir: SitePath;
  readonly manifest: Manifest | undefined;
  /** HTML files of the recorded pages. */
  readonly pages: Iterable<SitePath>;
}

/** Compares the output directory with what was recorded of it; with a manifest, every byte. */
export function checkOutputs(options: OutputOptions): OutputCheck {
  const folder = join(options.site, options.outputDir);
  const exists = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const present = new Set<string>(exists ? walkFiles(folder, '') : []);
  const { manifest } = options;
  const recorded = new Set<string>(
    manifest === undefined ? [...options.pages, ...readAssetOutputs(folder)] : manifest.outputs.keys(),
  );
  const missing = [...recorded].filter((path) => !present.has(path)).sort();
  if (manifest === undefined) return { exists, present, missing, damaged: [], unexpected: [] };
  const damaged = [...manifest.outputs].flatMap(([path, content]) => {
    const size = lstatSync(join(folder, path), { throwIfNoEntry: false })?.size;
    if (!present.has(path)) return [];
    return size !== content.size || readPresentFile(join(folder, path))?.sha256 !== content.sha256 ? [path] : [];
  });
  const unexpected = [...present].filter((path) => !recorded.has(path)).sort();
  return { exists, present, missing, damaged: damaged.sort(), unexpected };
}

/** Bengal starts cold when one asset that its own manifest lists is missing. */
function readAssetOutputs(folder: string): string[] {
  const path = join(folder, 'asset-manifest.json');
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return ['asset-manifest.json'];
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
    return entriesOf(field(value, 'assets')).flatMap(
      ([, asset]) => sitePath(asString(field(asset, 'output_path')) ?? '') ?? [],
    );
  } catch {
    // A damaged manifest counts as a missing one: Bengal starts cold either way.
    return ['asset-manifest.json'];
  }
}
