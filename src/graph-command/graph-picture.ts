import type { NodeId } from '../graph/model.ts';
import { subgraph } from '../graph/shape.ts';
import { dot } from '../render/dot.ts';
import { explorerPage } from '../render/explorer.ts';
import { fitPicture, LARGE_PICTURE, type Fit } from '../render/fit.ts';
import { fitsMermaid, mermaid, MERMAID_LIMITS } from '../render/mermaid.ts';
import { sceneOf, type Picture, type Scene } from '../render/picture.ts';
import { noteBoxes, png } from '../render/png.ts';
import { svg } from '../render/svg.ts';
import { graphData, graphText } from './graph-text.ts';
import type { GraphView } from './graph-view.ts';

export const GRAPH_FORMATS = ['mermaid', 'dot', 'svg', 'png', 'html', 'json', 'text'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** What of the graph is shown. */
export interface GraphChoice {
  readonly focus?: readonly NodeId[];
  /** Steps from the focus; two when absent. */
  readonly depth?: number;
  readonly only?: 'stale' | 'affected';
  readonly collapse?: boolean;
}

/** The graph in a format: text, or the bytes of an image. */
export async function renderGraph(
  view: GraphView,
  format: GraphFormat,
  choice: GraphChoice = {},
): Promise<string | Uint8Array> {
  const scene = sceneFor(view, choice);
  const picture = (): Picture => pictureFor(scene, view, { ...LARGE_PICTURE, ...collapsed(choice) });
  switch (format) {
    case 'mermaid':
      return mermaid(
        pictureFor(scene, view, {
          ...LARGE_PICTURE,
          mostEdges: MERMAID_LIMITS.edges - 1,
          accepts: fitsMermaid,
          ...collapsed(choice),
        }),
      );
    case 'dot':
      return dot(picture());
    case 'svg':
      return svg(picture());
    case 'png':
      return png(await svg(noteBoxes(picture())));
    case 'html':
      return explore(view, scene);
    case 'json':
      return `${JSON.stringify(graphData(view, scene.nodes), null, 2)}\n`;
    case 'text':
      return graphText(view, choice.focus ?? (choice.only === undefined ? undefined : scene.nodes));
  }
}

function sceneFor({ graph, statuses, affected }: GraphView, { focus, depth, only }: GraphChoice): Scene {
  return sceneOf({
    ...{ graph, statuses, affected },
    ...(focus === undefined ? {} : { focus }),
    ...(depth === undefined ? {} : { radius: depth }),
    ...(only === undefined ? {} : { only }),
  });
}

function collapsed({ collapse }: GraphChoice): Pick<Fit, 'collapse'> {
  return collapse === undefined ? {} : { collapse };
}

function pictureFor(scene: Scene, { doubts }: GraphView, fit: Fit): Picture {
  const said = doubts.slice(0, 5).map((doubt) => `Every page may be affected: ${doubt}`);
  const picture = fitPicture(scene, fit);
  return { ...picture, notes: [...picture.notes, ...said] };
}

/** The whole of the choice, with a picture to begin with. */
async function explore(view: GraphView, scene: Scene): Promise<string> {
  const chosen = subgraph(view.graph, scene.nodes);
  const original = (id: NodeId): NodeId => view.graph.find(chosen.kindOf(id), chosen.nameOf(id)) ?? id;
  return explorerPage({
    graph: chosen,
    statusOf: (id) => scene.statusOf(original(id)),
    isAffected: (id) => scene.isAffected(original(id)),
    overview: await svg(pictureFor(scene, view, LARGE_PICTURE)),
  });
}
