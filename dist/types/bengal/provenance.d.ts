import { type StateFile, type StateReader } from './state-file.ts';
/** Something a page was made from, with the hash it had then. */
export interface RecordedInput {
    /** Bengal's word: `content`, `cascade_0`, `template`, `data`, `autodoc_source`, `cli_source`, `taxonomy`, `config`, ... */
    readonly type: string;
    /** A path, a template name, `tag:<slug>` or `site_config`, depending on the type. */
    readonly path: string;
    /** First 16 hexadecimal digits of a SHA-256; `undefined` when it was unreadable then. */
    readonly hash: string | undefined;
}
export interface Provenance {
    /** Page key -> what the page was made from. Empty inputs mean that the record could not be read. */
    readonly pages: ReadonlyMap<string, readonly RecordedInput[]>;
    /** When the build that saved this began to render, in nanoseconds since 1970; `undefined` when unknown. */
    readonly lastBuildNs: bigint | undefined;
    /** Pages whose record is missing or damaged. */
    readonly unreadable: readonly string[];
}
/** Reads `provenance/index.json` and the records it names. Bengal checks no version there, and neither do we. */
export declare function readProvenance(index: StateFile, reader: StateReader): Provenance;
