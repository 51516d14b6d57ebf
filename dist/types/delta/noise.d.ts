/**
 * What differs between two full builds of the same sources, and is therefore no change: one table with its evidence
 * (`noise.json` of the companion), which the companion's own sample, the equality suite and the delta read.
 */
export interface NoiseRule {
    readonly name: string;
    /** Globs below the output folder: `*` within a name, `**` across folders. */
    readonly files: readonly string[];
    readonly kind: string;
    readonly pattern?: string;
    readonly unordered?: readonly string[];
    readonly undirected?: string;
    readonly digits?: number | null;
    readonly leave?: readonly string[];
    /** Where it was seen. */
    readonly evidence: string;
}
export declare const NOISE_RULES: readonly NoiseRule[];
/** Whether noise is looked for in a file: text for which the table has a rule. */
export declare function mayHoldNoise(path: string): boolean;
/** What is left of a file when everything that differs between two full builds is taken away. */
export declare function withoutNoise(path: string, text: string): string;
/**
 * The longest text without which a pattern matches nothing; empty where that takes more than a look. Looking for it costs
 * a tenth of looking for the pattern.
 */
export declare function literalIn(pattern: string): string;
