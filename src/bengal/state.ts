import { join } from 'node:path';
import {
  asArray,
  asFiniteNumber,
  asString,
  asStrings,
  entriesOf,
  field,
  isObject,
  type JsonObject,
} from '../core/json.ts';
import { sortedUnique } from '../core/order.ts';
import { below, isAbsolutePosix, sitePath, toPosix, type SitePath } from '../core/paths.ts';
import { UserError } from '../core/user-error.ts';
import { isThere, look } from '../disk/look.ts';
import { ifPresent, needed } from '../disk/outcome.ts';
import { readRealPath } from '../disk/read.ts';
import { readEffects, type RenderEffect } from './effects.ts';
import type { Envelope, PythonMinor } from './envelope.ts';
import { fileRefReader, findRecordedRoots, nameOfRef, type FileRef } from './file-ref.ts';
import { collectFiles, type RecordedFile } from './recorded-file.ts';
import { readPageMetadata } from './page-metadata.ts';
import { readProvenance, type Provenance } from './provenance.ts';
import { claimedUrls, joinPages, outputPath, slugsOf, urlOfOutput, type RecordedPage } from './recorded-page.ts';
import { resolveState } from './state-place.ts';
import { fieldOf, stateReader, type StateFile } from './state-file.ts';
import type { SizeLimits } from './size-limits.ts';

/** What Bengal's last build left behind, as far as it can be read. */
export interface BengalState {
  /** Number of the schema of `cache.json.zst`; 0 when it has none. */
  readonly schema: number;
  /** The Python that wrote it, from the header; `undefined` for files without one. */
  readonly python: PythonMinor | undefined;
  readonly configHash: string | undefined;
  /** ISO 8601, as recorded. */
  readonly lastBuild: string | undefined;
  /** Nanoseconds since 1970; `undefined` when the provenance does not tell. */
  readonly lastBuildNs: bigint | undefined;
  /** Root of the checkout that wrote the state, absolute POSIX; `undefined` when nothing in it is absolute. */
  readonly recordedRoot: string | undefined;
  /** Whether the site lies in another folder now than when it was built. Bengal then takes some pages for another site's. */
  readonly moved: boolean;
  /** What stands before a page's path in links: `https://example.org/docs`, `/docs`, or nothing. */
  readonly baseUrls: readonly string[];
  /** By page key. */
  readonly pages: ReadonlyMap<string, RecordedPage>;
  /** By `nameOfRef`: every file that fed the build, with what was recorded about it. */
  readonly files: ReadonlyMap<string, RecordedFile>;
  /** Tag slug -> keys of the pages that carry it. */
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether Bengal would write again the HTML that it kept, instead of rendering pages it selected. */
  readonly replaysRenderedOutput: boolean;
  /** Secondary files that are missing or damaged: what they would have told is not known. */
  readonly doubts: readonly StateDoubt[];
}

export interface StateDoubt {
  /** Relative to `.bengal`. */
  readonly file: string;
  readonly why: string;
}

export type StateOutcome =
  | { readonly kind: 'read'; readonly state: BengalState }
  | { readonly kind: 'absent'; readonly why: string }
  | { readonly kind: 'corrupt'; readonly why: string };

export interface ReadStateOptions {
  /** Site root, absolute. */
  readonly site: string;
  /** Output directory, relative to the site root; `public` when absent. */
  readonly outputDir?: string;
  readonly limits?: SizeLimits;
}

/**
 * Reads `.bengal` below the site. Never throws for what the files hold; only `cache.json.zst` itself is indispensable.
 * Throws `UserError` when `outputDir` leads out of the site.
 */
