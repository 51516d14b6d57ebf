/** The same lines with both forms broken up by a character that nobody sees. */
export declare function withoutCommands(text: string): string;
/** JSON of the same value. No line of it starts with a colon, and two such characters in a row stand in strings alone. */
export declare function jsonWithoutCommands(json: string): string;
