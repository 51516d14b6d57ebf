/** Escapes hostile text for HTML, within elements as well as within quoted attributes. */
export declare function escapeHtml(text: string): string;
/** JSON that may stand in a `script` element: nothing in it can end the element or start a comment. */
export declare function scriptJson(value: unknown): string;