export async function readState(options: ReadStateOptions): Promise<StateOutcome> {
  const outputDir = sitePath(options.outputDir ?? 'public');
  if (outputDir === undefined)
    throw new UserError([`outputDir: expected a folder inside the site, got ${JSON.stringify(options.outputDir)}`]);
  const place = resolveState(options.site);
  if (place.kind === 'refused') return { kind: 'corrupt', why: place.why };
  const folder = place.at;
  const stat = ifPresent(look(folder));
  if (stat === undefined) return { kind: 'absent', why: 'there is no .bengal folder' };
  if (!stat.isDirectory()) return { kind: 'corrupt', why: '.bengal is not a folder' };
  const reader = stateReader(folder, options.limits);
  const main = await reader.compressed('cache');
  if (main.kind === 'absent') return { kind: 'absent', why: '.bengal holds no cache.json.zst' };
  if (main.kind === 'corrupt') return { kind: 'corrupt', why: `${main.path}: ${main.why}` };
  const secondary = {
    index: reader.plain('provenance/index.json'),
    effects: reader.plain('effects.json'),
    metadata: await reader.compressed('page_metadata'),
    taxonomy: await reader.compressed('taxonomy_index'),
    assets: reader.plain('provenance/asset_hashes.json'),
  };
  const provenance = readProvenance(secondary.index, reader);
  // An empty store is `{}`. The file can be the largest of all, and its size tells what we need of it.
  const rendered = ifPresent(look(join(folder, 'stores', 'rendered_output.json')));
  const replaysRenderedOutput = rendered !== undefined && rendered.size > 3;
  const here = [options.site, needed(options.site, readRealPath(options.site))].map(toPosix);
  const { elsewhere, ...known } = assemble({
    ...{ main: main.value, envelope: main.envelope, secondary, provenance, outputDir, here },
  });
  // Pages that are gone were built nowhere since, and Bengal forgets none.
  const isHere = (page: string): boolean => isThere(join(options.site, page));
  const moved = known.recordedRoot !== undefined && (!here.includes(known.recordedRoot) || elsewhere.some(isHere));
  return { kind: 'read', state: { ...known, replaysRenderedOutput, moved } };
}

interface Parts {
  readonly main: JsonObject;
  readonly envelope: Envelope;
  readonly secondary: Readonly<Record<'index' | 'effects' | 'metadata' | 'taxonomy' | 'assets', StateFile>>;
  readonly provenance: Provenance;
  readonly outputDir: SitePath;
  /** Where the site lies now, absolute POSIX. */
  readonly here: readonly string[];
}

interface Assembled extends Omit<BengalState, 'replaysRenderedOutput' | 'moved'> {
  /** Pages that were built in another folder, and not in this one. */
  readonly elsewhere: readonly string[];
}

function assemble({ main, envelope, secondary, provenance, outputDir, here }: Parts): Assembled {
  const all = readEffects(secondary.effects);
  const metadata = readPageMetadata(secondary.metadata);
  const claims = entriesOf(main['url_claims']).flatMap(([url, claim]) =>
    isObject(claim) ? [[url, claim] as const] : [],
  );
  const absolutePaths = [
    ...all.map((effect) => effect.source),
    ...claims.map(([, claim]) => asString(claim['source']) ?? ''),
  ];
  const roots = findRecordedRoots(absolutePaths, new Set([...provenance.pages.keys(), ...metadata.keys()]));
  // Where it was built in this folder too, that is what counts.
  const recordedRoot = roots.find((root) => here.includes(root)) ?? roots[0];
  const refOf = fileRefReader(...(recordedRoot === undefined ? [] : [recordedRoot]), ...roots);
  const { effects, elsewhere } = latestEffects(all, recordedRoot, refOf);
  const pages = joinPages({
    refOf,
    outputDir,
    inputs: provenance.pages,
    effects,
    metadata,
    urls: claimedUrls(claims, refOf),
  });
  return {
    schema: asFiniteNumber(main['version']) ?? 0,
    python: envelope.kind === 'headed' ? envelope.python : undefined,
    configHash: asString(main['config_hash']),
    lastBuild: asString(main['last_build']),
    lastBuildNs: provenance.lastBuildNs,
    recordedRoot,
    elsewhere,
    baseUrls: findBaseUrls(effects, (recorded) => outputPath(refOf(recorded), outputDir)),
    pages,
    files: collectFiles({
      refOf,
      pages: pages.values(),
      fingerprints: entriesOf(main['file_fingerprints']),
      assets: secondary.assets.kind === 'read' ? entriesOf(secondary.assets.value) : [],
      modules: entriesOf(main['autodoc_content_cache']),
    }),
    tags: collectTags(main, secondary.taxonomy, { pages: pages.values(), refOf }),
    doubts: findDoubts(secondary, provenance.unreadable),
  };
}

