import { NODE_STATUSES, type NodeKind } from '../graph/kinds.ts';
import { AFFECTED_OUTLINE, AFFECTED_WORDS, HOT_LINE, LEGEND_WORDS, PLAIN_LINE, STATUS_COLOURS } from './palette.ts';
import { describeNode, type Picture, type PictureEdge, type PictureNode } from './picture.ts';
import { visibleText } from './visible.ts';

/** Graphviz lays boxes out by the measures of this font; those that stand in for it where it is missing have the same. */
export const FONT = 'Arial';

/** A graph in the DOT language, for Graphviz and whatever else reads it. Deterministic; no name can leave its quotes. */
export function dot(picture: Picture): string {
  const { nodes, edges } = picture;
  const lines = [
    'digraph dependencies {',
    `  graph [rankdir=LR, fontname=${FONT}, fontsize=11, bgcolor="#FFFFFF", pad=0.3, nodesep=0.18, ranksep=0.9, labelloc=b, label=<${legend(picture)}>]`,
    `  node [fontname=${FONT}, fontsize=11, shape=box, style=filled, height=0.3, margin="0.12,0.05"]`,
    `  edge [fontname=${FONT}, fontsize=9, fontcolor="#495057", arrowsize=0.6]`,
    ...nodes.map((node, index) => `  n${String(index)} [${nodeAttributes(node)}]`),
    ...edges.map((edge) => `  n${String(edge.from)} -> n${String(edge.to)} [${edgeAttributes(edge)}]`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function nodeAttributes(node: PictureNode): string {
  const { fill, stroke, text } = STATUS_COLOURS[node.status];
  const width = node.marked ? 4 : node.affected ? 2.5 : 1;
  return [
    `label=${quoted(node.label)}`,
    `tooltip=${quoted(describeNode(node))}`,
    `fillcolor="${fill}"`,
    `color="${node.affected ? AFFECTED_OUTLINE : stroke}"`,
    `fontcolor="${text}"`,
    `penwidth=${String(width)}`,
    ...shapeOf(node.kind),
    ...(node.members > 1 ? ['peripheries=2'] : []),
  ].join(', ');
}

/** Each kind has a shape, so that colours alone tell nothing. */
function shapeOf(kind: NodeKind): string[] {
  switch (kind) {
    case 'source':
    case 'data':
    case 'asset':
    case 'config':
    case 'external':
      return [];
    case 'template':
      return ['shape=note'];
    case 'tag':
      return ['shape=hexagon'];
    case 'page':
    case 'function':
      return ['style="filled,rounded"'];
    case 'output':
      return ['shape=cds'];
    case 'stage':
      return ['shape=component'];
  }
}

function edgeAttributes({ label, hot }: PictureEdge): string {
  return [
    `color="${hot ? HOT_LINE : PLAIN_LINE}"`,
    ...(hot ? ['penwidth=2'] : []),
    ...(label === '' ? [] : [`label=${quoted(label)}`]),
  ].join(', ');
}

/** Graphviz reads backslashes as commands and `&` as the start of an entity, even within quotes. */
function quoted(text: string): string {
  return `"${visibleText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;')}"`;
}

/** A row of boxes below the picture, and what it leaves out. */
function legend({ nodes, notes }: Picture): string {
  const statuses = NODE_STATUSES.filter((status) => nodes.some((node) => node.status === status));
  const cells = statuses.map((status) => {
    const { fill, stroke, text } = STATUS_COLOURS[status];
    return cell({ text: LEGEND_WORDS[status], fill, stroke, colour: text, border: 1 });
  });
  const affected = nodes.find((node) => node.affected);
  if (affected !== undefined) {
    const { fill, text } = STATUS_COLOURS[affected.status];
    cells.push(cell({ text: AFFECTED_WORDS, fill, stroke: AFFECTED_OUTLINE, colour: text, border: 3 }));
  }
  const width = Math.max(1, cells.length);
  const rows = [
    cells.length === 0 ? '<TR><TD>Nothing to draw.</TD></TR>' : `<TR>${cells.join('')}</TR>`,
    ...notes.map((note) => `<TR><TD COLSPAN="${String(width)}" BORDER="0">${escapeXml(note)}</TD></TR>`),
  ];
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="8" CELLPADDING="4">${rows.join('')}</TABLE>`;
}

interface Cell {
  readonly text: string;
  readonly fill: string;
  readonly stroke: string;
  readonly colour: string;
  readonly border: number;
}

function cell({ text, fill, stroke, colour, border }: Cell): string {
  return `<TD BGCOLOR="${fill}" COLOR="${stroke}" BORDER="${String(border)}"><FONT COLOR="${colour}">${escapeXml(text)}</FONT></TD>`;
}

function escapeXml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);
}
