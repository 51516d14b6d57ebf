import { isFileKind } from '../graph/kinds.ts';
import type { Picture, PictureNode } from './picture.ts';

/** Fewer edges than this can be told apart. */
const FEW_EDGES = 60;
/** What this share of all that is made from something is made from, tells nothing about any of it. */
const SHARE = 0.6;
const FEW_USERS = 10;

/**
 * Where there are many edges, leaves out those of templates and files that nearly everything uses, and says so: how many
 * use one stands beside its name. Edges from what changed always stay.
 */
export function thinHubs(picture: Picture): Picture {
  const { nodes, edges, notes } = picture;
  if (edges.length <= FEW_EDGES) return picture;
  const made = new Set(edges.map((edge) => edge.to)).size;
  const users = new Map<number, number>();
  for (const { from } of edges) users.set(from, (users.get(from) ?? 0) + 1);
  const isHub = (index: number): boolean => {
    const node = nodes[index];
    const many = users.get(index) ?? 0;
    return node !== undefined && many >= FEW_USERS && many >= made * SHARE && isOrdinary(node);
  };
  const hubs = new Set(Array.from(nodes.keys()).filter(isHub));
  if (hubs.size === 0) return picture;
  return {
    nodes: nodes.map((node, index) =>
      hubs.has(index) ? { ...node, label: `${node.label} (used by ${String(users.get(index))} of these)` } : node,
    ),
    edges: edges.filter((edge) => !hubs.has(edge.from) || nodes[edge.to]?.marked === true),
    notes: [...notes, 'Lines from what nearly everything here uses are left out; it says by how many.'],
  };
}

function isOrdinary({ kind, status, marked }: PictureNode): boolean {
  return (kind === 'template' || isFileKind(kind)) && status === 'tracked file' && !marked;
}
