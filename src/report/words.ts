import type { ReasonKind } from '../affected/reason.ts';
import type { StateStatus } from '../bengal/validity.ts';
import type { BuildMode } from '../gate/decision.ts';
import type { Report } from './report.ts';

/** One word for each build mode, as people read it. A new mode does not compile until it has words. */
export const MODE_WORDS: Readonly<Record<BuildMode, string>> = {
  skip: 'Skip the build',
  incremental: 'Build incrementally',
  full: 'Build everything',
};

export const STATE_WORDS: Readonly<Record<StateStatus, string>> = {
  usable: 'usable',
  absent: 'none',
  stale: 'stale',
  corrupt: 'damaged',
  incompatible: 'of another version',
};

/** How a page comes to be affected; `via` names the file or output. */
export const REASON_WORDS: Readonly<Record<ReasonKind, (via: string) => string>> = {
  content: (via) => `${via} changed`,
  added: (via) => `${via} is new`,
  deleted: (via) => `${via} is gone`,
  template: (via) => `uses the template ${via}`,
  data: (via) => `reads ${via}`,
  include: (via) => `includes ${via}`,
  cascade: (via) => `lies below ${via}, which hands settings down`,
  tag: (via) => `lists or shares a tag of ${via}`,
  'section-listing': (via) => `lists the pages around ${via}`,
  neighbour: (via) => `comes before or after ${via}`,
  linked: (via) => `links to ${via} and may show its title or date`,
  excerpt: (via) => `shows text of ${via}`,
  translation: (via) => `is ${via} in another language`,
  version: (via) => `is ${via} in another version`,
  autodoc: (via) => `documents ${via}`,
  asset: (via) => `names ${via} by its fingerprint`,
  'output-missing': () => 'its output is missing or damaged',
};

/** The verdict in one sentence: what to do, and the first reason. */
export function verdictSentence(report: Report): string {
  const [first, ...more] = report.gate.reasons;
  const reason = first?.detail ?? 'no reason was given';
  return `${reason}${more.length > 0 && report.gate.mode !== 'skip' ? ` (${String(more.length)} more ${more.length === 1 ? 'reason' : 'reasons'})` : ''}`;
}

/** `3 pages`, `1 page`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

export function affectedPhrase({ affected, totalPages }: Report): string {
  if (affected.all) return totalPages === 0 ? 'every page' : `every page (${totalPages.toLocaleString('en-US')} known)`;
  return `${affected.pages.length.toLocaleString('en-US')} of ${count(totalPages, 'page')}`;
}
