import { UserError, buildGraph, chainTo, decompress, directoryStore, githubStore, loadCodec, reachDependents, readEnvelope, readState, tagSlug } from "./shared.js";

export { UserError, buildGraph, chainTo, decompress, directoryStore, githubStore, loadCodec, reachDependents, readEnvelope, readState, tagSlug };