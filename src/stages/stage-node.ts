import type { StageNode } from '../graph/stages.ts';
import { placeOf, type StageCheck } from './check.ts';
import { readListing } from './entry-files.ts';
import type { Listing } from './listing.ts';
import type { RunReasonKind } from './stage-verdict.ts';
import { renderReason } from './stage-words.ts';

/** How one stage stands, as plain data. Paths are relative to the site. */
export interface StageReport {
  readonly name: string;
  readonly status: 'skip' | 'run';
  readonly reasons: readonly { readonly kind: RunReasonKind; readonly detail: string }[];
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

export function stageReport(check: StageCheck): StageReport {
  const { stage, verdict, files } = check;
  const { input, code } = files();
  const reasons = verdict.kind === 'skip' ? [] : verdict.reasons;
  return {
    name: stage.name,
    status: verdict.kind,
    reasons: reasons.map((reason) => ({ kind: reason.kind, detail: renderReason(reason) })),
    key: verdict.key,
    age: verdict.age ?? null,
    needs: stage.needs,
    inputs: pathsOf(input),
    code: pathsOf(code),
    outputs: pathsOf(lastListing(check)?.output),
  };
}

/** The stage as a node of the dependency graph. */
export function stageGraphNode(check: StageCheck): StageNode {
  const { stage, verdict, entry, files } = check;
  const { input, code } = files();
  const last = lastListing(check);
  const before = last === undefined ? [] : [...last.input, ...last.code];
  return {
    name: stage.name,
    inputs: pathsOf([...input, ...code]),
    outputs: pathsOf(last?.output),
    needs: stage.needs,
    status: verdict.kind === 'skip' ? 'fresh' : entry.kind === 'absent' ? 'missing' : 'stale',
    ...(last === undefined ? {} : { inputHashes: new Map(before.map(({ path, digest }) => [path, digest])) }),
    ...(entry.kind === 'read' ? { hash: entry.entry.parts.inputs, recordedAt: entry.entry.recorded } : {}),
  };
}

function lastListing({ entry, context }: StageCheck): Listing | undefined {
  return entry.kind === 'read' ? readListing(placeOf(context), entry.entry) : undefined;
}

function pathsOf(files: readonly { readonly path: string }[] = []): string[] {
  return files.map(({ path }) => path);
}
