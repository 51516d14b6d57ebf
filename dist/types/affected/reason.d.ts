/** Why a page has to be built: the kind, the changed file that leads to it, and what lies between the two. */
export interface Reason {
    readonly kind: ReasonKind;
    /** The changed file or tag at the start. */
    readonly via: string;
    /** From `via` to the page, both left out: a template's name, a tag, the page that is shown. */
    readonly through?: readonly string[];
}
export type ReasonKind = 
/** Its own source changed. */
'content'
/** It is new. */
 | 'added'
/** Its source is gone. */
 | 'deleted'
/** A template it uses changed, or is newly overridden. */
 | 'template' | 'data'
/** A file that it includes changed. */
 | 'include'
/** A section index above it changed something that it hands down. */
 | 'cascade'
/** It carries or lists a tag that a page gained or lost, or lists all tags. */
 | 'tag'
/** It lists the pages of a folder in which a page came, went or moved. */
 | 'section-listing'
/** It is, was or may become the previous or next page of one that came, went or moved. */
 | 'neighbour'
/** It shows a menu, or other sections like one that is new. */
 | 'navigation'
/** It links to a changed page, and may show its title or other front matter. */
 | 'linked'
/** It shows part of the text of a changed page. */
 | 'excerpt'
/** It is the same page in another language. */
 | 'translation'
/** It is the same page in another version. */
 | 'version'
/** A source that its API documentation is made from changed. */
 | 'autodoc'
/** It leads from another address of a page to that page. */
 | 'redirect'
/** Its HTML names an asset by the fingerprint that changes. */
 | 'asset'
/** Its HTML is not there, or not as it was written. */
 | 'output-missing';
/** Why single pages cannot be named, so that every page counts as affected. */
export interface Doubt {
    readonly kind: DoubtKind;
    /** A sentence for people. */
    readonly detail: string;
}
export type DoubtKind = 'no-state' | 'config-changed' | 'config-unknown' | 'state-incomplete' | 'input-unverifiable'
/** Menus, which every page may show. */
 | 'navigation' | 'new-template' | 'asset-changed' | 'site-wide-file-changed' | 'unknown-consumer'
/** The site held nothing like it before, so no page shows who would show it. */
 | 'nothing-alike';
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
