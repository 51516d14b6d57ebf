import { buildGraph, chainTo, decompress, directoryStore, githubStore, loadCodec, reachDependents, readEnvelope, readState, tagSlug } from "./shared.js";

export { buildGraph, chainTo, decompress, directoryStore, githubStore, loadCodec, reachDependents, readEnvelope, readState, tagSlug };