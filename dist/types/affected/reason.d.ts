/** Why a page has to be built: the kind, the changed file that leads to it, and what lies between the two. */
export interface Reason {
    readonly kind: ReasonKind;
    /** The changed file or tag at the start. */
    readonly via: string;
    /** From `via` to the page, both left out: a template's name, a tag, the page that is shown. */
    readonly through?: readonly string[];
    /** What the page took from elsewhere when it was built, and what the change touches: `title of content/a.md`. */
    readonly shows?: string;
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
/** It shows something of a changed page. */
 | 'linked'
/** It is the same page in another language. */
 | 'translation'
/** It is the same page in another version. */
 | 'version'
/** A source that its API documentation is made from changed. */
 | 'autodoc'
/** It leads from another address of a page to that page. */
 | 'redirect'
/** It names an asset, whose address changes with it. */
 | 'asset'
/** It shows a setting that changed. */
 | 'config'
/** It reads a file, a folder or the environment by name. */
 | 'file'
/** It shows something of the time, which says another thing now. */
 | 'clock'
/** Nobody can tell what it read. */
 | 'unjudged'
/** Its HTML is not there, or not as it was written. */
 | 'output-missing';
/** Why single pages cannot be named, so that every page counts as affected. */
export interface Doubt {
    readonly kind: DoubtKind;
    /** A sentence for people. */
    readonly detail: string;
}
export type DoubtKind = 'no-state' | 'config-changed' | 'config-unknown' | 'state-incomplete' | 'input-unverifiable'
/** Nobody recorded what pages read. */
 | 'no-trace' | 'site-wide-file-changed';
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
