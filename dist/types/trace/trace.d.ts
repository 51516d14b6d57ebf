/** What one rendering asked of the site, as docs/trace-format.md lists them. */
export type ReadKind = 'attribute' | 'has' | 'shape' | 'key' | 'contains' | 'keys' | 'truth' | 'front-matter' | 'param' | 'config' | 'config-contains' | 'menu' | 'template' | 'lookup' | 'query' | 'asset' | 'file' | 'listing' | 'exists' | 'environment' | 'clock' | 'chance' | 'root';
export interface Read {
    readonly kind: ReadKind;
    readonly arguments: readonly string[];
}
/** What the companion recorded of one page. */
export interface TracedPage {
    /** HTML file below the output directory. */
    readonly output: string;
    /** Path of its source, made up for pages without one; `undefined`: not told. */
    readonly source: string | undefined;
    /** Indexes into the reads of the trace, ascending. */
    readonly reads: Uint32Array;
    /** Why the record cannot be trusted. Such a page is rendered in every build. */
    readonly doubts: readonly string[];
}
/** What every page of a site read when it was rendered. */
export interface Trace {
    readonly reads: readonly Read[];
    /** Reads of which the value could not be judged. They never hold. */
    readonly unjudged: ReadonlySet<number>;
    readonly pages: readonly TracedPage[];
    /** Pages that made a read, as indexes into `pages`. */
    readonly readersOf: (read: number) => readonly number[];
}
/** Read -> pages, in two rows of numbers that are filled when somebody asks. */
export declare function readerIndex(pages: readonly TracedPage[], reads: number): (read: number) => readonly number[];
