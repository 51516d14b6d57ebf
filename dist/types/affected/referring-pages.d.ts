import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { Context } from './context.ts';
/**
 * Pages whose text refers to a page by its path, slug or id, or to an anchor: `[[docs/install]]`, `[[#install]]`. An id
 * or an anchor that is gone is not known, so whoever refers to any may mean this page.
 */
export declare function referringPages(path: string, context: Context): RecordedPage[];
