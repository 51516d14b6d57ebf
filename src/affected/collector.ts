import { urlOfOutput, type RecordedPage } from '../bengal/recorded-page.ts';
import { by, byCodeUnit, sortedUnique } from '../core/order.ts';
import type { AffectedPage, Doubt, Reason } from './reason.ts';

export interface FoundPage {
  readonly output: string;
  readonly source: string | null;
  readonly reasons: readonly Reason[];
}

/** Gathers findings from the rules; order and repeats do not matter. */
export interface Collector {
  page(page: RecordedPage, reason: Reason): void;
  output(output: string, source: string | null, reason: Reason): void;
  doubt(doubt: Doubt): void;
  tag(slug: string): void;
  remove(output: string): void;
  /** Every page found, in no order, without those that are added while somebody looks. */
  sofar(): readonly FoundPage[];
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
    const id = `${reason.kind}\0${reason.via}`;
    const other = reasons.get(id);
    if (other === undefined || byChain(reason, other) < 0) reasons.set(id, reason);
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
    sofar: () =>
      [...pages].map(([path, { source, reasons }]) => ({ output: path, source, reasons: [...reasons.values()] })),
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

/** Of several ways from a change to a page one is told: the shortest, whoever finds it first. */
function byChain({ through: left = [] }: Reason, { through: right = [] }: Reason): number {
  return left.length - right.length || byCodeUnit(left.join('\0'), right.join('\0'));
}

function byKindAndVia(left: Reason, right: Reason): number {
  return byCodeUnit(left.kind, right.kind) || byCodeUnit(left.via, right.via);
}
