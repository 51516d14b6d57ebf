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
export function addStages(builder: GraphBuilder, stages: readonly StageNode[]): void {
  const written = new Set(stages.flatMap((stage) => stage.outputs));
  for (const { name, inputs, outputs, needs, status, inputHashes, hash, recordedAt } of stages) {
    const at = recordedAt === undefined ? {} : { recordedAt };
    const stage = builder.node('stage', name, { status, ...at, ...(hash === undefined ? {} : { hash }) });
    for (const path of outputs) builder.depends(builder.node('output', path, at), stage, { kind: 'writes' });
    for (const path of inputs) {
      const known = (['data', 'asset', 'config', 'output'] as const).find((kind) => builder.has(kind, path));
      const kind = written.has(path) ? 'output' : (known ?? 'source');
      builder.depends(stage, builder.node(kind, path), { kind: 'reads', hash: inputHashes?.get(path) });
    }
    for (const needed of needs) builder.depends(stage, builder.node('stage', needed), { kind: 'needs' });
  }
}
