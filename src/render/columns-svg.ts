import { NODE_STATUSES } from '../graph/kinds.ts';
import { escapeHtml } from './html.ts';
import { AFFECTED_OUTLINE, AFFECTED_WORDS, HOT_LINE, LEGEND_WORDS, PLAIN_LINE, STATUS_COLOURS } from './palette.ts';
import { describeNode, type Picture, type PictureEdge, type PictureNode } from './picture.ts';

const FONTS = "Arial,Arimo,'Liberation Sans',Helvetica,sans-serif";
const FONT_SIZE = 11;
const ROW = 34;
const BOX_HEIGHT = 24;
const BETWEEN_COLUMNS = 150;
const MARGIN = 20;
/** Wider than most text of this size is; scripts with square letters are measured apart. */
const LETTER_WIDTH = 6.6;
const SQUARE_LETTER = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\uffef]|\p{Extended_Pictographic}/u;

/**
 * An SVG picture of causes on the left and what they lead to on the right, one row each. Two columns need no layout
 * engine, whose start alone would cost a build more than all other steps before it. Stands alone and can be put into a
 * page; nothing in it runs or loads anything. Deterministic.
 */
export function columnsSvg(picture: Picture, title = 'What changed and what it affects'): string {
  const { nodes, edges, notes } = picture;
  const { places, widths, rows } = placeInColumns(picture);
  const words = legendOf(picture);
  const below = MARGIN + rows * ROW;
  const height = below + (words.length + notes.length) * ROW + MARGIN;
  const width =
    2 * MARGIN +
    Math.max(
      widths.left + BETWEEN_COLUMNS + widths.right,
      ...words.map(({ text }) => boxWidth(text)),
      ...notes.map(textWidth),
    );
  const label = `${title}: ${String(nodes.length)} nodes, ${String(edges.length)} edges`;
  return [
    `<svg role="img" aria-label="${escapeHtml(label)}" xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" font-family="${FONTS}" font-size="${String(FONT_SIZE)}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<rect width="100%" height="100%" fill="#FFFFFF"/>`,
    ...edges.flatMap((edge) => drawEdge(edge, places)),
    ...nodes.flatMap((node, index) => {
      const place = places[index];
      return place === undefined ? [] : [drawBox(place, node.label, { ...styleOf(node), title: describeNode(node) })];
    }),
    ...words.map(({ text, ...style }, index) =>
      drawBox({ x: MARGIN, y: below + index * ROW, width: boxWidth(text) }, text, {
        ...style,
        title: text,
        legend: true,
      }),
    ),
    ...notes.map((note, index) => {
      const y = below + (words.length + index) * ROW + BOX_HEIGHT / 2;
      return drawText(note, { x: MARGIN, y, colour: '#1B1B1B', anchor: 'start' });
    }),
    '</svg>\n',
  ].join('\n');
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Columns {
  /** By the index of the node. */
  readonly places: readonly (Place | undefined)[];
  readonly widths: { readonly left: number; readonly right: number };
  readonly rows: number;
}

/** Whatever is made from something stands on the right, near the middle of what it is made from. */
function placeInColumns({ nodes, edges }: Picture): Columns {
  const causesOf = new Map<number, number[]>();
  for (const { from, to } of edges) causesOf.set(to, [...(causesOf.get(to) ?? []), from]);
  const indexes = nodes.map((_, index) => index);
  const isResult = (index: number): boolean => causesOf.has(index) || nodes[index]?.affected === true;
  const left = indexes.filter((index) => !isResult(index));
  const rowOf = new Map(left.map((index, row) => [index, row]));
  const middle = (index: number): number => {
    const rows = (causesOf.get(index) ?? []).map((cause) => rowOf.get(cause) ?? 0);
    return rows.reduce((sum, row) => sum + row, 0) / Math.max(1, rows.length);
  };
  const right = indexes.filter(isResult).toSorted((one, other) => middle(one) - middle(other) || one - other);
  const widthOf = (column: readonly number[]): number =>
    Math.max(0, ...column.map((index) => boxWidth(nodes[index]?.label ?? '')));
  const widths = { left: widthOf(left), right: widthOf(right) };
  const rows = Math.max(left.length, right.length);
  const places: (Place | undefined)[] = [];
  const put = (column: readonly number[], x: number, width: number): void => {
    for (const [row, index] of column.entries())
      places[index] = { x, y: MARGIN + (row + (rows - column.length) / 2) * ROW, width };
  };
  put(left, MARGIN, widths.left);
  put(right, MARGIN + (left.length === 0 ? 0 : widths.left + BETWEEN_COLUMNS), widths.right);
  return { places, widths, rows };
}

interface BoxStyle {
  readonly fill: string;
  readonly stroke: string;
  readonly colour: string;
  readonly line: number;
  readonly round: boolean;
}

/** Pages are round and what they are made from is not, so that colours alone tell nothing. */
function styleOf({ status, affected, kind }: Pick<PictureNode, 'status' | 'affected' | 'kind'>): BoxStyle {
  const { fill, stroke, text } = STATUS_COLOURS[status];
  return {
    ...{ fill, colour: text, round: kind === 'page' },
    stroke: affected ? AFFECTED_OUTLINE : stroke,
    line: affected ? 2.5 : 1,
  };
}

function drawBox(
  { x, y, width }: Place,
  label: string,
  {
    fill,
    stroke,
    colour,
    line,
    round,
    title,
    legend = false,
  }: BoxStyle & { readonly title: string; readonly legend?: boolean },
): string {
  const rect = `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${String(BOX_HEIGHT)}" rx="${round ? '12' : '2'}" fill="${fill}" stroke="${stroke.toLowerCase()}" stroke-width="${String(line)}"/>`;
  const text = drawText(label, { x: x + width / 2, y: y + BOX_HEIGHT / 2, colour, anchor: 'middle' });
  return `<g class="${legend ? 'legend' : 'node'}"><title>${escapeHtml(title)}</title>${rect}${text}</g>`;
}

interface Text {
  readonly x: number;
  /** Of the middle of the line. */
  readonly y: number;
  readonly colour: string;
  readonly anchor: 'start' | 'middle';
}

function drawText(text: string, { x, y, colour, anchor }: Text): string {
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" dominant-baseline="central" fill="${colour}">${escapeHtml(text)}</text>`;
}

function drawEdge({ from, to, hot, label }: PictureEdge, places: Columns['places']): string[] {
  const [start, end] = [places[from], places[to]];
  if (start === undefined || end === undefined) return [];
  const [x1, x2] = [start.x + start.width, end.x];
  const [y1, y2] = [start.y + BOX_HEIGHT / 2, end.y + BOX_HEIGHT / 2];
  const bend = (x2 - x1) / 2;
  const path = `M${px(x1)} ${px(y1)}C${px(x1 + bend)} ${px(y1)} ${px(x2 - bend)} ${px(y2)} ${px(x2)} ${px(y2)}`;
  const line = `<path d="${path}" fill="none" stroke="${hot ? HOT_LINE : PLAIN_LINE}" stroke-width="${hot ? '2' : '1'}"/>`;
  return [`<g class="edge">${label === '' ? '' : `<title>${escapeHtml(label)}</title>`}${line}</g>`];
}

function legendOf({ nodes }: Picture): readonly (BoxStyle & { readonly text: string })[] {
  const statuses = NODE_STATUSES.filter((status) => nodes.some((node) => node.status === status));
  const affected = nodes.find((node) => node.affected);
  return [
    ...statuses.map((status) => ({
      ...styleOf({ status, affected: false, kind: 'source' }),
      text: LEGEND_WORDS[status],
    })),
    ...(affected === undefined ? [] : [{ ...styleOf(affected), text: AFFECTED_WORDS }]),
  ];
}

function boxWidth(label: string): number {
  return Math.ceil(textWidth(label)) + 18;
}

function textWidth(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (SQUARE_LETTER.test(letter) ? FONT_SIZE + 1 : LETTER_WIDTH), 0);
}

/** Two decimals, as short as they get. */
function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
