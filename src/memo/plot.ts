import { extname } from 'node:path';
import { UserError } from '../core/user-error.ts';
import { writeFileSync } from '../disk/node.ts';
import { isFileKind } from '../graph/kinds.ts';
import type { Graph, NodeId } from '../graph/model.ts';
import type { Statuses } from '../graph/status.ts';
import { dot } from '../render/dot.ts';
import { fitPicture, LARGE_PICTURE } from '../render/fit.ts';
import { fitsMermaid, mermaid, MERMAID_LIMITS } from '../render/mermaid.ts';
import { sceneOf, type Picture } from '../render/picture.ts';
import { noteBoxes, png } from '../render/png.ts';
import { svg } from '../render/svg.ts';

export interface PlotOptions {
  /** Whether stale calls and changed files are told apart by colour; they are when absent. */
  readonly highlightStale?: boolean;
  /** A file to write as well: `.svg`, `.png`, `.mmd` (Mermaid) or `.dot`. Its folder has to be there. */
  readonly output?: string;
}

/** How a picture becomes a file, by its ending. */
const FORMATS: Readonly<Record<string, (picture: Picture) => Promise<string | Uint8Array> | string>> = {
  '.svg': (picture) => svg(picture),
  '.png': async (picture) => png(await svg(noteBoxes(picture))),
  '.mmd': mermaid,
  '.dot': dot,
};

/**
 * Draws a graph, and answers the drawing: text, or the bytes of a PNG. An SVG where no file says another form.
 *
 * @throws UserError for a file with another ending.
 * @throws what the file system reports.
 */
export async function plotGraph(
  graph: Graph,
  statuses: Statuses,
  { highlightStale = true, output }: PlotOptions = {},
): Promise<string | Uint8Array> {
  const ending = output === undefined ? '.svg' : extname(output).toLowerCase();
  const draw = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
  if (draw === undefined) {
    const known = Object.keys(FORMATS).join(', ');
    throw new UserError([`Expected a picture that ends in one of ${known}, got ${JSON.stringify(output)}`]);
  }
  const scene = sceneOf({ graph, statuses: highlightStale ? statuses : unlookedAt(graph, statuses) });
  const limits = { mostEdges: MERMAID_LIMITS.edges - 1, accepts: fitsMermaid };
  const drawing = await draw(fitPicture(scene, ending === '.mmd' ? { ...LARGE_PICTURE, ...limits } : LARGE_PICTURE));
  if (output !== undefined) writeFileSync(output, drawing);
  return drawing;
}

/** As if nobody had looked whether anything changed; what is not there is not there all the same. */
function unlookedAt(graph: Graph, statuses: Statuses): Statuses {
  const of = (id: NodeId): ReturnType<Statuses['of']> => {
    if (statuses.of(id) === 'missing') return 'missing';
    return isFileKind(graph.kindOf(id)) ? 'tracked file' : 'fresh';
  };
  return { of, isTold: () => false, stale: [], causes: [] };
}
