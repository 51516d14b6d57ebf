import { asString, asStrings, field, type JsonObject } from '../core/json.ts';
import { isWithin, type SitePath } from '../core/paths.ts';
import type { RenderEffect } from './effects.ts';
import { nameOfRef, type FileRef } from './file-ref.ts';
import type { RecordedInput } from './provenance.ts';
import { tagSlug } from './slug.ts';

export type PageKind =
  /** Made from a file below the content folder. */
  | 'content'
  /** One page of a tag's listing. */
  | 'tag'
  /** The page that lists all tags. */
  | 'tag-index'
  /** Has no source file: autodoc and its section pages. */
  | 'virtual';

/** A page as the state knows it. */
export interface RecordedPage {
  /** Bengal's key: a site path, `.bengal/generated/tags/<slug>/page_<n>/index.md`, or a pseudo path of autodoc. */
  readonly key: string;
  readonly kind: PageKind;
  /** HTML files, relative to the output directory. Empty when the state does not tell. */
  readonly outputs: readonly SitePath[];
  readonly inputs: readonly RecordedInput[];
  /** Files that rendering read, beyond what `inputs` holds hashes for. */
  readonly files: readonly FileRef[];
  readonly templates: readonly string[];
  /** Slugs: of the page's tags, or of the tag that it lists. */
  readonly tags: readonly string[];
  readonly metadata: JsonObject | undefined;
}

export interface PageSources {
  readonly refOf: (recorded: string) => FileRef;
  readonly outputDir: SitePath;
  readonly inputs: ReadonlyMap<string, readonly RecordedInput[]>;
  readonly effects: readonly RenderEffect[];
  readonly metadata: ReadonlyMap<string, JsonObject>;
  /** URL -> page key, from the URL claims: the only place that tells an autodoc page's output. */
  readonly urls: ReadonlyMap<string, string>;
}

const GENERATED_TAG = /^\.bengal\/generated\/tags\/(.+)\/page_\d+\/index\.md$/;
const TAG_INDEX = '.bengal/generated/tags/index.md';

/** Joins what the files of the state say about each page. */
export function joinPages(sources: PageSources): Map<string, RecordedPage> {
  const effects = new Map(sources.effects.map((effect) => [nameOfRef(sources.refOf(effect.source)), effect]));
  const urlOf = new Map([...sources.urls].map(([url, key]) => [key, url]));
  const keys = new Set([
    ...sources.inputs.keys(),
    ...effects.keys(),
    ...sources.metadata.keys(),
    ...sources.urls.values(),
  ]);
  return new Map(
    [...keys].map((key) => [key, joinPage(key, { ...sources, effect: effects.get(key), url: urlOf.get(key) })]),
  );
}

function joinPage(
  key: string,
  known: PageSources & { effect: RenderEffect | undefined; url: string | undefined },
): RecordedPage {
  const metadata = known.metadata.get(key);
  const inputs = known.inputs.get(key) ?? [];
  const listed = GENERATED_TAG.exec(key)?.[1];
  const written = (known.effect?.outputs ?? []).flatMap(
    (output) => outputPath(known.refOf(output), known.outputDir) ?? [],
  );
  return {
    key,
    kind:
      listed !== undefined ? 'tag' : key === TAG_INDEX ? 'tag-index' : isVirtual(key, inputs) ? 'virtual' : 'content',
    outputs: written.length > 0 ? written : outputOfUrl(known.url),
    inputs,
    files: (known.effect?.files ?? []).map(known.refOf),
    templates: known.effect?.templates ?? [],
    tags: listed !== undefined ? [listed] : slugsOf(asStrings(field(metadata, 'tags'))),
    metadata,
  };
}

/** An autodoc page is made of other files than its own key names. */
function isVirtual(key: string, inputs: readonly RecordedInput[]): boolean {
  return key.startsWith('__virtual__/') || (inputs.length > 0 && !inputs.some((input) => input.type === 'content'));
}

export function slugsOf(tags: readonly string[]): string[] {
  return [...new Set(tags.flatMap((tag) => tagSlug(tag) ?? []))];
}

/** The path of a recorded output below the output directory. */
export function outputPath(ref: FileRef, outputDir: SitePath): SitePath | undefined {
  if (ref.where !== 'site' || ref.path === outputDir || !isWithin(outputDir, ref.path)) return undefined;
  return ref.path.slice(outputDir.length + 1) as SitePath;
}

/** `/a/b/` is written to `a/b/index.html`, and `/a/b.html` to itself. */
function outputOfUrl(url: string | undefined): SitePath[] {
  if (url?.startsWith('/') !== true || url.includes('\0') || url.split('/').includes('..')) return [];
  const path = url.endsWith('/') ? `${url}index.html` : /\.html?$/.test(url) ? url : `${url}/index.html`;
  return [path.slice(1) as SitePath];
}

/** The address of an HTML file: `a/b/index.html` is `/a/b/`. Raw characters, as Bengal records URLs. */
export function urlOfOutput(output: string): string {
  return `/${output.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Claims of what is no page by itself: 404, search and graph, and addresses that lead to a page. */
const NO_PAGE = ['special_pages', 'redirect'];

export function claimedUrls(
  claims: readonly (readonly [string, JsonObject])[],
  refOf: (recorded: string) => FileRef,
): Map<string, string> {
  return new Map(
    claims.flatMap(([url, claim]) => {
      const source = asString(claim['source']);
      const owner = asString(claim['owner']);
      return source === undefined || (owner !== undefined && NO_PAGE.includes(owner))
        ? []
        : [[url, nameOfRef(refOf(source))] as const];
    }),
  );
}
