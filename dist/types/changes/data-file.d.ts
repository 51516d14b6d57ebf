/** A place in `site.data`: names of folders and of the file, then keys in it. */
export type DataPath = readonly string[];
/** What was edited in a data file. */
export interface DataEdit {
    /** Values that differ, with everything that they lie in. */
    readonly values: readonly DataPath[];
    /** Of these, the innermost ones that are known: whatever lies in them may be another one. */
    readonly whole: readonly DataPath[];
    /** Mappings that have other keys, or the same in another order. */
    readonly keys: readonly DataPath[];
    /** Values that came or went, or are a mapping at one time only. */
    readonly there: readonly DataPath[];
}
/** Place in a data file, as JSON -> 12 hexadecimal digits of the value there, or of the keys. */
export type DataDigests = ReadonlyMap<string, string>;
/** So many keys lead to what is told apart in `site.data`; what lies deeper counts as one value. */
export declare const DATA_DEPTH = 4;
/** Where a file stands in `site.data`: `data/team/members.json` is `team.members`. */
export declare function placeOfData(path: string): DataPath;
/** Takes a data file apart. What cannot be read as Bengal does is one value. */
export declare function digestData(path: string, text: string): Map<string, string>;
/** What differs between two versions of a file; `undefined` stands for one that is not there. */
export declare function editOfData(path: string, before: DataDigests | undefined, after: DataDigests | undefined): DataEdit;
