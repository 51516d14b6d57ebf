import { isAbsolute, resolve } from 'node:path';
import { isSha256 } from '../core/digest.ts';
import { byCodeUnit } from '../core/order.ts';
import { kindOfFile } from '../graph/build-graph.ts';
import { isFileKind, type NodeStatus } from '../graph/kinds.ts';
import { graphBuilder, type Graph, type NodeId } from '../graph/model.ts';
import { ABSENT_HASH, findStatuses, type NodeNow, type Statuses } from '../graph/status.ts';
import type { Entry } from './memo-entry.ts';
import type { ResultStore, StoredEntry } from './result-store.ts';
import { ABSENT, fingerprintFile, UNREADABLE } from './tracked-file.ts';

/** Whether an entry is of the code that is known now; nobody may know. */
export type Currency = (entry: Entry) => 'current' | 'outdated' | 'unknown';

/** What is kept of calls: their graph, and which function each is a call of. */
export interface KeptCalls {
  readonly graph: Graph;
  /** Call as people write it -> name of its function. */
  readonly functionNames: ReadonlyMap<string, string>;
}

/** The graph of `keptCalls`. */
export function graphOfResults(store: ResultStore, currency: Currency): Graph {
  return keptCalls(store, currency).graph;
}

/**
 * The graph of all kept calls: one node for each call, named as people write it, with the files that it read and the
 * calls that it made. Of several results of one call, for different code, a current one counts, and else the latest.
 */
export function keptCalls(store: ResultStore, currency: Currency): KeptCalls {
  const builder = graphBuilder();
  const all = [...store.entries()];
  const labels = new Map(all.map(({ key, entry }) => [key, entry.label]));
  for (const entry of oneForEachCall(all, currency)) {
    const output = `results/${entry.result.slice(0, 2)}/${entry.result}.bin`;
    const facts = { hash: entry.result, recordedAt: entry.at, output, ...statusOf(store, entry, currency) };
    const call = builder.node('function', entry.label, facts);
    for (const [path, fingerprint] of entry.files) {
      const hash = edgeHash(fingerprint);
      const facts = hash === undefined || hash === ABSENT_HASH ? {} : { hash };
      const kind = isAbsolute(path) ? 'external' : kindOfFile(path);
      const file = builder.node(kind, path, { ...facts, recordedAt: entry.at });
      builder.depends(call, file, { kind: 'reads', hash });
    }
    for (const [key, result] of entry.children) {
      const label = labels.get(key);
      if (label !== undefined) builder.depends(call, builder.node('function', label), { kind: 'calls', hash: result });
    }
  }
  return { graph: builder.build(), functionNames: new Map(all.map(({ entry }) => [entry.label, entry.name])) };
}

function edgeHash(fingerprint: string): string | undefined {
  if (fingerprint === ABSENT) return ABSENT_HASH;
  return isSha256(fingerprint) ? fingerprint : undefined;
}

function statusOf(store: ResultStore, entry: Entry, currency: Currency): { readonly status?: NodeStatus } {
  if (!store.hasResult(entry)) return { status: 'missing' };
  return currency(entry) === 'outdated' ? { status: 'stale' } : {};
}

function oneForEachCall(all: readonly StoredEntry[], currency: Currency): Entry[] {
  const found = new Map<string, Entry>();
  for (const { entry } of all) {
    const other = found.get(entry.label);
    const [here, there] = [currency(entry) === 'current', other !== undefined && currency(other) === 'current'];
    if (other === undefined || (here === there ? entry.at > other.at : here)) found.set(entry.label, entry);
  }
  // Of a file that changed in between, the hash that the latest call saw is its own.
  return [...found.values()].sort((left, right) => left.at - right.at || byCodeUnit(left.label, right.label));
}

/** What the files of such a graph hold now. */
export function statusesOfResults(graph: Graph, root: string): Statuses {
  const look = (id: NodeId): NodeNow => {
    if (!isFileKind(graph.kindOf(id))) return { kind: 'same' };
    const fingerprint = fingerprintFile(resolve(root, graph.nameOf(id)));
    if (fingerprint === UNREADABLE) return { kind: 'changed' };
    return fingerprint === ABSENT ? { kind: 'missing' } : { kind: 'content', hash: fingerprint };
  };
  return findStatuses(graph, look);
}
