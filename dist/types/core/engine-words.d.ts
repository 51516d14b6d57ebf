/**
 * What Node and V8 say of bad input, in our words: their texts name tokens and settings of theirs, quote the input, and
 * change from version to version. `undefined` for what nobody but a programmer can make sense of.
 */
export declare function engineWords(error: Error): string | undefined;
