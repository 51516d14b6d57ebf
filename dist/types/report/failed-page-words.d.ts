import { type FailedPage } from '../manifest/failed-pages.ts';
/** One page, with Bengal's own message. */
export declare function failedPageLine({ page, how, message }: FailedPage): string;
/** How many pages the build failed on; Bengal reports success all the same. */
export declare function failedPagesHead(pages: readonly FailedPage[]): string;
/** A line for each of the first pages. */
export declare function failedPageLines(pages: readonly FailedPage[]): string[];
/** Markdown; empty where no page failed. */
export declare function failedPagesPart(pages: readonly FailedPage[]): string;
/** Why a state is not that of a full build; `undefined` where no page stands in the way. */
export declare function failedReason(pages: readonly FailedPage[]): string | undefined;
/** What has to be said of a state that is used although pages failed; `undefined` where none did. */
export declare function failedWarning(pages: readonly FailedPage[]): string | undefined;
