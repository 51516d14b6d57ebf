/** What a node of the dependency graph stands for. */
export declare const NODE_KINDS: readonly ["source", "template", "data", "asset", "config", "tag", "page", "output", "stage", "function", "external"];
export type NodeKind = (typeof NODE_KINDS)[number];
/** How one node uses another. */
export declare const EDGE_KINDS: readonly ["uses", "content", "cascade", "template", "data", "asset", "config", "include", "autodoc", "tag", "writes", "reads", "calls", "needs", "file"];
export type EdgeKind = (typeof EDGE_KINDS)[number];
/** How a node stands to what it was made from. */
export declare const NODE_STATUSES: readonly ["fresh", "stale", "missing", "tracked file", "unknown"];
export type NodeStatus = (typeof NODE_STATUSES)[number];
export declare function isFileKind(kind: NodeKind): boolean;
