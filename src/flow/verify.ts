import { judgeNeedless } from '../affected/needless.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalSelection } from '../bengal/selection.ts';
import { by } from '../core/order.ts';
import type { Report } from '../report/report.ts';
import type { Verification, VerifiedPage } from '../report/verification.ts';
import type { Recollection } from './recall.ts';

export function nothingToVerify({ state }: Report): Verification {
  return { asked: 'nothing', everyPage: state.why, bengalSelectsAll: false, pages: [], listings: 0 };
}

/** Compares page by page. Pure. */
export function verify(report: Report, selection: BengalSelection, recollection: Recollection): Verification {
  const repaired = report.repair.done;
  const ours = ourPages(report, selection, recollection);
  const theirs = bengalPages(selection, recollection);
  const everyPage = reasonForEveryPage(report, selection);
  const invalidated = new Set(repaired ? report.repair.invalidate : []);
  const verdictOf = (page: string): VerifiedPage => {
    const reasons = ours.pages.get(page) ?? [];
    const bengal = theirs.get(page) ?? (selection.everything ? UNNAMED : null);
    const both = { page, verdict: 'both', ours: reasons, bengal, why: '' } as const;
    if (bengal === null) return { ...both, verdict: repaired ? 'not-repaired' : 'only-us' };
    if (ours.pages.has(page)) return both;
    if (everyPage !== null) return { ...both, why: everyPage };
    if (invalidated.has(page)) return { ...both, why: 'the repair lets it take the listings of its tags along' };
    const { kind, why } = judgeNeedless(page, { ...recollection, selection });
    return { ...both, verdict: kind === 'missed' ? 'only-bengal' : 'only-bengal-no-difference', why };
  };
  return {
    asked: repaired ? 'repaired-state' : 'state',
    everyPage,
    bengalSelectsAll: selection.everything,
    pages: [...new Set([...ours.pages.keys(), ...theirs.keys()])].map(verdictOf).sort(by(({ page }) => page)),
    listings: ours.listings,
  };
}

interface OurPages {
  /** Page key -> our reasons. */
  readonly pages: ReadonlyMap<string, VerifiedPage['ours']>;
  /** Pages of tag listings. */
  readonly listings: number;
}

/** The affected pages that Bengal could name: it drops deleted ones before, and finds listings of tags after. */
function ourPages({ affected }: Report, { named }: BengalSelection, { pages, changes }: Recollection): OurPages {
  const keyOf = new Map<string, string>();
  for (const key of named.keys()) if (!pages.has(key)) keyOf.set(outputOfPseudoPath(key), key);
  for (const page of pages.values())
    for (const output of page.outputs) keyOf.set(output, isSelectable(page) ? page.key : LISTING);
  const gone = new Set(changes.deleted);
  const ours = new Map<string, VerifiedPage['ours']>();
  let listings = 0;
  for (const { output, source, reasons } of affected.pages) {
    const key = source ?? keyOf.get(output) ?? LISTING;
    if (key === LISTING) listings++;
    else if (!gone.has(key))
      ours.set(
        key,
        reasons.map(({ kind, via }) => ({ kind, via })),
      );
  }
  return { pages: ours, listings };
}

const LISTING = '';

/** Where a page of API documentation is written to: `api/a/b.md` to `api/a/b/index.html`. */
function outputOfPseudoPath(key: string): string {
  return key.replace(/^__virtual__\/(.*)\/section-index\.md$/, '$1.md').replace(/\.md$/, '/index.html');
}

const UNNAMED = 'unnamed';

/** Page key -> Bengal's reason code. It counts pages that it gives no reason for, and names those that it leaves. */
function bengalPages(
  { named, skipped, count }: BengalSelection,
  { pages, changes }: Recollection,
): Map<string, string> {
  const gone = new Set(changes.deleted);
  const unnamed =
    count <= named.size
      ? []
      : [...pages.values()].filter(
          (page) => isSelectable(page) && !gone.has(page.key) && !named.has(page.key) && !skipped.has(page.key),
        );
  return new Map([...unnamed.map(({ key }) => [key, UNNAMED] as const), ...named]);
}

function isSelectable({ kind }: RecordedPage): boolean {
  return kind === 'content' || kind === 'virtual';
}

/** Reasons of the report that stand for every page, whatever policy the gate follows. */
function reasonForEveryPage({ affected, config, gate }: Report, { named }: BengalSelection): string | null {
  if (affected.all || affected.because.length > 0) return affected.because[0]?.detail ?? 'nobody said why';
  if (config.status !== 'unchanged') return `the configuration is ${config.status}`;
  // Where files of the output are lost, Bengal starts anew, and so does the gate.
  const anew = [...named.values()].some((code) => code === 'output_missing' || code === 'full_rebuild');
  const damage = gate.mode === 'full' ? gate.reasons.find(({ kind }) => kind === 'output-damaged') : undefined;
  return anew && damage !== undefined ? damage.detail : null;
}
