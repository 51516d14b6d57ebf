import type { StageNode } from '../graph/stages.ts';
import type { StageContext } from '../stages/check.ts';
import { type StageReport } from '../stages/node.ts';
/** The stages of a site, for its graph and for its report. */
export interface SiteStages {
    readonly nodes: readonly StageNode[];
    readonly reports: readonly StageReport[];
}
/** From the text of a file of stages to how they stand. `file` is its name, for messages; bad input is a `UserError`. */
export declare function stagesOfSite({ text, file }: {
    readonly text: string;
    readonly file: string;
}, context: StageContext): Promise<SiteStages>;
