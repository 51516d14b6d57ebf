import type { PageSource, VanishedPage } from './delta.ts';
import type { Described } from './describe.ts';
export interface VanishedFacts {
    readonly described: Pick<Described, 'files' | 'views'>;
    /** Whether something leads on from an address that has no page. */
    readonly isRedirected: (address: string) => boolean;
    /** By output; `undefined`: nobody knows. */
    readonly sourceOf: (output: string) => PageSource | 'generated' | undefined;
}
/** The pages that are gone without leading anywhere. Pure. */
export declare function findVanishedPages({ described, isRedirected, sourceOf }: VanishedFacts): readonly VanishedPage[];
/** What to do about it, in a sentence without its full stop. */
export declare function fixOf({ path, movedTo, source }: VanishedPage): string;
/** The line of a text's front matter on which one of the keys stands, from 1; 1 where none does. */
export declare function lineOfKey(text: string, keys: readonly string[]): number;
/** Front matter that decides where a page is written, in the order in which it does. */
export declare const ADDRESS_KEYS: readonly ["url", "permalink", "slug", "path", "date", "title"];
