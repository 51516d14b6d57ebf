export interface PngOptions {
    /** Pixels for each unit of the SVG; 2 when absent, for screens of today. */
    readonly scale?: number;
}
/** Draws an SVG picture as PNG, with a font that it brings along: the same pixels on every machine. */
export declare function png(svg: string, { scale }?: PngOptions): Promise<Uint8Array>;
