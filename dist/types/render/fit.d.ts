import { type Picture, type Scene } from './picture.ts';
export interface Fit {
    /** More nodes than this are not drawn one by one. */
    readonly mostNodes: number;
    readonly mostEdges: number;
    /** Whether a format can show it; its own limits. */
    readonly accepts?: (picture: Picture) => boolean;
    /** Put sections together even if everything would fit. */
    readonly collapse?: boolean;
}
/** As much as one can take in, and as Graphviz lays out in a moment. */
export declare const LARGE_PICTURE: {
    readonly mostNodes: 150;
    readonly mostEdges: 400;
};
/**
 * Draws a scene so that it can be seen. Nothing is left out before everything that belongs together was put together:
 * first a page with its source and its outputs, then the nodes of each section that are alike, then the small sections.
 */
export declare function fitPicture(scene: Scene, fit: Fit): Picture;
