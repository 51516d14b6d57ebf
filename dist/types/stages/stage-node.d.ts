import type { StageNode } from '../graph/stages.ts';
import { type StageCheck } from './check.ts';
import type { RunReasonKind } from './stage-verdict.ts';
/** How one stage stands, as plain data. Paths are relative to the site. */
export interface StageReport {
    readonly name: string;
    readonly status: 'skip' | 'run';
    readonly reasons: readonly {
        readonly kind: RunReasonKind;
        readonly detail: string;
    }[];
    readonly key: string;
    /** Seconds since the last success; `null`: none is known. */
    readonly age: number | null;
    readonly needs: readonly string[];
    /** Files, not patterns. */
    readonly inputs: readonly string[];
    readonly code: readonly string[];
    /** Files that the last success made. */
    readonly outputs: readonly string[];
}
export declare function stageReport(check: StageCheck): StageReport;
/** The stage as a node of the dependency graph. */
export declare function stageGraphNode(check: StageCheck): StageNode;
