export interface PathKeysOptions {
    /** The site as it is now. */
    readonly siteRoot: string;
    /** Asked at most once: the root of the checkout that wrote the state, absolute POSIX. */
    readonly findRecordedRoot: () => string | undefined;
}
/**
 * Names of files in the cache: Bengal's `content_key` (`bengal/build/contracts/keys.py`), which is the POSIX path relative
 * to the site root, or the absolute one for files elsewhere, symbolic links resolved.
 */
export declare class PathKeys {
    #private;
    /** Absolute, POSIX, symbolic links resolved. */
    readonly siteRoot: string;
    constructor({ siteRoot, findRecordedRoot }: PathKeysOptions);
    /** The key of a path that a caller names, absolute or relative to the site root. Looks for symbolic links on disk. */
    of(path: string): string;
    /** The key of a path that the state names. Never looks at the disk: the state may be from another machine. */
    ofRecorded(recorded: string): string;
    /** Where the file of a key lies on this machine. */
    toAbsolute(key: string): string;
    /**
     * The key of a source of generated documentation: relative to the *parent* of the site root where it lies below that,
     * because such sources are the siblings of a site (`autodoc_tracking.py`). A relative path is taken as such a key.
     */
    ofAutodocSource(path: string): string;
    autodocSourceToAbsolute(key: string): string;
}
