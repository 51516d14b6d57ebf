/** `bengal-cache/graph`: who depends on whom; asked, drawn and kept. */
export { addState, buildGraph } from '../graph/build-graph.ts';
export type { EdgeKind, NodeStatus } from '../graph/kinds.ts';
export { mergeGraphs, type Merged, type NodeName } from '../graph/merge.ts';
export {
  graphBuilder,
  nodesOf,
  type Edge,
  type Graph,
  type GraphBuilder,
  type NodeFacts,
  type NodeId,
  type NodeKind,
} from '../graph/model.ts';
export { findCycles, topologicalOrder, type TopologicalOrder } from '../graph/topological-order.ts';
export {
  loadGraph,
  pruneGraphFolder,
  readGraphFolder,
  saveGraph,
  syncGraph,
  type LoadedGraph,
  type Synced,
  type UnusableGraph,
} from '../graph/stored-graph.ts';
export { forFile, nodesOfFile, sortNodes, viewNode, type FileUse, type NodeView } from '../graph/query.ts';
export { collapse, copyNodes, neighbourhood, subgraph, type Collapsed } from '../graph/shape.ts';
export { addStages, type StageNode } from '../graph/stages.ts';
export {
  changedFiles,
  findStatuses,
  type Cause,
  type NodeNow,
  type StaleNode,
  type Statuses,
} from '../graph/status.ts';
export { chainTo, reachDependencies, reachDependents, type Reached } from '../graph/walk.ts';
export { dot } from '../render/dot.ts';
export { explorerPage, explorerParts, type ExplorerOptions, type ExplorerParts } from '../render/explorer.ts';
export { fitPicture, type Fit } from '../render/fit.ts';
export { mermaid, MERMAID_LIMITS } from '../render/mermaid.ts';
export {
  sceneOf,
  type Picture,
  type PictureEdge,
  type PictureNode,
  type Scene,
  type SceneOptions,
} from '../render/picture.ts';
export { png, type PngOptions } from '../render/png.ts';
export { svg } from '../render/svg.ts';
export { UserError } from '../core/user-error.ts';
