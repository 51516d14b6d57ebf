import { type Picture } from './picture.ts';
/** Graphviz lays boxes out by the measures of this font; those that stand in for it where it is missing have the same. */
export declare const FONT = "Arial";
/** A graph in the DOT language, for Graphviz and whatever else reads it. Deterministic; no name can leave its quotes. */
export declare function dot(picture: Picture): string;
