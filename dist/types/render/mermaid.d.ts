import type { Report } from '../report/report.ts';
import type { Picture } from './picture.ts';
/** GitHub shows no more than this, and says so in place of the picture. */
export declare const MERMAID_LIMITS: {
    readonly characters: 50000;
    readonly edges: 500;
};
/** A Mermaid flowchart from the changed files to the pages that they affect, within GitHub's limits. */
export declare function affectedMermaid(report: Report): string;
/** Whether GitHub would show it. */
export declare function fitsMermaid(picture: Picture): boolean;
/** A Mermaid flowchart. Deterministic; no name can leave its label. */
export declare function mermaid({ nodes, edges, notes }: Picture, { legend }?: {
    legend?: boolean | undefined;
}): string;
