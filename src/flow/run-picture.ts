import { join } from 'node:path';
import { messageOf } from '../core/result.ts';
import { affectedPicture } from '../render/affected-picture.ts';
import { svg } from '../render/svg.ts';
import type { Analysis } from './analyse.ts';
import { drawSvg } from './graph-picture.ts';
import { GRAPH_FOLDER, viewGraph } from './graph-view.ts';
import { stagesIn } from './stage-graph.ts';

export type RunPicture =
  | { readonly kind: 'drawn'; readonly svg: string }
  /** `why` is a sentence without its full stop. */
  | { readonly kind: 'failed'; readonly why: string };

/**
 * A graph with more edges than this (about ten thousand pages) is not gone through for a picture that nobody may look at:
 * then only what changed is drawn, and what that affects.
 */
const MOST_EDGES = 250_000;

/** The graph of a run as SVG, what is affected outlined. Trouble with a picture is no reason to fail a build. */
export async function drawRun(run: Pick<Analysis, 'report' | 'graph' | 'stages'>, site: string): Promise<RunPicture> {
  try {
    return { kind: 'drawn', svg: await draw(run, site) };
  } catch (thrown) {
    return { kind: 'failed', why: `The dependency graph could not be drawn: ${messageOf(thrown)}` };
  }
}

async function draw(
  { report, graph, stages }: Pick<Analysis, 'report' | 'graph' | 'stages'>,
  site: string,
): Promise<string> {
  if (graph.edgeCount <= MOST_EDGES) {
    // What is kept there came out of a cache: it shall not name what is read on this machine.
    const kept = { folder: join(site, GRAPH_FOLDER), insideOnly: true };
    return await drawSvg(viewGraph({ report, graph }, { site, stages: stagesIn(stages), ...kept }));
  }
  const picture = affectedPicture(report, () => true);
  const note = 'Only what changed and what it affects; bengal-cache graph draws the rest.';
  return await svg({ ...picture, notes: [...picture.notes, note] });
}
