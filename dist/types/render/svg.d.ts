import { type Picture } from './picture.ts';
/** An SVG picture, laid out by Graphviz. Stands alone and can be put into a page; nothing in it runs or loads anything. */
export declare function svg(picture: Picture, title?: string): Promise<string>;
