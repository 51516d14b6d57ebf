import type { PageSide, SectionSide, SiteSide } from './topics.ts';
export declare function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined;
/** Front matter that an attribute of a page is made from. */
export declare const KEYS_OF: Readonly<Record<string, readonly string[]>>;
/** Where a page may appear: `visibility` and its short forms. */
export declare const VISIBILITY: string[];
export declare const VISIBLE: ReadonlySet<string>;
/** What a page is made of, by the attribute that shows it. */
export declare const SIDES_OF: Readonly<Record<string, readonly PageSide[]>>;
/** Told by the page's place alone, or by what it is. */
export declare const SETTLED: ReadonlySet<string>;
export declare const MEMBERS: readonly SectionSide[];
export declare const SECTION_SIDES: Readonly<Record<string, readonly SectionSide[]>>;
export declare const SECTION_KEYS: Readonly<Record<string, readonly string[]>>;
/** Attributes of the site, by the settings that they show. Others may show anything. */
export declare const SITE_SETTINGS: Readonly<Record<string, readonly string[]>>;
export declare const SITE_SIDES: Readonly<Record<string, readonly SiteSide[]>>;
