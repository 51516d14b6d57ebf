import { type Sha256 } from '../core/digest.ts';
import { type SitePath } from '../core/paths.ts';
import { type ConfigSettings } from './config-keys.ts';
import { type Variables } from './environment.ts';
import { type Inferred } from './platform.ts';
/** What we know of a site's configuration without running Bengal. */
export interface SiteConfig {
    /** `production`, `preview`, `local` or another name. */
    readonly environment: string;
    /** Files that feed it, relative to the site root. */
    readonly files: readonly string[];
    /** Where Bengal writes, relative to the site root. */
    readonly outputDir: SitePath;
    readonly contentDir: SitePath;
    /** What API documentation is made from, relative to the site; `../` leads out of it. */
    readonly documented: readonly string[];
    /** False: the base URL is inferred from the platform. */
    readonly explicitBaseUrl: boolean;
    /** The base URL that the site sets; `undefined` when it sets none or something that is no text. */
    readonly baseUrl: string | undefined;
    /** What Bengal adds from the platform's variables; on GitHub the branch can be part of it. */
    readonly inferred: Inferred;
    /** What files, variables and platform say, setting by setting; Bengal's defaults are not among them. */
    readonly settings: ConfigSettings;
    /** Settings of `settings` that `BENGAL_*` variables made. */
    readonly fromVariables: ReadonlySet<string>;
    /** A configuration file that Bengal does not read, because a `config` folder without settings stands beside it. */
    readonly overshadowed: string | undefined;
    /** What a build reads that nobody records, a sentence each. */
    readonly unrecorded: readonly string[];
    /** Entries on one page of a listing. */
    readonly perPage: number;
    /** Our digest of all that feeds the configuration: equal means equal, for the same Bengal version. */
    readonly fingerprint: Sha256;
    /** Files that could not be read or parsed. */
    readonly problems: readonly string[];
    /** A file of which not even the bytes are known, so that the fingerprint says nothing. */
    readonly unreadable: string | undefined;
    /** Settings that lead out of the site: nothing may be read or written there. */
    readonly errors: readonly string[];
}
export interface SiteConfigOptions {
    readonly site: string;
    readonly environment: string | undefined;
    readonly profile: string | undefined;
    readonly configFile: string | undefined;
    readonly outputDir: SitePath | undefined;
    readonly variables: Variables;
}
/** Reads the configuration of a site. Never throws for what the files hold. */
export declare function readSiteConfig(options: SiteConfigOptions): SiteConfig;
