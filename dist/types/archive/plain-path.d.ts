/** Whether every folder above `path` is a real one, as far as it exists. What lies behind a link is not the site's. */
export declare function hasPlainParents(site: string, path: string): boolean;
/** Makes the folders above `path`, none of which may be a link. */
export declare function makeParents(site: string, path: string): void;
