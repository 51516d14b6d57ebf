/** What a node of the dependency graph stands for. */
export type NodeKind = 'source' | 'template' | 'data' | 'asset' | 'config' | 'tag' | 'page' | 'output' | 'external';

/** Index of a node within its graph. */
export type NodeId = number & { readonly __brand: 'NodeId' };

/**
 * A dependency graph, built once and then only asked. Edges lead from what is used to what uses it: from a template to
 * its pages, from a page to its outputs. Both directions are kept as compressed rows (one offset per node into one
 * array of neighbours), so that 100,000 pages with millions of edges cost a few bytes each.
 */
export interface Graph {
  readonly size: number;
  kindOf(id: NodeId): NodeKind;
  nameOf(id: NodeId): string;
  find(kind: NodeKind, name: string): NodeId | undefined;
  ofKind(kind: NodeKind): NodeId[];
  /** Nodes that use this one, directly. */
  dependents(id: NodeId): NodeId[];
  /** Nodes that this one uses, directly. */
  dependencies(id: NodeId): NodeId[];
}

export interface GraphBuilder {
  /** The node of this kind and name, made on first use. */
  node(kind: NodeKind, name: string): NodeId;
  /** States that `user` depends on `used`. Stating it twice is the same as once. */
  depends(user: NodeId, used: NodeId): void;
  build(): Graph;
}

export function graphBuilder(): GraphBuilder {
  const kinds: NodeKind[] = [];
  const names: string[] = [];
  const ids = new Map<NodeKind, Map<string, NodeId>>();
  const edges: [used: NodeId, user: NodeId][] = [];
  return {
    node(kind, name) {
      const ofKind = ids.get(kind) ?? new Map<string, NodeId>();
      ids.set(kind, ofKind);
      const known = ofKind.get(name);
      if (known !== undefined) return known;
      const id = (names.push(name) - 1) as NodeId;
      kinds.push(kind);
      ofKind.set(name, id);
      return id;
    },
    depends(user, used) {
      edges.push([used, user]);
    },
    build() {
      const forward = compressRows(names.length, edges);
      const reverse = compressRows(
        names.length,
        edges.map(([used, user]) => [user, used]),
      );
      return {
        size: names.length,
        kindOf: (id) => kinds[id] ?? missing(id),
        nameOf: (id) => names[id] ?? missing(id),
        find: (kind, name) => ids.get(kind)?.get(name),
        ofKind: (kind) => [...(ids.get(kind)?.values() ?? [])],
        dependents: forward,
        dependencies: reverse,
      };
    },
  };
}

function missing(id: NodeId): never {
  throw new Error(`No node ${String(id)} in this graph`);
}

/** Rows of neighbours by counting sort: one pass to count, one to place. Rows come out sorted and without repeats. */
function compressRows(size: number, edges: readonly (readonly [from: NodeId, to: NodeId])[]): (id: NodeId) => NodeId[] {
  const offsets = new Uint32Array(size + 1);
  for (const [from] of edges) offsets[from + 1] = (offsets[from + 1] ?? 0) + 1;
  for (let index = 0; index < size; index++) offsets[index + 1] = (offsets[index + 1] ?? 0) + (offsets[index] ?? 0);
  const neighbours = new Uint32Array(edges.length);
  const next = offsets.slice();
  for (const [from, to] of edges) {
    const at = next[from] ?? 0;
    neighbours[at] = to;
    next[from] = at + 1;
  }
  return (id) => [...new Set(neighbours.subarray(offsets[id], offsets[id + 1]).toSorted())] as NodeId[];
}
