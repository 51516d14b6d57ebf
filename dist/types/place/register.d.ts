import { type JsonObject } from '../core/json.ts';
/**
 * What this installation has under way in a site, noted where no repository can put anything: in the user's own folder for
 * caches. What lies in the site and is not noted here came with the repository, or from another machine, and is let be.
 */
export interface Register {
    /** Notes something under a name; `taken` where there is such a note already, and it is not to be replaced. */
    note(name: string, value: JsonObject, mode: 'first' | 'replace'): 'noted' | 'taken';
    /** `undefined` for what was never noted, or cannot be read any more. */
    read(name: string): JsonObject | undefined;
    names(): readonly string[];
    drop(name: string): void;
}
/** Throws where this user has no folder of their own at all. */
export declare function registerOf(site: string): Register;
