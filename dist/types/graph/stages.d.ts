import type { NodeStatus } from './kinds.ts';
import type { GraphBuilder } from './model.ts';
/** A stage of a job, as plain data. */
export interface StageNode {
    readonly name: string;
    /** Files that it reads, by their path below the site or the workspace. */
    readonly inputs: readonly string[];
    /** Files that it writes. */
    readonly outputs: readonly string[];
    /** Names of stages that have to run before. */
    readonly needs: readonly string[];
    /** `fresh` when it can be skipped, `stale` when it has to run, `missing` when it never ran. */
    readonly status: NodeStatus;
    /** Path -> SHA-256 that the input had when the stage last succeeded. */
    readonly inputHashes?: ReadonlyMap<string, string>;
    /** Digest of all its inputs. */
    readonly hash?: string;
    /** When it last succeeded, in milliseconds since 1970. */
    readonly recordedAt?: number;
}
/**
 * Adds stages with their files. An input that another stage writes is that stage's output, so stages are joined through
 * their files as well as through `needs`. An input that the graph holds as data, or as anything else, is that node.
 */
export declare function addStages(builder: GraphBuilder, stages: readonly StageNode[]): void;
