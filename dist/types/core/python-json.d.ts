/**
 * JSON text as Python's `json.dumps` writes it. Hashes that Bengal keeps are made of such text, so every character
 * counts: escapes, key order by code point, separators.
 */
export interface PythonJsonStyle {
    /** Python's default puts a space after `,` and `:`. */
    readonly spaced: boolean;
    readonly sortKeys: boolean;
    /** Escape everything but printable ASCII, Python's default. */
    readonly ascii: boolean;
}
export declare const PYTHON_DEFAULT_SORTED: PythonJsonStyle;
export declare const PYTHON_COMPACT: PythonJsonStyle;
export declare const PYTHON_COMPACT_SORTED: PythonJsonStyle;
/** A number with the text that Python would write for it, where a JavaScript number cannot tell: `1.0`, big integers. */
export declare class PythonNumber {
    readonly text: string;
    constructor(text: string);
}
/**
 * Writes a value. Integers and bigints come out as Python integers, dates as Python's `str(datetime)` does, anything
 * else that JSON does not have as `String(value)`, like `default=str`. Iterative depth is that of the value.
 */
export declare function pythonJson(value: unknown, style: PythonJsonStyle): string;
/** A float as Python's `repr`: shortest form, an exponent of two digits from 1e16 on and below 1e-4, `1.0` for 1. */
export declare function pythonFloat(value: number): string;
/** Python orders strings by code point; JavaScript's own order is by UTF-16 unit, which differs above U+FFFF. */
export declare function byCodePoint(left: string, right: string): number;
/**
 * Reads JSON text as Python's `json.loads` does, so that `pythonJson` writes the same again: `1.0` stays a float, an
 * integer of any size keeps its digits, and `NaN` and `Infinity` are numbers. Throws `SyntaxError` for what is no JSON.
 */
export declare function parsePythonJson(text: string): unknown;
