import type { Report } from '../report/report.ts';
import { affectedPicture } from './affected-picture.ts';
import { columnsSvg } from './columns-svg.ts';

/** What one can take in on a page that scrolls. */
const MOST_NODES = 80;
const WHOLE_GRAPH = 'bengal-cache graph draws how the whole site hangs together.';

/** What changed and what that affects, as SVG: the picture that lies beside the report of a run. */
export function runSvg(report: Report): string {
  const picture = affectedPicture(report, { mostNodes: MOST_NODES });
  const notes = picture.nodes.length === 0 ? ['Nothing changed that any page is made from.'] : picture.notes;
  return columnsSvg({ ...picture, notes: [...notes, WHOLE_GRAPH] });
}
