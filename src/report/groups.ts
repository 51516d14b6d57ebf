import type { AffectedPage, ReasonKind } from '../affected/reason.ts';
import { by, byCodeUnit } from '../core/order.ts';

/** The pages that are affected for one kind of reason, by section. */
export interface ReasonGroup {
  readonly kind: ReasonKind;
  readonly sections: readonly SectionGroup[];
  /** Pages in all sections. */
  readonly size: number;
}

export interface SectionGroup {
  /** First folder of the URL with slashes, such as `/guides/`; `/` for pages above all sections. */
  readonly section: string;
  readonly pages: readonly AffectedPage[];
}

/** Each page once, under its first reason, so that the numbers add up. Kinds with many pages come first; pages keep their order. */
export function groupByReason(pages: readonly AffectedPage[]): ReasonGroup[] {
  const kinds = collect(pages, (page) => page.reasons[0]?.kind ?? 'content');
  return [...kinds]
    .map(([kind, members]) => ({ kind, sections: groupBySection(members), size: members.length }))
    .sort((left, right) => right.size - left.size || byCodeUnit(left.kind, right.kind));
}

export function groupBySection(pages: readonly AffectedPage[]): SectionGroup[] {
  return [...collect(pages, (page) => sectionOf(page.url))]
    .map(([section, members]) => ({ section, pages: members }))
    .sort(by((group) => group.section));
}

/** `/guides/a/` lies in `/guides/`; so does `/guides/` itself. `/404.html` lies above all sections. */
export function sectionOf(url: string): string {
  const [, first] = /^\/([^/]+)\//.exec(url) ?? [];
  return first === undefined ? '/' : `/${first}/`;
}

function collect<Key>(pages: readonly AffectedPage[], keyOf: (page: AffectedPage) => Key): Map<Key, AffectedPage[]> {
  const groups = new Map<Key, AffectedPage[]>();
  for (const page of pages) {
    const key = keyOf(page);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [page]);
    else known.push(page);
  }
  return groups;
}
