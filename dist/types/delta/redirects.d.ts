/**
 * Addresses that lead on without a page of their own: the `_redirects` file that Netlify, Cloudflare Pages and others
 * read, one rule a line: `FROM TO [STATUS]`, where `*` at the end stands for anything, and `:name` for one segment.
 */
export declare function readRedirects(text: string): (address: string) => boolean;
