import { type FileRef } from '../bengal/file-ref.ts';
import { type SiteLayout } from './layout.ts';
interface Tree {
    /** Site root, absolute. */
    readonly site: string;
    readonly layout: SiteLayout;
    /** Every source, as a site path. */
    readonly sources: Iterable<string>;
}
export interface TemplateTree extends Tree {
    /** Templates outside the site, as the state names them. */
    readonly external: Iterable<FileRef>;
}
/** A template by the name under which pages record it. */
export interface TemplateText {
    readonly name: string;
    readonly text: string;
}
/** Each template but for Bengal's own; `undefined` when one is not on this machine. */
export declare function readTemplates({ site, layout, sources, external }: TemplateTree): TemplateText[] | undefined;
/** Whether a source reaches data files without naming them. */
export declare function goesThroughData(text: string): boolean;
/** File -> words of which a page has to hold one to use it. */
export type WordsOfFiles = ReadonlyMap<string, readonly string[]>;
/** An include or an image has to be named by whoever uses it. */
export declare function wordsOfResources(files: readonly string[]): WordsOfFiles;
/** Directives name the file; expressions in pages go the same way as templates. */
export declare function wordsOfData(files: readonly string[]): WordsOfFiles;
/** Icons are written into texts by their names. */
export declare function wordsOfIcons(files: readonly string[]): WordsOfFiles;
/**
 * Changed templates that shortcodes are made of, with the names of those shortcodes: of itself, and of each that uses
 * it, be it through other templates. Bengal records neither.
 */
export declare function readWordsOfShortcodes(templates: readonly string[], { site, layout, sources }: Tree): WordsOfFiles;
/** For each file, the pages whose source holds one of its words. */
export declare function readNamingPages(words: WordsOfFiles, { site, layout, sources }: Tree): Map<string, string[]>;
/** For each changed module, the modules that import something by its name: they can document what it holds. */
export declare function readImporters(changed: readonly string[], modules: readonly string[], site: string): Map<string, string[]>;
export {};
