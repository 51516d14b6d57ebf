import { type JsonObject } from '../core/json.ts';
import { type SitePath } from '../core/paths.ts';
import type { RenderEffect } from './effects.ts';
import { type FileRef } from './file-ref.ts';
import type { RecordedInput } from './provenance.ts';
export type PageKind = 
/** Made from a file below the content folder. */
'content'
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
/** Joins what the files of the state say about each page. */
export declare function joinPages(sources: PageSources): Map<string, RecordedPage>;
export declare function slugsOf(tags: readonly string[]): string[];
/** The path of a recorded output below the output directory. */
export declare function outputPath(ref: FileRef, outputDir: SitePath): SitePath | undefined;
/** The address of an HTML file: `a/b/index.html` is `/a/b/`. Raw characters, as Bengal records URLs. */
export declare function urlOfOutput(output: string): string;
export declare function claimedUrls(claims: readonly (readonly [string, JsonObject])[], refOf: (recorded: string) => FileRef): Map<string, string>;
