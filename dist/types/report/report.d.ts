import type { Affected } from '../affected/reason.ts';
import type { RepairPlan } from '../affected/repair-plan.ts';
import type { StateVerdict } from '../bengal/validity.ts';
import type { ChangeSet } from '../changes/detect.ts';
import type { ConfigVerdict } from '../config/verdict.ts';
import type { Decision } from '../gate/decision.ts';
import type { BuildKind } from '../manifest/manifest.ts';
/** Version of the report's shape. Within a version, fields are only added. */
export declare const REPORT_SCHEMA = 1;
/** Everything that is known about this run, as data; what people read is made from it alone. */
export interface Report {
    readonly schemaVersion: typeof REPORT_SCHEMA;
    readonly tool: string;
    readonly state: ReportState;
    readonly config: ConfigVerdict;
    readonly changes: ChangeSet;
    readonly affected: Affected;
    readonly gate: Decision;
    /** What has to be done to the state before an incremental build, so that it rebuilds what is affected. */
    readonly repair: RepairPlan & {
        readonly done: boolean;
    };
    /** HTML pages that the state knows. */
    readonly totalPages: number;
    /** What went wrong without harm, one sentence each. */
    readonly warnings: readonly string[];
    readonly cache: ReportCache;
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
} | {
    readonly kind: 'exact' | 'prefix';
    readonly key: string;
    readonly matchedKey: string;
    readonly files: number;
    readonly bytes: number;
} | {
    readonly kind: 'miss';
    readonly key: string;
} | {
    readonly kind: 'rejected' | 'unavailable';
    readonly key: string;
    readonly why: string;
};
/** The bytes of the report file, and of `report --format json`. */
export declare function reportJson(report: Report): string;
