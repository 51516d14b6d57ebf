import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { Read, Trace } from '../trace/trace.ts';
import type { Collector } from './collector.ts';
import { describeRead } from './describe-read.ts';
import type { Reason } from './reason.ts';
import { topicsOf } from './read-topics.ts';
import type { Touched } from './touched.ts';

export interface ReaderSearch {
  readonly touched: Touched;
  /** Whether what a read of the clock says is another thing now. */
  readonly clock: (read: readonly string[]) => boolean;
  readonly found: Collector;
  /** Recorded pages by where they are written. */
  readonly pageOf: ReadonlyMap<string, RecordedPage>;
  /** Nothing is known to have changed: then what nobody can judge did not, either. */
  readonly isQuiet: boolean;
}

/** Adds every page that made a read which a change touches, and those of which nobody can tell what they read. */
export function addReaders(trace: Trace, search: ReaderSearch): void {
  const { found, pageOf } = search;
  const add = (index: number, reason: Reason): void => {
    const page = trace.pages[index];
    if (page === undefined) return;
    const known = pageOf.get(page.output);
    // What a page reads of itself is its own content.
    const kind = reason.kind === 'linked' && reason.via === page.source ? 'content' : reason.kind;
    found.output(page.output, known?.kind === 'content' ? known.key : null, { ...reason, kind });
  };
  for (const [index, read] of trace.reads.entries()) {
    const isUnjudged = trace.unjudged.has(index) && !search.isQuiet;
    const reasons = isUnjudged
      ? [{ kind: 'unjudged', via: 'what nobody could judge' } as const]
      : reasonsFor(read, search);
    if (reasons.length === 0) continue;
    const shows = describeRead(read);
    for (const reader of trace.readersOf(index)) for (const reason of reasons) add(reader, { ...reason, shows });
  }
  if (search.isQuiet) return;
  for (const [index, { doubts }] of trace.pages.entries())
    if (doubts[0] !== undefined) add(index, { kind: 'unjudged', via: 'any change', shows: doubts[0] });
}

function reasonsFor(read: Read, { touched, clock }: ReaderSearch): readonly Reason[] {
  if (read.kind === 'clock') return clock(read.arguments) ? [{ kind: 'clock', via: 'the time' }] : [];
  return topicsOf(read).flatMap((topic) => touched.reasonsOf(topic));
}
