/** The path of an output's address, percent-encoded, with its first slash: `a/index.html` is at `/a/`. */
export declare function addressOf(path: string): string;
/** The same as people write it. */
export declare function readableAddress(path: string): string;
/** Every spelling under which a server or a cache may know an output; the usual one first. */
export declare function spellingsOf(path: string): readonly string[];
