import { type JsonObject } from '../core/json.ts';
/**
 * Folders and files that API documentation is made from, as the configuration names them, relative to the site; `../`
 * leads out of it. A module that only Python can find is looked for beside the site, as Bengal's own key does.
 */
export declare function findDocumented(config: JsonObject): readonly string[];
