/** Why a page has to be built. `via` is the changed file, tag or output that leads to it. */
export interface Reason {
    readonly kind: ReasonKind;
    readonly via: string;
}
export type ReasonKind = 
/** Its own source changed. */
'content'
/** It is new. */
 | 'added'
/** A template it uses changed, or is newly overridden. */
 | 'template' | 'data'
/** A file that it includes changed. */
 | 'include'
/** A section index above it changed, and may cascade settings down. */
 | 'cascade'
/** Its HTML links to a changed page, and may show its text. */
 | 'mention'
/** It lists the pages of a tag that a changed page carries. */
 | 'tag'
/** A source that its API documentation is made from changed. */
 | 'autodoc'
/** Its HTML is not there. */
 | 'output-missing';
/** Why single pages cannot be named, so that every page counts as affected. */
export interface Doubt {
    readonly kind: DoubtKind;
    /** A sentence for people. */
    readonly detail: string;
}
export type DoubtKind = 'no-state' | 'config-changed' | 'config-unknown' | 'state-incomplete' | 'input-unverifiable' | 'structure-changed' | 'front-matter-changed' | 'new-template' | 'asset-changed' | 'site-wide-file-changed' | 'unknown-consumer' | 'output-missing';
/** The pages whose HTML a full build would change. */
export interface Affected {
    /** True: every page, for the doubts in `because`. `pages` then holds those that are known for certain. */
    readonly all: boolean;
    readonly because: readonly Doubt[];
    readonly pages: readonly AffectedPage[];
    /** Slugs of tags whose listings change. */
    readonly tags: readonly string[];
    /** Outputs of the whole site that a build writes anew: sitemap, feeds, indexes. */
    readonly siteWide: readonly string[];
    /** Outputs that nothing makes any more. */
    readonly toRemove: readonly string[];
}
export interface AffectedPage {
    /** HTML file below the output directory. */
    readonly output: string;
    /** Site path of its source; `null` for pages without one. */
    readonly source: string | null;
    readonly url: string;
    readonly reasons: readonly Reason[];
}
