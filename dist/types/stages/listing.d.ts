import type { FileRecord } from './file-record.ts';
/** In the order of the listing: outputs come first, since they alone are needed where nothing has changed. */
export declare const ROLES: readonly ["output", "code", "input"];
export type Role = (typeof ROLES)[number];
/** Every file of one success by its role, each list in the order of its paths. */
export type Listing = Readonly<Record<Role, readonly FileRecord[]>>;
/** One line for each file: role, kind, digest and path. Paths that could be mistaken are written as JSON strings. */
export declare function renderListing(listing: Listing): string;
/** `undefined` for anything else than what `renderListing` writes. */
export declare function parseListing(text: string): Listing | undefined;
/** The outputs alone, without a look at the rest. */
export declare function parseOutputsOf(text: string): readonly FileRecord[] | undefined;
