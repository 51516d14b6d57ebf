import type { CompareOptions, Delta } from './delta.ts';
import type { PagePair, PageView } from './page-view.ts';
export interface DescribeOptions extends CompareOptions {
    /** Comes as a value, since the parser is loaded only where a page has changed. */
    readonly pages: PageReader;
}
/** Reads pages, and what differs between two versions of one. */
export interface PageReader {
    readonly readPageView: (html: string) => PageView | undefined;
    readonly readPagePair: (before: string, after: string) => PagePair | undefined;
}
export type Described = Omit<Delta, 'vanished'> & {
    /** Views of pages that came and went, by path: what moved is found by them. */
    readonly views: {
        readonly added: ReadonlyMap<string, PageView>;
        readonly removed: ReadonlyMap<string, PageView>;
    };
};
/** Says of every output whose bytes differ what it is, and whether and how a reader would notice. */
export declare function describeDifferences(options: DescribeOptions): Described;
/** Whether pages have to be read at all. */
export declare function needsParser({ differences, isOutput }: CompareOptions): boolean;
