import type { Graph } from '../graph/model.ts';
import type { Statuses } from '../graph/status.ts';
export interface PlotOptions {
    /** Whether stale calls and changed files are told apart by colour; they are when absent. */
    readonly highlightStale?: boolean;
    /** A file to write as well: `.svg`, `.png`, `.mmd` (Mermaid) or `.dot`. Its folder has to be there. */
    readonly output?: string;
}
/**
 * Draws a graph, and answers the drawing: text, or the bytes of a PNG. An SVG where no file says another form.
 *
 * @throws UserError for a file with another ending.
 * @throws what the file system reports.
 */
export declare function plotGraph(graph: Graph, statuses: Statuses, { highlightStale, output }?: PlotOptions): Promise<string | Uint8Array>;
