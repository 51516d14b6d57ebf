/** Below `.bengal`: what no build needs, what must not leave this machine, and what could run code when it comes back. */
const NEVER_CACHED: readonly RegExp[] = [
  // Compiled templates and pickles: Bengal's template engine unmarshals them, so a foreign one is foreign code.
  /\.(?:py[cod]|pickle|pkl)$/i,
  /^\.bengal\/cache\/kida(?:\/|$)/,
  /^\.bengal\/templates(?:\/|$)/,
  // Churn of every run: logs, measurements, process ids, locks, temporary files.
  /^\.bengal\/(?:logs|metrics|profiles)(?:\/|$)/,
  /\.(?:lock|pid|tmp)$/,
  // Fetched from the network, or copies of other trees.
  /^\.bengal\/(?:content_cache|worktrees|version-builds|image-cache|js_bundle|pipeline_out)(?:\/|$)/,
  /^\.bengal\/cache\/external_refs(?:\/|$)/,
  // A decoded cache makes every later build incremental behind its user's back.
  /^\.bengal\/cache\.json$/,
];

/** Old Bengal versions kept their state inside the output, and new ones still adopt it from there. */
const LEGACY_STATE = /(?:^|\/)\.bengal-cache(?:\/|\.json|$)/;

/** Whether a file (site path) belongs into the cache, and may come out of one. */
export function isCacheable(path: string): boolean {
  return !LEGACY_STATE.test(path) && !NEVER_CACHED.some((pattern) => pattern.test(path));
}
