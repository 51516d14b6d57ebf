/** What a text refers to beyond plain links: `[[docs/install]]`, names of page files; `{}` for what is filled in. */
export declare function referencesIn(body: string): string[];
/** Anchors with names of their own, which other pages can link to without naming the page. */
export declare function anchorsIn(body: string): string;
