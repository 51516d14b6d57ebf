/** An HTML output and its other forms. */
export declare function formsOf(output: string): string[];
