import { join } from 'node:path';
import { asString, entriesOf, field, isObject, type JsonValue } from '../core/json.ts';
import { sitePath, type SitePath } from '../core/paths.ts';
import { look, lookExactly } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { neededText } from '../disk/read.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { resolvePlace } from '../place/resolve.ts';
import { readPresentFile } from './read-tree.ts';
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
  /** Something else than a file stands where one was recorded, or one that nobody can read: a build would write through it, or fail. */
  readonly obstructed: readonly string[];
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
  const place = resolvePlace(options.site, options.outputDir);
  const folder = place.kind === 'refused' ? join(options.site, options.outputDir) : place.at;
  const exists = place.kind !== 'refused' && ifPresent(look(folder))?.isDirectory() === true;
  const present = new Set<string>(exists ? walkFiles(folder, '') : []);
  const { manifest } = options;
  // With a manifest, its bytes are compared instead.
  const assets = manifest === undefined ? readAssetOutputs(folder) : [];
  const recorded = new Set<string>(
    manifest === undefined ? [...options.pages, ...(assets ?? [ASSET_MANIFEST])] : manifest.outputs.keys(),
  );
  const isThere = (path: string): boolean => present.has(path) && (path !== ASSET_MANIFEST || assets !== undefined);
  const missing = [...recorded].filter((path) => !isThere(path)).sort();
  const obstructed = missing.filter(
    (path) => exists && ifPresent(look(join(folder, path))) !== undefined && !present.has(path),
  );
  if (manifest === undefined) return { exists, present, missing, obstructed, damaged: [], unexpected: [] };
  const damaged = [...manifest.outputs].flatMap(([path, content]) => {
    if (!present.has(path)) return [];
    const file = readPresentFile(join(folder, path));
    // What nobody may read, nobody may overwrite either: another user's, or a disk that reports errors.
    if (file === undefined) obstructed.push(path);
    return file?.size !== content.size || file.sha256 !== content.sha256 ? [path] : [];
  });
  const unexpected = [...present].filter((path) => !recorded.has(path)).sort();
  return { exists, present, missing, obstructed, damaged: damaged.sort(), unexpected };
}

const ASSET_MANIFEST = 'asset-manifest.json';

/** Bengal starts cold when one asset that its own manifest lists is missing; `undefined`: so it does without a readable list. */
function readAssetOutputs(folder: string): string[] | undefined {
  const path = join(folder, ASSET_MANIFEST);
  if (ifPresent(look(path))?.isFile() !== true) return undefined;
  try {
    const assets = field(JSON.parse(neededText(path)) as JsonValue, 'assets');
    if (!isObject(assets)) return undefined;
    return entriesOf(assets).flatMap(([, asset]) => sitePath(asString(field(asset, 'output_path')) ?? '') ?? []);
  } catch {
    // No JSON, so no list.
    return undefined;
  }
}

/** Modification time of an output in nanoseconds since 1970; `undefined` when it is not there. */
export function outputMtime(site: string, outputDir: string, path: string): bigint | undefined {
  return ifPresent(lookExactly(join(site, outputDir, path)))?.mtimeNs;
}
