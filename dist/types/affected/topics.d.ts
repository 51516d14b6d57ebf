/**
 * What reads depend on and what changes touch, as words. A read is touched if a change touches one of its topics. A
 * topic names a thing and a side of it; `is` is whether the thing is there, and which one of its name.
 */
export type Topic = string;
export type PageSide = 'is' | 'any' | 'any key' | 'key set' | 'text' | 'lead' | 'words' | 'minutes' | 'address' | 'home' | 'walk' | 'related' | 'variants' | 'beside';
export type SectionSide = 'is' | 'key set' | 'order below' | 'any below' | 'keys below' | 'any key' | 'members' | 'order' | 'members below' | 'subsections' | 'words';
export type SiteSide = 'pages' | 'top pages' | 'any tag' | 'has tags' | 'any page' | 'sections' | 'tags' | 'menu' | 'translations' | 'autodoc' | 'documented' | 'series' | 'navigation' | 'any setting' | 'text';
export declare const topic: {
    readonly page: (path: string, side: PageSide) => Topic;
    /** A front matter key of a page, with what cascades to it. */
    readonly key: (path: string, key: string) => Topic;
    /** A front matter key of whatever page. */
    readonly anyPagesKey: (key: string) => Topic;
    readonly section: (folder: string, side: SectionSide) => Topic;
    readonly sectionKey: (folder: string, key: string) => Topic;
    readonly site: (side: SiteSide) => Topic;
    readonly tag: (slug: string) => Topic;
    /** The menus of one language. */
    readonly menuIn: (language: string) => Topic;
    readonly template: (name: string) => Topic;
    readonly asset: (name: string) => Topic;
    /** All assets with this ending: what is bundled into them, or stands in their place, may be another file. */
    readonly assets: (ending: string) => Topic;
    readonly icon: (name: string) => Topic;
    readonly file: (path: string) => Topic;
    readonly listing: (folder: string) => Topic;
    /** The value at a path into `site.data`. */
    readonly data: (path: readonly string[]) => Topic;
    /** The same, as something that the value of a read lies in. */
    readonly dataAbove: (path: readonly string[]) => Topic;
    /** Whether there is something at a path into `site.data`, and whether it is a mapping. */
    readonly dataThere: (path: readonly string[]) => Topic;
    /** Which keys there are at a path into `site.data`. */
    readonly dataKeys: (path: readonly string[]) => Topic;
    readonly setting: (path: string) => Topic;
    readonly look: (question: string) => Topic;
    readonly clock: (format: string) => Topic;
    /** Whether a page lies there, from the root of the site. */
    readonly address: (url: string) => Topic;
    readonly root: () => Topic;
};
export declare function endingOf(name: string): string;
/** A setting, whatever it lies in, and whatever lies in it. `''`: all. */
export declare function settingTopics(path: string): Topic[];
/** All that reads a setting that changed, or something that it lies in: `params.motto` is part of `params`. */
export declare function settingTouches(path: string): Topic[];
