import type { Picture } from './picture.ts';
/**
 * Where there are many edges, leaves out those of templates and files that nearly everything uses, and says so: how many
 * use one stands beside its name. Edges from what changed always stay.
 */
export declare function thinHubs(picture: Picture): Picture;
