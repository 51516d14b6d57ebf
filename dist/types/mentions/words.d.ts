/** Letters and digits of any script. */
export declare const WORD: RegExp;
/** Word tokens of text, lower case. */
export declare function wordsOf(text: string): string[];
/** 32-bit FNV-1a of a word. */
export declare function hashWord(word: string): number;
/** One number for a run of words. Two runs can share one; that makes a mention too many, never one too few. */
export declare function hashRun(hashes: ArrayLike<number>, start: number, length: number): number;
/** Character references of HTML; unknown names become a space, which parts words just as well. */
export declare function decodeEntities(html: string): string;
