import { type Node } from 'yaml';
/** One entry of a mapping. */
export interface YamlEntry {
    readonly key: string;
    /** Counted from 1. */
    readonly line: number;
    readonly value: Node | undefined;
}
export interface YamlText {
    readonly text: string;
    readonly line: number;
}
/** What a mapping is expected to be, for messages. */
export interface MappingWords {
    /** `a mapping ...` */
    readonly what: string;
    /** What stands before a key that stands twice: `stage `, or nothing. */
    readonly noun?: string;
}
/** Reads a YAML file node by node and keeps what is wrong, each with the name of the file and the line. */
export declare class YamlReader {
    #private;
    readonly problems: string[];
    constructor(text: string, file: string);
    /** `undefined` for an empty file. */
    get root(): Node | undefined;
    report(line: number, problem: string): void;
    /** The entries of a mapping. Anything else, and keys that stand twice, are reported. `line`: where it should be. */
    entries(node: Node | undefined, line: number, { what, noun }: MappingWords): YamlEntry[];
    /** The value of a scalar; `undefined` for anything else. */
    scalar(node: Node | undefined): unknown;
    /** A list of nothing but texts; `undefined` for anything else. */
    texts(node: Node | undefined): YamlText[] | undefined;
    lineOf(node: Node | undefined): number | undefined;
}
