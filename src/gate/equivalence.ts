import type { ReasonKind } from '../affected/reason.ts';

/** A case in which an incremental build is known to write every file as a full one does. */
export interface Equivalence {
  /** Version of Bengal, such as `0.5.1`. */
  readonly bengal: string;
  /** For which reasons pages may be affected; a page with any other one falls outside. */
  readonly reasons: readonly ReasonKind[];
  /** Where it was shown, so that somebody can show it again. */
  readonly evidence: string;
}

/**
 * None is known. In Bengal 0.5.1 each incremental build that renders a page loses the tag pages that it does not render
 * from the sitemap, from index.json and from the search page, whatever was edited; and where it renders none, the build
 * can be skipped. An entry needs builds that show otherwise: both ways, every file compared.
 */
export const EQUIVALENCES: readonly Equivalence[] = [];

/** The case that covers all reasons; `undefined`: nobody has shown that an incremental build will do. Pure. */
export function findEquivalence(
  bengal: string | undefined,
  reasons: Iterable<ReasonKind>,
  table: readonly Equivalence[] = EQUIVALENCES,
): Equivalence | undefined {
  const kinds = [...new Set(reasons)];
  return table.find((entry) => entry.bengal === bengal && kinds.every((kind) => entry.reasons.includes(kind)));
}
