import type { BengalState } from '../bengal/state.ts';
import type { LinkIndex } from '../mentions/link-index.ts';
import { SHOWS } from '../mentions/needles.ts';

/** Whether the output of one page, by its key, links to that of another. */
export type Linked = (from: string, to: string) => boolean;

/** Whether a page links to another as the one before or after it. On a page whose links do not say so, any may be one. */
export function linkBetween({ state, links }: { state: BengalState; links: LinkIndex }): Linked {
  const marks = new Map<string, boolean>();
  const ways = (page: string, target: string): number => links.mentionsOf(target).get(page) ?? 0;
  const marksNeighbours = (page: string): boolean =>
    links.mentionedBy(page).flags.some((flags) => (flags & SHOWS.beside) !== 0);
  return (from, to) => {
    const [page] = state.pages.get(from)?.outputs ?? [];
    const [target] = state.pages.get(to)?.outputs ?? [];
    if (page === undefined || target === undefined || (ways(page, target) & SHOWS.link) === 0) return false;
    const isMarked = marks.get(page) ?? marksNeighbours(page);
    marks.set(page, isMarked);
    return !isMarked || (ways(page, target) & SHOWS.beside) !== 0;
  };
}
