import type { SitePath } from '../core/paths.ts';
import type { VanishedSetting } from './delta-spec.ts';
/** How a site is built, parsed and complete. */
export interface SiteInputs {
    /** Absolute path of the site root. */
    readonly site: string;
    readonly outputDir: SitePath | undefined;
    readonly environment: string | undefined;
    readonly profile: string | undefined;
    /** Relative to the site root. */
    readonly configFile: SitePath | undefined;
    readonly configHash: string | undefined;
    readonly bengalVersion: string | undefined;
    /** `major.minor`. */
    readonly pythonVersion: string | undefined;
    /** Further arguments that the job gives to `bengal build`. */
    readonly buildFlags: readonly string[];
    /** Python that has the job's Bengal, as the workflow names it. */
    readonly python?: string | undefined;
    /** Whether to ask the job's own Bengal; yes, unless told otherwise. */
    readonly probe?: boolean;
    readonly gate: GateSetting;
    /** When everything is rendered again, whatever can be proven. */
    readonly fullEvery: FullEvery;
    /** How many kept pages are rendered all the same in each build, and compared. */
    readonly verifySample: number;
    readonly verify: VerifySetting;
    /** Whether compiled templates may travel with the state and be used. */
    readonly bytecode: boolean;
    /** The modes that are right here; empty: all are. */
    readonly expectedModes?: readonly ExpectedMode[];
}
export declare const GATE_SETTINGS: readonly ["auto", "always-full"];
export type GateSetting = (typeof GATE_SETTINGS)[number];
/** `full`: everything is rendered, and compared with what would have been kept. */
export declare const VERIFY_SETTINGS: readonly ["sample", "full"];
export type VerifySetting = (typeof VERIFY_SETTINGS)[number];
/** A full build is due after so many builds in which pages were kept, or after so long. */
export interface FullEvery {
    readonly builds: number;
    /** Milliseconds. */
    readonly time: number;
}
export declare const EXPECTED_MODES: readonly ["skip", "incremental", "full"];
export type ExpectedMode = (typeof EXPECTED_MODES)[number];
export declare const COMMENT_SETTINGS: readonly ["auto", "always", "never"];
export type CommentSetting = (typeof COMMENT_SETTINGS)[number];
/** What travels between the cache and the site, and when. */
export interface CacheInputs {
    readonly keyPrefix: string;
    /** Key to save under; `undefined`: that of the tree. */
    readonly key: string | undefined;
    /** The user's own prefixes. */
    readonly restoreKeys: readonly string[];
    /** Further files and folders of the site that travel along. */
    readonly extraPaths: readonly SitePath[];
    readonly lookupOnly: boolean;
    readonly failOnCacheMiss: boolean;
    readonly readOnly: boolean;
    readonly save: boolean;
    readonly saveAlways: boolean;
    /** Milliseconds; an older state is not used. */
    readonly maxAge: number | undefined;
    /** Bytes; a larger archive is not saved. */
    readonly maxSize: number | undefined;
    /** Milliseconds for one restore or save as a whole. */
    readonly restoreTimeout: number;
    readonly saveTimeout: number;
}
/** All inputs of the action. */
export interface Inputs extends SiteInputs, CacheInputs {
    /** Whether to prepare the build: to set the output aside, and to say what the companion may keep. */
    readonly prepare: boolean;
    /** Absolute; `undefined`: the host chooses. */
    readonly reportPath: string | undefined;
    /** Absolute; `undefined`: no HTML report. */
    readonly htmlPath: string | undefined;
    /** Whether to draw the dependency graph beside the report. */
    readonly graph: boolean;
    /** Whether to say after the build what readers will see change. */
    readonly delta: boolean;
    /** With `{path}` and `{pr}`; `undefined`: there is no preview. */
    readonly previewUrl: string | undefined;
    readonly vanished: VanishedSetting;
    readonly comment: CommentSetting;
    readonly token: string | undefined;
}
