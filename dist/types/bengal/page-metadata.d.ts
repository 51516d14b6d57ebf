import { type JsonObject } from '../core/json.ts';
import { type StateFile } from './state-file.ts';
/** Page key -> what Bengal noted of its front matter (`title`, `date`, `tags`, `section`, `file_hash`, ...). */
export declare function readPageMetadata(file: StateFile): Map<string, JsonObject>;
