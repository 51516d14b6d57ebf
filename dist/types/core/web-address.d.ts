/** Each part as one part of a path; no character is left that could end a link, an attribute or a line. */
export declare function encodePath(path: string): string;
/** Without its last slash, credentials, query and fragment; `undefined` for anything but a plain web address. */
export declare function webAddress(text: string | undefined): string | undefined;
