import { type RecordedPage } from '../bengal/recorded-page.ts';
import { type Context } from './context.ts';
import type { Reason } from './reason.ts';
/** A page whose text can be another one, though its source is not: what includes, links or lists in it show. */
export declare function judgeText(page: RecordedPage, reason: Reason, { found, touch }: Context): void;
/** A page that was not there before. */
export declare function judgeAdded(path: string, context: Context): void;
/** A page that is gone, and all its files. */
export declare function judgeDeleted(path: string, page: RecordedPage, context: Context): void;
/** What the edit of a page changes: itself, and whoever reads the part that was edited. */
export declare function judgeEdit(path: string, page: RecordedPage, context: Context): void;
