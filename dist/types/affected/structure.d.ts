import type { PlacedPage } from './placed-page.ts';
import type { ReasonKind } from './reason.ts';
import { type Topic } from './topics.ts';
/** The pages of a site, then and now, by path. */
export interface SitePages {
    readonly before: ReadonlyMap<string, PlacedPage>;
    readonly after: ReadonlyMap<string, PlacedPage>;
}
/** What is touched by pages that came, went or moved, each with the page that is the first to do so. */
export interface Moved {
    readonly topic: Topic;
    readonly via: string;
    readonly kind: ReasonKind;
}
export interface StructureOptions extends SitePages {
    /** Pages that came, went or changed in what places them, in order. */
    readonly changed: readonly string[];
    readonly contentDir: string;
    /** Whether the configuration lists the menu. If not, sections make it. */
    readonly listsMenu: boolean;
    /** Pages without a source in the content folder: they come after the others in Bengal's walk. */
    readonly others: readonly string[];
}
/**
 * What lists of pages hold, before and after: of folders, of tags, of the whole site, of neighbours, of related pages.
 * Each list is made and sorted once, however many pages changed in it.
 */
export declare function movedInStructure(options: StructureOptions): Moved[];
/** Bengal walks folders in order of names: folders before files, but for the content folder, where both are mixed. */
export declare function compareWalk(contentDir: string): (left: string, right: string) => number;
