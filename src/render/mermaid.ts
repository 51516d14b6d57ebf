import { NODE_STATUSES, type NodeKind, type NodeStatus } from '../graph/kinds.ts';
import type { Report } from '../report/report.ts';
import { affectedPicture } from './affected-picture.ts';
import { AFFECTED_OUTLINE, AFFECTED_WORDS, HOT_LINE, LEGEND_WORDS, STATUS_COLOURS } from './palette.ts';
import type { Picture, PictureNode } from './picture.ts';
import { visibleText } from './visible.ts';

/** GitHub shows no more than this, and says so in place of the picture. */
export const MERMAID_LIMITS = { characters: 50_000, edges: 500 } as const;

/** A Mermaid flowchart from the changed files to the pages that they affect, within GitHub's limits. */
export function affectedMermaid(report: Report): string {
  // Its two colours are changed and affected, left and right, as the words around it say: no legend is needed.
  return mermaid(affectedPicture(report, { accepts: fitsMermaid }), { legend: false });
}

/** Whether GitHub would show it. */
export function fitsMermaid(picture: Picture): boolean {
  // The lines that hold the legend together count too.
  const edges = picture.edges.length + Object.keys(STATUS_CLASSES).length + picture.notes.length + 1;
  return edges < MERMAID_LIMITS.edges && mermaid(picture).length < MERMAID_LIMITS.characters;
}

/** A Mermaid flowchart. Deterministic; no name can leave its label. */
export function mermaid({ nodes, edges, notes }: Picture, { legend = true } = {}): string {
  const hot = edges.flatMap((edge, index) => (edge.hot ? [index] : []));
  const lines = [
    'flowchart LR',
    ...nodes.map((node, index) => `  n${String(index)}${shape(node.kind, label(node.label))}:::${classOf(node)}`),
    ...edges.map(
      ({ from, to, label: words }) =>
        `  n${String(from)} -->${words === '' ? '' : `|"${label(words)}"|`} n${String(to)}`,
    ),
    ...(legend
      ? legendOf(nodes, notes)
      : notes.map((note, index) => `    lnote${String(index)}["${label(note)}"]:::note`)),
    ...classDefinitions(nodes),
    ...(notes.length === 0 ? [] : ['  classDef note fill:none,stroke:none']),
    ...(hot.length === 0 ? [] : [`  linkStyle ${hot.join(',')} stroke:${HOT_LINE},stroke-width:3px`]),
  ];
  return `${lines.join('\n')}\n`;
}

const STATUS_CLASSES: Readonly<Record<NodeStatus, string>> = {
  fresh: 'fresh',
  stale: 'stale',
  missing: 'missing',
  'tracked file': 'tracked',
  unknown: 'unknown',
};

function classOf({ status, affected, marked }: Pick<PictureNode, 'status' | 'affected' | 'marked'>): string {
  return `${STATUS_CLASSES[status]}${affected ? 'Affected' : ''}${marked ? 'Marked' : ''}`;
}

/** Each kind has a shape, so that colours alone tell nothing. */
function shape(kind: NodeKind, text: string): string {
  switch (kind) {
    case 'source':
    case 'data':
    case 'asset':
    case 'config':
    case 'external':
      return `["${text}"]`;
    case 'template':
      return `[/"${text}"/]`;
    case 'tag':
      return `{{"${text}"}}`;
    case 'page':
      return `(["${text}"])`;
    case 'output':
      return `[("${text}")]`;
    case 'stage':
      return `[["${text}"]]`;
    case 'function':
      return `("${text}")`;
  }
}

/** One row of boxes; lines that are not drawn keep them in it. */
function legendOf(nodes: readonly PictureNode[], notes: readonly string[]): string[] {
  const statuses = NODE_STATUSES.filter((status) => nodes.some((node) => node.status === status));
  const affected = nodes.find((node) => node.affected);
  const boxes = [
    ...statuses.map((status) => [`l${STATUS_CLASSES[status]}`, LEGEND_WORDS[status], STATUS_CLASSES[status]] as const),
    ...(affected === undefined
      ? []
      : [['laffected', AFFECTED_WORDS, classOf({ ...affected, marked: false })] as const]),
    ...notes.map((note, index) => [`lnote${String(index)}`, note, 'note'] as const),
  ];
  if (boxes.length === 0) return [];
  return [
    '  subgraph legend ["Legend"]',
    '    direction LR',
    ...boxes.map(([id, words, style]) => `    ${id}["${label(words)}"]:::${style}`),
    ...(boxes.length > 1 ? [`    ${boxes.map(([id]) => id).join(' ~~~ ')}`] : []),
    '  end',
    '  style legend fill:none,stroke:#868E96',
  ];
}

function classDefinitions(nodes: readonly PictureNode[]): string[] {
  const used = new Map(nodes.map((node) => [classOf(node), node]));
  // The legend shows each without what somebody asked for.
  for (const node of nodes) {
    used.set(classOf({ ...node, marked: false }), { ...node, marked: false });
    used.set(STATUS_CLASSES[node.status], { ...node, marked: false, affected: false });
  }
  const definitions = [...used.entries()].sort(([left], [right]) => (left < right ? -1 : 1));
  return definitions.map(([name, { status, affected, marked }]) => {
    const { fill, stroke, text } = STATUS_COLOURS[status];
    const line = affected ? AFFECTED_OUTLINE : stroke;
    const width = marked ? 5 : affected ? 3 : 1;
    return `  classDef ${name} fill:${fill},stroke:${line},stroke-width:${String(width)}px,color:${text}`;
  });
}

/** Within quotes Mermaid takes anything but quotes, and knows entities by number; markup and line ends are made inert. */
function label(text: string): string {
  return visibleText(text).replace(/[^\p{L}\p{N} ./_–-]/gu, (character) => `#${String(character.codePointAt(0))};`);
}
