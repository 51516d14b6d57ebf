/** Version of this tool, from `package.json`. */
export declare const TOOL_VERSION: string;
