/** What a node of the dependency graph stands for. */
export const NODE_KINDS = [
  /** A file of the site that pages are made from, or that a function or a stage reads. */
  'source',
  /** A template by the name that pages use. */
  'template',
  'data',
  'asset',
  'config',
  'tag',
  'page',
  /** A file below the output directory, or one that a stage writes. */
  'output',
  'stage',
  /** A call of a cached function. */
  'function',
  /** A file outside the site. */
  'external',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** How one node uses another. */
export const EDGE_KINDS = [
  /** In a way that nobody told. */
  'uses',
  /** A page its own source. */
  'content',
  /** A page the section index that hands settings down to it. */
  'cascade',
  'template',
  'data',
  'asset',
  'config',
  /** A page a file that was read while it was rendered. */
  'include',
  'autodoc',
  /** A tag the pages that carry it, and a page the tag that it lists. */
  'tag',
  /** An output the page, the stage or the function that writes it. */
  'writes',
  /** A function or a stage a file. */
  'reads',
  /** A function another one. */
  'calls',
  /** A stage another one. */
  'needs',
  /** A template the file that holds it. */
  'file',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** How a node stands to what it was made from. */
export const NODE_STATUSES = [
  /** Made from exactly what is there. */
  'fresh',
  /** Something that it was made from differs; of a file: it differs itself. */
  'stale',
  /** It is not there. */
  'missing',
  /** A file, or another thing that is not made from anything, as it was recorded. */
  'tracked file',
  /** Nobody can tell whether it is what would be made now. */
  'unknown',
] as const;
export type NodeStatus = (typeof NODE_STATUSES)[number];

/** Files and their like: others are made from them, they from nothing. */
const FILE_KINDS: ReadonlySet<NodeKind> = new Set<NodeKind>(['source', 'data', 'asset', 'config', 'external']);

export function isFileKind(kind: NodeKind): boolean {
  return FILE_KINDS.has(kind);
}
