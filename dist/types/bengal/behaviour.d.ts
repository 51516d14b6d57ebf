/**
 * How versions of Bengal behave where their state does not tell, as far as their builds and sources have shown it. A
 * version that is not listed is taken to behave in the way that costs more.
 */
export interface Behaviour {
    /** Whether `slug` in the front matter moves a page's output. In 0.5.1 a full build with another slug changes no page. */
    readonly slugMovesPage: boolean;
    /**
     * Whether nothing but a name leads a build to a file in `static/`, `data/` or beside the pages. In 0.5.1 nobody calls
     * what would copy `static/`; files beside a page count in the folder of an `index.md` alone.
     */
    readonly readsFilesByNameOnly: boolean;
    /** Data that its own themes and directives read, as `data/<name>.yaml` and its like. */
    readonly ownData: readonly string[];
}
export declare function behaviourOf(version: string | undefined): Behaviour;
