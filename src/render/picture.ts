import { urlOfOutput } from '../bengal/recorded-page.ts';
import { by, byCodeUnit } from '../core/order.ts';
import type { NodeKind, NodeStatus } from '../graph/kinds.ts';
import { nodesOf, type Edge, type Graph, type NodeId } from '../graph/model.ts';
import type { Statuses } from '../graph/status.ts';
import { neighbourhood } from '../graph/shape.ts';
import { AFFECTED_WORDS, STATUS_WORDS } from './palette.ts';
import { countOfKind } from './sections.ts';
import { shortText, visibleText } from './visible.ts';

/** What is drawn, as data: every format draws the same. Nodes by kind and name, edges by their ends. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** What the picture leaves out or puts together, one sentence each. */
  readonly notes: readonly string[];
}

export interface PictureNode {
  readonly kind: NodeKind;
  /** Its whole name, hostile as it is. */
  readonly name: string;
  /** One short line, in which every character can be seen. */
  readonly label: string;
  readonly status: NodeStatus;
  readonly affected: boolean;
  /** Somebody asked for it. */
  readonly marked: boolean;
  /** How many nodes it stands for. */
  readonly members: number;
}

export interface PictureEdge {
  /** Index of what is used. */
  readonly from: number;
  /** Index of what uses it. */
  readonly to: number;
  /** How, in a word or two; empty where that says nothing. */
  readonly label: string;
  /** Leads from something that changed to something that is stale for it. */
  readonly hot: boolean;
}

/** A node in words: its kind, its whole name, its status. */
export function describeNode({ kind, name, label, status, affected, members }: PictureNode): string {
  const named = members > 1 ? label : visibleText(name);
  return `${kind} ${named}: ${STATUS_WORDS[status]}${affected ? `, ${AFFECTED_WORDS}` : ''}`;
}

/** A graph with what is known about its nodes, and which of them are to be drawn. */
export interface Scene {
  readonly graph: Graph;
  /** In the order of their numbers. */
  readonly nodes: readonly NodeId[];
  readonly statusOf: (id: NodeId) => NodeStatus;
  readonly isAffected: (id: NodeId) => boolean;
  readonly isMarked: (id: NodeId) => boolean;
  /** What people call a node: a page its address, anything else its name. */
  readonly titleOf: (id: NodeId) => string;
  /** How a node uses another, for people. */
  readonly wordFor: (user: NodeId, edge: Edge) => string;
}

export interface SceneOptions {
  readonly graph: Graph;
  readonly statuses: Statuses;
  readonly affected?: ReadonlySet<NodeId>;
  /** Only what these were made from and what was made from them, up to `radius` steps away. */
  readonly focus?: readonly NodeId[];
  readonly radius?: number;
  /** Only what is not known to be up to date, and what makes it so; or only what is affected and what it uses. */
  readonly only?: 'stale' | 'affected';
}

export function sceneOf({ graph, statuses, affected = new Set(), focus, radius, only }: SceneOptions): Scene {
  const near = focus === undefined ? Array.from(nodesOf(graph)) : neighbourhood(graph, focus, radius ?? 2);
  const causes = new Set(statuses.causes.map(({ cause }) => cause));
  const wanted = {
    stale: (id: NodeId) => causes.has(id) || ['stale', 'missing', 'unknown'].includes(statuses.of(id)),
    affected: (id: NodeId) => affected.has(id) || ['stale', 'missing'].includes(statuses.of(id)),
  };
  const marked = new Set(focus);
  return {
    graph,
    nodes: only === undefined ? near : near.filter((id) => marked.has(id) || wanted[only](id)),
    statusOf: statuses.of,
    isAffected: (id) => affected.has(id),
    isMarked: (id) => marked.has(id),
    titleOf: (id) => {
      const { output } = graph.factsOf(id);
      return graph.kindOf(id) === 'page' && output !== undefined ? urlOfOutput(output) : graph.nameOf(id);
    },
    wordFor: (_, { kind }) => (kind === 'uses' ? '' : kind),
  };
}

/** What stands for a node in a picture. */
export interface Stand {
  readonly kind: NodeKind;
  readonly name: string;
  readonly title: string;
  /** Whether it stands for several nodes, which it then counts. */
  readonly group: boolean;
}

/** A node that stands for itself alone. */
export function standAlone({ graph, titleOf }: Scene, id: NodeId): Stand {
  return { kind: graph.kindOf(id), name: graph.nameOf(id), title: titleOf(id), group: false };
}

