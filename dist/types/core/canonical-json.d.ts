/**
 * JSON of any parsed value with the keys of mappings in code-unit order, so that equal values give equal text and
 * different ones never do. What JSON does not have (dates, sets, integers of any size) is wrapped under its name.
 */
export declare function canonicalJson(value: unknown): string;
