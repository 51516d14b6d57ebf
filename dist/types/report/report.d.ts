import type { Affected } from '../affected/reason.ts';
import type { StateVerdict } from '../bengal/state-validity.ts';
import type { ChangeSet } from '../changes/detect.ts';
import type { EditedPage } from '../changes/edited-keys.ts';
import type { ConfigVerdict } from '../config/config-verdict.ts';
import type { Decision } from '../gate/decision.ts';
import type { BuildKind } from '../manifest/manifest.ts';
import type { RunReasonKind } from '../stages/stage-verdict.ts';
/** Version of the report's shape. Within a version, fields are only added. */
export declare const REPORT_SCHEMA = 1;
/** Everything that is known about this run, as data; what people read is made from it alone. */
export interface Report {
    readonly schemaVersion: typeof REPORT_SCHEMA;
    readonly tool: string;
    readonly state: ReportState;
    readonly config: ConfigVerdict;
    /** What came of asking the job's own Bengal; absent when nobody asked. */
    readonly probe?: ReportProbe;
    readonly changes: ChangeSet;
    /** What was edited in each modified page, as far as it can be told. */
    readonly edits?: readonly EditedPage[];
    readonly affected: Affected;
    readonly gate: Decision;
    /** The build is prepared: the last output is set aside, and the companion is told what it may keep of it. */
    readonly prepared: boolean;
    /** HTML pages that the state knows. */
    readonly totalPages: number;
    /** What went wrong without harm, one sentence each. */
    readonly warnings: readonly string[];
    readonly cache: ReportCache;
    readonly cachePolicy?: CachePolicy;
    /** How long this took: what differs between two runs of the same. Absent at a terminal. */
    readonly times?: ReportTimes;
    /** Other steps of the job and whether they can be skipped; absent where the site has no file of stages. */
    readonly stages?: readonly ReportStage[];
}
export interface ReportTimes {
    /** Milliseconds to ask the cache, fetch, check and put into place what it had. */
    readonly restoreMs: number;
    /** Milliseconds for all else up to the decision: asking Bengal, reading, comparing, preparing the state. */
    readonly analysisMs: number;
}
/** How a stage stood when the report was made: what would become of it if it ran then. */
export interface ReportStage {
    readonly name: string;
    readonly verdict: 'skip' | 'run';
    /** Why it runs; empty where it can be skipped. */
    readonly reasons: readonly {
        readonly kind: RunReasonKind;
        readonly detail: string;
    }[];
    /** Seconds since its last success; `null`: none is known. */
    readonly age: number | null;
    /** Names of the stages that come before it. */
    readonly needs: readonly string[];
}
export interface ReportProbe {
    /** `none`: no Python was found that has a Bengal. */
    readonly outcome: 'answered' | 'failed' | 'none';
    /** Which Python answered, or why none did. */
    readonly why: string;
    readonly bengal: string | null;
    /** `major.minor`. */
    readonly python: string | null;
}
export interface ReportState extends StateVerdict {
    readonly bengal: string | null;
    readonly python: string | null;
    /** ISO 8601. */
    readonly builtAt: string | null;
    readonly mode: BuildKind | 'unknown';
    /** Commit that the state was built from. */
    readonly commit: string | null;
}
/** What happened between the cache store and the site. */
export type ReportCache = {
    readonly kind: 'not-asked';
}
/** This run may not read from the cache. */
 | {
    readonly kind: 'off';
    readonly why: string;
} | (CacheQuestion & {
    readonly kind: 'exact' | 'prefix';
    readonly matchedKey: string;
    readonly files: number;
    /** Of their contents. */
    readonly bytes: number;
    /** Of the archive that was fetched. */
    readonly archiveBytes?: number;
    readonly from?: CacheOrigin;
    /** Files of the site that held the same bytes already and stayed as they were. */
    readonly kept?: number;
    /** Restored outputs that were not as recorded and were not put in place. */
    readonly dropped?: DroppedFiles;
})
/** Only looked up, as the workflow wished. */
 | (CacheQuestion & {
    readonly kind: 'found';
    readonly matchedKey: string;
}) | (CacheQuestion & {
    readonly kind: 'miss';
    readonly why?: string;
})
/** Fetched, and there was something wrong with it. */
 | (CacheQuestion & {
    readonly kind: 'rejected';
    readonly matchedKey?: string;
    readonly why: string;
}) | (CacheQuestion & {
    readonly kind: 'unavailable';
    readonly why: string;
});
export interface DroppedFiles {
    readonly count: number;
    /** The first few, as site paths. */
    readonly first: readonly string[];
}
interface CacheQuestion {
    readonly key: string;
    /** How many prefixes were tried besides. */
    readonly tried?: number;
}
/** What the restored manifest says of itself. */
export interface CacheOrigin {
    readonly commit: string | null;
    /** ISO 8601. */
    readonly recordedAt: string | null;
    readonly ageSeconds: number | null;
    /** Name of the event whose run recorded it. */
    readonly event: string | null;
}
/** What this run may do with the cache, and why. */
export interface CachePolicy {
    readonly access: 'read-write' | 'restore-only' | 'save-only' | 'off';
    /** A sentence for people. */
    readonly why: string;
}
/** The bytes of the report file, and of `report --format json`. */
export declare function reportJson(report: Report): string;
export {};
