import { type JsonValue } from '../core/json.ts';
import { type FileRef } from './file-ref.ts';
import type { RecordedPage } from './recorded-page.ts';
/** What the state recorded about a file that fed the build. */
export interface RecordedFile {
    readonly ref: FileRef;
    /** Every hash that some part of the state holds: 16 to 64 hexadecimal digits of a SHA-256. All must fit the file. */
    readonly hashes: readonly string[];
    readonly size: number | undefined;
    readonly mtimeNs: bigint | undefined;
    /** Whether some page names the file itself as an input, besides being fingerprinted. */
    readonly used: boolean;
    /** A source of API documentation: Bengal may name it relative to the site's parent. */
    readonly autodoc: boolean;
}
export interface FileTables {
    readonly refOf: (recorded: string) => FileRef;
    readonly pages: Iterable<RecordedPage>;
    readonly fingerprints: readonly (readonly [string, JsonValue])[];
    readonly assets: readonly (readonly [string, JsonValue])[];
    /** Modules that API documentation was made from. Where they lie inside the site, no page names them. */
    readonly modules: readonly (readonly [string, JsonValue])[];
}
/** Joins the fingerprint tables with the hashes that page records hold, so that no table alone is believed. */
export declare function collectFiles(tables: FileTables): Map<string, RecordedFile>;
/** The file behind a page input, as recorded; `undefined` where the input is no file, or only a template's name. */
export declare function fileOfInput(type: string, path: string): string | undefined;
