import { isFileKind, type NodeKind } from '../graph/kinds.ts';
import type { NodeId } from '../graph/model.ts';
import type { Scene } from './picture.ts';

/** Nodes that are several sides of one thing, drawn as the first of them. */
export interface Folded {
  readonly firstOf: (id: NodeId) => NodeId;
  /** The first sides, in the order of the scene. */
  readonly firsts: readonly NodeId[];
  /** What is to be said of all sides of a thing together. */
  readonly conditionOf: (first: NodeId) => Condition;
}

/** What is not as usual, in words that follow a name. The worst last. */
const CONDITIONS = ['', ' (missing)', ' (stale)', ' (affected)'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A page stands for its source and its outputs, a template for the file that holds it. */
export function foldScene(scene: Scene): Folded {
  const drawn = new Set(scene.nodes);
  const firsts = new Map<NodeId, NodeId>();
  const conditions = new Map<NodeId, Condition>();
  for (const id of scene.nodes) {
    const first = scene.isMarked(id) ? id : firstSide(scene, drawn, id);
    if (first !== id) firsts.set(id, first);
    const [before, now] = [conditions.get(first) ?? '', conditionOf(scene, id)];
    conditions.set(first, CONDITIONS.indexOf(now) > CONDITIONS.indexOf(before) ? now : before);
  }
  return {
    firstOf: (id) => firsts.get(id) ?? id,
    firsts: scene.nodes.filter((id) => !firsts.has(id)),
    conditionOf: (first) => conditions.get(first) ?? '',
  };
}

export function conditionOf(scene: Scene, id: NodeId): Condition {
  if (scene.isAffected(id)) return ' (affected)';
  const status = scene.statusOf(id);
  return status === 'stale' || status === 'missing' ? ` (${status})` : '';
}

function firstSide({ graph }: Scene, drawn: ReadonlySet<NodeId>, id: NodeId): NodeId {
  const among = (kind: NodeKind, found: readonly (NodeId | undefined)[]): NodeId | undefined =>
    found.find((other) => other !== undefined && drawn.has(other) && graph.kindOf(other) === kind);
  const kind = graph.kindOf(id);
  if (kind === 'output') {
    const writers = graph.usesOf(id).flatMap((edge) => (edge.kind === 'writes' ? [edge.node] : []));
    return (writers.length === 1 ? among('page', writers) : undefined) ?? id;
  }
  if (!isFileKind(kind)) return id;
  const users = graph.usersOf(id);
  const held = users.flatMap((edge) => (edge.kind === 'file' ? [edge.node] : []));
  const own = users.find((edge) => edge.kind === 'content' && graph.nameOf(edge.node) === graph.nameOf(id));
  return among('page', [own?.node]) ?? (held.length === 1 ? among('template', held) : undefined) ?? id;
}
