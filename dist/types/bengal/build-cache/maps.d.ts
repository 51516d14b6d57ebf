import { type JsonObject } from '../../core/json.ts';
import type { FileFingerprint } from '../file-fingerprint.ts';
import { type StoredContent } from './parsed-content.ts';
import { type UrlClaim } from './plain-tables.ts';
import type { Tables } from './tables.ts';
export type SetsByName = ReadonlyMap<string, ReadonlySet<string>>;
/**
 * Every map of a cache, under the name that Bengal has for it, to be gone through. Each is made when it is asked for, and
 * is the caller's own: nothing that happens to it changes the cache. Keys are those of files unless something else is said.
 */
export declare class CacheMaps {
    #private;
    constructor(tables: Tables);
    /** What was noted of each file; its `hash` is what Bengal once kept as `file_hashes`. */
    get fileFingerprints(): ReadonlyMap<string, FileFingerprint>;
    /** Page -> the files that it was made with. Empty in what Bengal since 0.1.9 wrote. */
    get dependencies(): SetsByName;
    /** File -> the pages that were made with it. */
    get reverseDependencies(): SetsByName;
    /** Output, relative to the output directory -> its source. Empty in what Bengal 0.3.3 to 0.5.1 wrote. */
    get outputSources(): ReadonlyMap<string, string>;
    /** Term such as `tag:python` -> pages. */
    get taxonomyDependencies(): SetsByName;
    /** Page -> tags as their authors wrote them. */
    get pageTags(): SetsByName;
    /** Slug -> pages. */
    get tagToPages(): SetsByName;
    /** Page -> names of the templates that it was rendered with. */
    get templateDependencies(): SetsByName;
    /** Page -> its content, whether it still holds or not: `parsedContent` of the cache asks that too. */
    get parsedContent(): ReadonlyMap<string, StoredContent>;
    /** Page -> its HTML, whether it still holds or not. */
    get renderedOutput(): ReadonlyMap<string, string>;
    /** File -> name of a validator -> what it said, in either form that Bengal writes. */
    get validationResults(): ReadonlyMap<string, JsonObject>;
    /** Any name -> data of a page that is no file. */
    get syntheticPages(): ReadonlyMap<string, JsonObject>;
    /** Source, as `addAutodocDependency` takes it -> pages that document it. */
    get autodocDependencies(): SetsByName;
    /** URL -> who owns it. Bengal never removes a claim: sources may be gone. */
    get urlClaims(): ReadonlyMap<string, UrlClaim>;
    /** Asset of the site -> output, relative to the assets folder or absolute, as Bengal left it. */
    get discoveredAssets(): ReadonlyMap<string, string>;
    /** Format, or `<format>:page_hashes` -> SHA-256, or JSON text. */
    get outputFormatFingerprints(): ReadonlyMap<string, string>;
}
