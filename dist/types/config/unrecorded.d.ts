import { type JsonObject } from '../core/json.ts';
/** What a site has besides its configuration that can make a build read more, as text. */
export interface SiteCode {
    /** `collections.py`, where there is one. */
    readonly collections: string | undefined;
    /** `theme.toml` of each theme of the site. */
    readonly themes: readonly string[];
}
/**
 * What the configuration makes a build read that neither Bengal's state nor our manifest records. With any of it, nobody
 * can prove that a build would write the same again. Bengal 0.5.1 knows these; each is off unless the site turns it on.
 */
export declare function findUnrecordedInputs(config: JsonObject, { collections, themes }: SiteCode): string[];
