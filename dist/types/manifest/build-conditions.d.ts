import { type JsonValue } from '../core/json.ts';
/** What a build rests on besides the sources: what has to be the same again before its output may be used unbuilt. */
export interface Circumstances {
    /** What may be kept of the configuration; `undefined`: nothing is known of it setting by setting. */
    readonly config: RecordedSettings | undefined;
    /** Package -> version, of Bengal and what it is made of; `undefined`: nobody asked. */
    readonly packages: ReadonlyMap<string, string> | undefined;
    readonly shown: ShownDates;
    /** Whether templates of the site ask for the time. */
    readonly readsClock: boolean;
    /** How long the last full build took, as far as the state tells; `undefined`: unknown. */
    readonly fullBuildSeconds: number | undefined;
    /** The same of the last build in which pages were kept. */
    readonly incrementalBuildSeconds: number | undefined;
}
/** How long builds of this site took, in seconds; `undefined`: nobody recorded it. */
export interface BuildTimes {
    readonly full: number | undefined;
    readonly incremental: number | undefined;
}
export declare function isBuildTime(seconds: number): boolean;
export interface RecordedSettings {
    /** Bengal's own resolved configuration with its defaults, or what files and variables say. */
    readonly source: 'bengal' | 'files';
    /** Setting -> 12 hexadecimal digits of its value; `null` for what looks like a secret. */
    readonly digests: ReadonlyMap<string, string | null>;
}
/** What time makes untrue. */
export interface ShownDates {
    /** Ages that pages show, in words: `3 days ago`. */
    readonly ages: readonly string[];
    /** Dates in front matter, as they are written. */
    readonly dates: readonly string[];
}
export declare function circumstancesToJson(circumstances: Circumstances): JsonValue;
/** `undefined` for anything that we did not write. */
export declare function circumstancesFromJson(value: JsonValue | undefined): Circumstances | undefined;