/** More labels than this hide what they are about. */
const MOST_EDGE_LABELS = 40;
const LONGEST_LABEL = 60;

/** Draws a scene with something standing for each node; edges within one stand vanish, and those between two become one. */
export function drawScene(scene: Scene, standFor: (id: NodeId) => Stand, notes: readonly string[]): Picture {
  const { stands, standOf } = gatherStands(scene, standFor);
  const drawn = [...stands.entries()].sort(by(([key]) => key));
  const places = new Map(drawn.map(([key], index) => [key, index]));
  const lines = new Map<number, { from: number; to: number; words: Set<string> }>();
  for (const user of scene.nodes) {
    const to = places.get(standOf(user) ?? '');
    if (to === undefined) continue;
    for (const edge of usesToDraw(scene.graph, user, (id) => standOf(id) !== undefined)) {
      const from = places.get(standOf(edge.node) ?? '');
      if (from === undefined || from === to) continue;
      const line = lines.get(from * drawn.length + to) ?? { from, to, words: new Set<string>() };
      line.words.add(scene.wordFor(user, edge));
      lines.set(from * drawn.length + to, line);
    }
  }
  const nodes = drawn.map(([, gathered]) => nodeOf(gathered));
  const edges = [...lines.values()].sort((left, right) => left.from - right.from || left.to - right.to);
  return {
    nodes,
    notes,
    edges: edges.map(({ from, to, words }) => ({
      ...{ from, to },
      label:
        edges.length > MOST_EDGE_LABELS
          ? ''
          : [...words]
              .filter((word) => word !== '')
              .sort(byCodeUnit)
              .slice(0, 3)
              .join(', '),
      hot: isOff(nodes[from]) && isOff(nodes[to]),
    })),
  };
}

/** Without files that the node uses through a template, where that is drawn. */
function usesToDraw(graph: Graph, user: NodeId, isDrawn: (id: NodeId) => boolean): Edge[] {
  const edges = graph.usesOf(user);
  const templates = edges.filter(({ node }) => graph.kindOf(node) === 'template' && isDrawn(node));
  const held = new Set(templates.flatMap(({ node }) => filesOfTemplate(graph, node)));
  return held.size === 0 ? edges : edges.filter(({ node }) => !held.has(node));
}

function filesOfTemplate(graph: Graph, id: NodeId): NodeId[] {
  return graph.usesOf(id).flatMap((edge) => (edge.kind === 'file' ? [edge.node] : []));
}

function isOff(node: PictureNode | undefined): boolean {
  return node?.status === 'stale' || node?.status === 'missing';
}

interface Gathered {
  readonly stand: Stand;
  members: number;
  readonly statuses: Set<NodeStatus>;
  affected: boolean;
  marked: boolean;
}

function gatherStands(
  scene: Scene,
  standFor: (id: NodeId) => Stand,
): { stands: Map<string, Gathered>; standOf: (id: NodeId) => string | undefined } {
  const stands = new Map<string, Gathered>();
  const keys = new Map<NodeId, string>();
  // Groups are one object for all their members, which spares making their keys.
  const known = new Map<Stand, string>();
  for (const id of scene.nodes) {
    const stand = standFor(id);
    const key = known.get(stand) ?? `${stand.kind}\0${stand.name}\0${stand.group ? 'group' : 'node'}`;
    if (stand.group) known.set(stand, key);
    const gathered = stands.get(key) ?? { stand, members: 0, statuses: new Set(), affected: false, marked: false };
    stands.set(key, gathered);
    keys.set(id, key);
    // What merely goes with another node is not counted: a page with its source is one page.
    if (stand.kind === scene.graph.kindOf(id)) gathered.members += scene.graph.factsOf(id).members ?? 1;
    gathered.statuses.add(scene.statusOf(id));
    gathered.affected ||= scene.isAffected(id);
    gathered.marked ||= scene.isMarked(id);
  }
  return { stands, standOf: (id) => keys.get(id) };
}

const WORST_FIRST: readonly NodeStatus[] = ['stale', 'missing', 'unknown', 'fresh', 'tracked file'];

function nodeOf({ stand, members, statuses, affected, marked }: Gathered): PictureNode {
  const { kind, name, title, group } = stand;
  const short = shortText(visibleText(title), LONGEST_LABEL);
  return {
    ...{ kind, name, affected, marked },
    members: group ? members : 1,
    label: group ? `${short}: ${countOfKind(kind, members)}` : short,
    status: WORST_FIRST.find((status) => statuses.has(status)) ?? 'fresh',
  };
}
