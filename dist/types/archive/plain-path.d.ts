/** Whether every folder above `path` is a real one, as far as it exists. What lies behind a link is not the site's. */
export declare function hasPlainParents(folder: string, path: string): boolean;
