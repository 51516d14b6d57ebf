import type { JsonValue } from '../core/json.ts';
/**
 * JSON as Python's `json.dump(value, file, indent=2)` writes it: ASCII, two spaces a level, empty containers closed at
 * once, no newline at the end. This is the form of Bengal's `indexes/*.json`
 * (https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/query_index.py, `save_to_disk`). Long integers stay exact.
 */
export declare function indentedJson(value: JsonValue): string;
