/**
 * Bengal's hash of a resolved configuration: 16 hexadecimal digits, the same since Bengal 0.1.5. Give the configuration
 * as Python sees it: `parsePythonJson` of what Bengal prints keeps floats and large integers; a `Date` stands for a
 * `datetime` in UTC, any other date or time for the text that Python's `str` makes of it (`2024-01-02`).
 *
 * Throws `TypeError` for a key that is no string: on those, Bengal itself fails.
 */
export declare function computeConfigHash(config: unknown): string;
/** The text that Bengal hashes: without private keys, keys in order of code points, no blanks, ASCII alone. */
export declare function configText(config: unknown): string;
