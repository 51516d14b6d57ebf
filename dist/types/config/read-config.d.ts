import { type JsonObject } from '../core/json.ts';
/** One file that feeds Bengal's configuration. */
export interface ConfigFile {
    /** Relative to the site root, POSIX; absolute for a file given by `--config` elsewhere. */
    readonly path: string;
    /** What it says; `undefined` when it cannot be parsed (then only its bytes can be compared). */
    readonly value: JsonObject | undefined;
    /** What it says, without comments, order and spelling; its bytes when it cannot be parsed. */
    readonly canonical: string | Uint8Array;
    readonly problem: string | undefined;
    /** False: not even its bytes are known. */
    readonly readable: boolean;
}
export interface ConfigSources {
    readonly kind: 'file' | 'directory' | 'none';
    /** In the order in which Bengal merges them: later ones win. */
    readonly files: readonly ConfigFile[];
    /** A single file that does not count, because the folder beside it does, and holds no settings. */
    readonly overshadowed: string | undefined;
}
export interface ConfigChoice {
    /** Site root, absolute. */
    readonly site: string;
    readonly environment: string;
    readonly profile: string | undefined;
    /** `--config FILE`, absolute. */
    readonly file: string | undefined;
}
/** Finds and parses the files that Bengal would read, by its rules. Never throws for their content. */
export declare function readConfig(choice: ConfigChoice): ConfigSources;
/** The Python module of the site that Bengal imports for its schemas of front matter; `undefined` when there is none. */
export declare function readSiteCode(site: string): string | undefined;
/** `theme.toml` of each theme of the site. */
export declare function readThemeManifests(site: string): string[];
/** True when the site root holds anything that Bengal takes for a site. */
export declare function looksLikeSite(site: string): boolean;
