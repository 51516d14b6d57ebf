/** What a tracked path without anything behind it has for a fingerprint. */
export declare const ABSENT = "absent";
/** Of something that is there and cannot be read: never equal to what was recorded. */
export declare const UNREADABLE = "unreadable";
/** SHA-256 of a file's content, of a folder the digest of the names and kinds in it, or one of the two words above. */
export declare function fingerprintFile(path: string): string;
/** A path as it is recorded: below the root in POSIX form, so that a checkout elsewhere finds it; else absolute. */
export declare function recordedPath(root: string, path: string): string;