/** Of a page that was built in two folders, what it was made from in the one that counts. */
function latestEffects(
  all: readonly RenderEffect[],
  root: string | undefined,
  refOf: (recorded: string) => FileRef,
): { readonly effects: readonly RenderEffect[]; readonly elsewhere: readonly string[] } {
  const isHere = ({ source }: RenderEffect): boolean =>
    root === undefined || !isAbsolutePosix(toPosix(source)) || below(root, toPosix(source)) !== undefined;
  const nameOf = ({ source }: RenderEffect): string => nameOfRef(refOf(source));
  const built = new Set(all.filter(isHere).map(nameOf));
  const others = all.filter((effect) => !isHere(effect) && !built.has(nameOf(effect)));
  return {
    effects: [...others, ...all.filter(isHere)],
    elsewhere: others.flatMap((effect) => (refOf(effect.source).where === 'site' ? [nameOf(effect)] : [])),
  };
}

/** A page's address minus its path is what the site puts before every path. */
function findBaseUrls(effects: readonly RenderEffect[], pathOf: (recorded: string) => SitePath | undefined): string[] {
  const bases = effects.flatMap(({ href, outputs }) => {
    const path = outputs.map(pathOf).find((known) => known !== undefined);
    if (href === undefined || path === undefined) return [];
    const url = urlOfOutput(path);
    return [url, encodeURI(url)].filter((end) => href.endsWith(end)).map((end) => href.slice(0, -end.length));
  });
  return sortedUnique(bases);
}

/** Every table that ties tags to pages, joined: they disagree in key form, and old entries outlive their pages. */
function collectTags(
  main: JsonObject,
  taxonomy: StateFile,
  known: { pages: Iterable<RecordedPage>; refOf: (recorded: string) => FileRef },
): Map<string, Set<string>> {
  const tags = new Map<string, Set<string>>();
  const add = (slug: string, page: string): void =>
    void (tags.get(slug) ?? tags.set(slug, new Set()).get(slug))?.add(nameOfRef(known.refOf(page)));
  for (const [page, names] of entriesOf(main['page_tags']))
    for (const slug of slugsOf(asStrings(names))) add(slug, page);
  for (const [slug, pages] of entriesOf(main['tag_to_pages']))
    for (const page of asStrings(asArray(pages))) add(slug, page);
  for (const [slug, entry] of entriesOf(fieldOf(taxonomy, 'tags')))
    for (const page of asStrings(field(entry, 'page_paths'))) add(slug, page);
  for (const page of known.pages) if (page.kind === 'content') for (const slug of page.tags) add(slug, page.key);
  return tags;
}

/** A state without effects or provenance is no state to select by; tags and metadata can be missing on a tagless site. */
function findDoubts(secondary: Parts['secondary'], unreadableRecords: readonly string[]): StateDoubt[] {
  const needed = {
    index: 'provenance/index.json',
    effects: 'effects.json',
    metadata: 'page_metadata.json.zst',
  } as const;
  const missing = (Object.keys(needed) as (keyof typeof needed)[])
    .filter((name) => secondary[name].kind === 'absent')
    .map((name) => ({ file: needed[name], why: 'is missing' }));
  const shapeless = [
    { name: 'index', key: 'pages', fits: isObject },
    { name: 'effects', key: 'effects', fits: Array.isArray },
    { name: 'metadata', key: 'pages', fits: isObject },
  ] as const;
  const foreign = shapeless.flatMap(({ name, key, fits }) => {
    const file = secondary[name];
    return file.kind === 'read' && !fits(field(file.value, key))
      ? [{ file: needed[name], why: `holds no ${key}` }]
      : [];
  });
  const corrupt = Object.values(secondary).flatMap((file) =>
    file.kind === 'corrupt' ? [{ file: file.path, why: file.why }] : [],
  );
  const records =
    unreadableRecords.length === 0
      ? []
      : [{ file: 'provenance/records', why: `no readable record of ${String(unreadableRecords.length)} pages` }];
  return [...missing, ...foreign, ...corrupt, ...records];
}
