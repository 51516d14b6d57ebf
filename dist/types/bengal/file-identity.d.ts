/** What tells one content of a file from another without reading it, given that files are only replaced by a rename. */
export type FileIdentity = string | undefined;
/** `undefined` for a file that is not there. */
export declare function fileIdentity(path: string): FileIdentity;
