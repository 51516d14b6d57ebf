import type { StageNode } from '../graph/stages.ts';
import type { StageContext } from '../stages/check.ts';
import { type StageReport } from '../stages/stage-node.ts';
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
export type FoundStages = (SiteStages & {
    readonly kind: 'found';
})
/** The site has no file of stages. */
 | {
    readonly kind: 'none';
}
/** `why` is a sentence without its full stop. */
 | {
    readonly kind: 'unusable';
    readonly why: string;
};
/**
 * The stages of a site and how they stand, for those who only tell: whatever is wrong with them is a sentence, for it
 * concerns neither the build nor the other parts of what is told. `file` is relative to `context.root`.
 */
export declare function findStages(context: StageContext, file?: string): Promise<FoundStages>;
/** As nodes of a graph. */
export declare function stagesIn(stages: FoundStages): readonly StageNode[];
