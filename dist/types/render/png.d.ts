import type { Picture } from './picture.ts';
export interface PngOptions {
    /** Pixels for each unit of the SVG; 2 when absent, for screens of today. */
    readonly scale?: number;
}
/** Says in the picture itself that it has boxes instead of some letters, so that nobody takes them for names. */
export declare function noteBoxes(picture: Picture): Picture;
/**
 * Draws an SVG picture as PNG, with a font that it brings along: the same pixels on every machine. Letters that are not
 * Latin, Greek, Cyrillic or Hebrew come out as boxes.
 */
export declare function png(svg: string, { scale }?: PngOptions): Promise<Uint8Array>;
