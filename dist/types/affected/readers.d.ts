import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { Trace } from '../trace/trace.ts';
import type { Collector } from './collector.ts';
import type { Touched } from './touched.ts';
export interface ReaderSearch {
    readonly touched: Touched;
    /** Whether what a read of the clock says is another thing now. */
    readonly clock: (read: readonly string[]) => boolean;
    readonly found: Collector;
    /** Recorded pages by where they are written. */
    readonly pageOf: ReadonlyMap<string, RecordedPage>;
    /** Nothing is known to have changed: then what nobody can judge did not, either. */
    readonly isQuiet: boolean;
}
/** Adds every page that made a read which a change touches, and those of which nobody can tell what they read. */
export declare function addReaders(trace: Trace, search: ReaderSearch): void;
