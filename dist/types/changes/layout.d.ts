import { type SitePath } from '../core/paths.ts';
/** Where a site keeps what, relative to its root. */
export interface SiteLayout {
    readonly contentDir: SitePath;
    readonly outputDir: SitePath;
    /** Files that feed the configuration now. Others below `config/` belong to environments that are not built. */
    readonly configFiles: readonly string[];
}
/** What a source is for, as its place tells. */
export type SourceRole = {
    readonly kind: 'page';
}
/** Beside the pages: an image, a snippet to include. */
 | {
    readonly kind: 'content-resource';
} | {
    readonly kind: 'template';
    readonly name: string;
} | {
    readonly kind: 'data';
} | {
    readonly kind: 'asset';
    readonly name: string;
} | {
    readonly kind: 'static';
} | {
    readonly kind: 'config';
    readonly active: boolean;
}
/** Theme settings, translations: used by every page. */
 | {
    readonly kind: 'site-wide';
}
/** Somewhere else: known only because the state names it. */
 | {
    readonly kind: 'other';
};
/** Folders that hold sources, besides those that the state names. */
export declare function sourceFolders(layout: SiteLayout): readonly string[];
export declare function roleOf(path: string, layout: SiteLayout): SourceRole;
/** The name under which pages record a theme's template: what follows its last `templates/` folder. */
export declare function templateNameOfExternal(path: string): string | undefined;
/** Folders and own name below `data/`, by which templates reach a data file. */
export declare function partsOfData(path: string): string[];
