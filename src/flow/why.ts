import type { AffectedPage, Reason } from '../affected/reason.ts';
import { closestName } from '../core/closest.ts';
import { reasonSentence } from '../report/words.ts';
import type { Analysis } from './analyse.ts';
import { isNamed, namesOfPage, nobodyKnows } from '../report/page-names.ts';

/** The answer to "why": for a page, the chains that lead to it; for a file, what it affects, or would if it changed. */
export interface Explanation {
  readonly subject: string;
  readonly kind: 'page' | 'file' | 'unknown';
  /** Whether the subject is affected (page) or changed (file) now. */
  readonly now: boolean;
  /** Each from the changed file to the page. */
  readonly chains: readonly Chain[];
  readonly all: boolean;
  readonly because: readonly string[];
  /** What a page read when it was built; empty for files, and where nobody recorded it. */
  readonly reads: readonly string[];
  /** What may have been meant, where nobody knows the subject. */
  readonly closest?: string;
}

export interface Chain {
  readonly path: readonly string[];
  readonly words: string;
}

/** `whatIf` holds what the file would affect; it is asked for unchanged files only. */
export function explain(
  subject: string,
  analysis: Analysis,
  whatIf: (file: string) => Analysis['report']['affected'],
): Explanation {
  const { report, knownPages, knownFiles, readBy } = analysis;
  const because = report.affected.because.map((doubt) => doubt.detail);
  const { added, modified, deleted } = report.changes;
  // A changed page is asked about as the file that it is: the report lists what it affects, and itself among that.
  if ([...added, ...modified, ...deleted].includes(subject)) {
    return {
      subject,
      kind: 'file',
      now: true,
      chains: report.affected.pages.flatMap((affected) => chainsTo(affected, subject)),
      all: report.affected.all,
      because,
      reads: [],
    };
  }
  const page = report.affected.pages.find((candidate) => isNamed(candidate, subject));
  if (page !== undefined)
    return {
      subject,
      kind: 'page',
      now: true,
      chains: chainsTo(page),
      all: report.affected.all,
      because,
      reads: readBy(page.output),
    };
  const known = knownPages.find((candidate) => isNamed(candidate, subject));
  if (known !== undefined && !knownFiles.has(subject))
    return {
      subject,
      kind: 'page',
      now: false,
      chains: [],
      all: report.affected.all,
      because,
      reads: readBy(known.output),
    };
  if (!knownFiles.has(subject)) {
    const why = report.state.status === 'usable' ? [] : [report.state.why];
    const closest = closestName(subject, [...knownPages.flatMap(namesOfPage), ...knownFiles]);
    const unknown = { subject, kind: 'unknown', now: false, chains: [], all: false, because: why, reads: [] } as const;
    return closest === undefined ? unknown : { ...unknown, closest };
  }
  const affected = whatIf(subject);
  return {
    subject,
    kind: 'file',
    now: false,
    chains: affected.pages.flatMap((candidate) => chainsTo(candidate, subject)),
    all: affected.all,
    because: affected.because.map((doubt) => doubt.detail),
    reads: [],
  };
}

function chainsTo(page: AffectedPage, via?: string): Chain[] {
  return page.reasons
    .filter((reason) => via === undefined || reason.via === via)
    .map((reason) => ({
      path: pathOf(reason, page),
      words: `${page.url} ${reasonSentence(reason)}`,
    }));
}

function pathOf(reason: Reason, page: AffectedPage): string[] {
  return [reason.via, ...(reason.through ?? []), page.url].filter((step, index, steps) => step !== steps[index - 1]);
}

/** So many of a page's reads are told; the rest is counted. */
const MOST_READS = 40;

export function explanationText({ subject, kind, now, chains, all, because, reads, closest }: Explanation): string {
  const head = {
    page: now
      ? `${subject} has to be built`
      : all
        ? `${subject} may have to be built, as every page may`
        : `${subject} is not affected by anything that changed`,
    file: now ? `${subject} changed` : `${subject} did not change; if it did`,
    unknown: because[0] === undefined ? nobodyKnows(subject, closest) : `Nothing is known of ${subject}: ${because[0]}`,
  }[kind];
  const lines = chains.map((chain) => `  ${chain.path.join(' -> ')}\n      ${chain.words}`);
  const doubts = all && kind !== 'unknown' ? because.map((detail) => `  every page: ${detail}`) : [];
  const none = kind === 'file' && lines.length === 0 && doubts.length === 0 ? ['  it would affect no page'] : [];
  const told = reads.slice(0, MOST_READS).map((each) => `  ${each}`);
  const more = reads.length > MOST_READS ? [`  and ${String(reads.length - MOST_READS)} more`] : [];
  const read = reads.length === 0 ? [] : ['when it was built, it read', ...told, ...more];
  return `${[head, ...doubts, ...lines, ...none, ...read].join('\n')}\n`;
}
