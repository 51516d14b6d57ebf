import { urlOfOutput, type RecordedPage } from '../bengal/recorded-page.ts';
import { by, byCodeUnit, sortedUnique } from '../core/order.ts';
import type { AffectedPage, Doubt, Reason } from './reason.ts';

/** Gathers findings from the rules; order and repeats do not matter. */
export interface Collector {
  page(page: RecordedPage, reason: Reason): void;
  output(output: string, source: string | null, reason: Reason): void;
  doubt(doubt: Doubt): void;
  tag(slug: string): void;
  remove(output: string): void;
  readonly found: () => { pages: AffectedPage[]; because: Doubt[]; tags: string[]; toRemove: string[] };
}

export function collector(): Collector {
  const pages = new Map<string, { source: string | null; reasons: Map<string, Reason> }>();
  const doubts = new Map<string, Doubt>();
  const tags = new Set<string>();
  const removed = new Set<string>();
  const output = (path: string, source: string | null, reason: Reason): void => {
    const known = pages.get(path);
    const reasons = known?.reasons ?? new Map<string, Reason>();
    reasons.set(`${reason.kind}\0${reason.via}`, reason);
    pages.set(path, { source: known?.source ?? source, reasons });
  };
  return {
    output,
    page(page, reason) {
      for (const path of page.outputs) output(path, page.kind === 'content' ? page.key : null, reason);
    },
    doubt: (doubt) => void doubts.set(`${doubt.kind}\0${doubt.detail}`, doubt),
    tag: (slug) => void tags.add(slug),
    remove: (path) => void removed.add(path),
    found: () => ({
      pages: [...pages]
        .map(([path, { source, reasons }]) => ({
          output: path,
          source,
          url: urlOfOutput(path),
          reasons: [...reasons.values()].sort(byKindAndVia),
        }))
        .sort(by((page) => page.output)),
      because: [...doubts.values()].sort(
        (left, right) => byCodeUnit(left.kind, right.kind) || byCodeUnit(left.detail, right.detail),
      ),
      tags: sortedUnique(tags),
      toRemove: sortedUnique(removed),
    }),
  };
}

function byKindAndVia(left: Reason, right: Reason): number {
  return byCodeUnit(left.kind, right.kind) || byCodeUnit(left.via, right.via);
}
