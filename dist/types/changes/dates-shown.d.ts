import type { ShownDates } from '../manifest/build-conditions.ts';
import { type SiteLayout } from './layout.ts';
import { type TemplateTree } from './template-uses.ts';
export interface ShownDatesOptions {
    /** Site root, absolute. */
    readonly site: string;
    readonly layout: SiteLayout;
    /** Every source, as a site path. */
    readonly sources: Iterable<string>;
    /** Every output, relative to the output directory. */
    readonly outputs: Iterable<string>;
}
/** Reads what time will make untrue: the ages that the pages show, and the dates that they may be ages of. */
export declare function readShownDates({ site, layout, sources, outputs }: ShownDatesOptions): ShownDates;
/** Whether a template or page reads files by their names, wherever they lie; so may a theme that is not on this machine. */
export declare function readsAnyFile(tree: TemplateTree): boolean;
/** Whether a template or page asks for the time by itself: then nobody knows how soon the pages are out of date. */
export declare function readsClock(tree: TemplateTree): boolean;
