import type { Reason, ReasonKind } from '../affected/reason.ts';
import type { StateStatus } from '../bengal/state-validity.ts';
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
  navigation: (via) => `shows a menu or sections that ${via} changes`,
  linked: (via) => `shows something of ${via}`,
  translation: (via) => `is ${via} in another language`,
  version: (via) => `is ${via} in another version`,
  autodoc: (via) => `documents ${via}`,
  redirect: (via) => `leads to ${via} from another address`,
  asset: (via) => `names ${via} by its address`,
  config: (via) => `shows the setting ${via}`,
  file: (via) => `reads ${via}`,
  clock: (via) => `shows something of ${via}`,
  unjudged: (via) => `may read ${via}`,
  'output-missing': () => 'its output is missing or damaged',
};

/** Why a page is affected, with what it took from elsewhere where its record tells. */
export function reasonSentence({ kind, via, shows }: Pick<Reason, 'kind' | 'via' | 'shows'>): string {
  const words = REASON_WORDS[kind](via);
  if (shows === undefined || words.endsWith(shows)) return words;
  // "shows something of a.md" and "title of a.md" are one thing, said twice.
  return kind === 'linked' && shows.endsWith(` of ${via}`) ? `shows ${shows}` : `${words}: ${shows}`;
}

/** A heading for the pages that are affected in one way. */
export const REASON_HEADINGS: Readonly<Record<ReasonKind, string>> = {
  content: 'Their own source changed',
  added: 'New',
  deleted: 'Their source is gone',
  template: 'Made with a changed template',
  data: 'Read changed data',
  include: 'Include a changed file',
  cascade: 'Below a section that hands settings down',
  tag: 'List or share a changed tag',
  'section-listing': 'List a section in which pages came, went or moved',
  neighbour: 'Before or after a page that came, went or moved',
  navigation: 'Show a menu or sections that changed',
  linked: 'Show something of a changed page',
  translation: 'Another language of a changed page',
  version: 'Another version of a changed page',
  autodoc: 'Document changed code',
  redirect: 'Lead to a page from another address',
  asset: 'Name a changed asset',
  config: 'Show a changed setting',
  file: 'Read a changed file',
  clock: 'Show something of the time',
  unjudged: 'Nobody can tell what they read',
  'output-missing': 'Their output is missing or damaged',
};

/** The verdict in one sentence: what to do, and the first reason. */
export function verdictSentence(report: Report): string {
  const [first, ...more] = report.gate.reasons;
  const reason = first?.detail ?? 'no reason was given';
  return `${reason}${more.length > 0 && report.gate.mode !== 'skip' ? ` (${String(more.length)} more ${more.length === 1 ? 'reason' : 'reasons'})` : ''}`;
}

/** `3 pages`, `1 page`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${digits(number)} ${number === 1 ? one : many}`;
}

/** `1,234` on every machine. */
export function digits(number: number): string {
  return number.toLocaleString('en-US');
}

export function affectedPhrase({ affected, totalPages }: Report): string {
  if (affected.all) return totalPages === 0 ? 'every page' : `every page (${digits(totalPages)} known)`;
  return `${digits(affected.pages.length)} of ${count(totalPages, 'page')}`;
}

/** The first line of a summary and a comment, before the build: how many pages may become others. */
export function mayChangeSentence(report: Report, isPullRequest: boolean): string {
  const { all, pages } = report.affected;
  const isNone = !all && pages.length === 0;
  const verb = isNone ? 'changes' : 'may change';
  const phrase = isNone ? 'no page' : affectedPhrase(report);
  if (isPullRequest) return `This pull request ${verb} ${phrase}`;
  return `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)} ${verb}`;
}

/** Whether there was a state to compare with: without one nothing is counted, and a 0 would claim that something was. */
export function isCompared({ state }: Pick<Report, 'state'>): boolean {
  return state.status === 'usable' || state.status === 'stale';
}

/** How much changed, in one line. */
export function changesPhrase(report: Report): string {
  const { changes } = report;
  if (!isCompared(report)) return 'unknown: there is nothing to compare with';
  const numbers: [number, string][] = [
    [changes.added.length, 'added'],
    [changes.modified.length, 'modified'],
    [changes.deleted.length, 'deleted'],
    [changes.touched, 'the same but for their time'],
    [changes.unverifiable.length, 'cannot be checked'],
  ];
  const told = numbers.flatMap(([number, word]) => (number === 0 ? [] : [`${digits(number)} ${word}`]));
  const files = changes.added.length + changes.modified.length + changes.deleted.length;
  return `${files === 0 ? 'nothing' : count(files, 'file')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`;
}

/** When and from what the state was built; seconds are precise enough for people. */
export function builtPhrase({ state }: Report): string {
  if (state.builtAt === null) return 'unknown';
  const bengal = state.bengal === null ? '' : ` by Bengal ${state.bengal}`;
  const commit = state.commit === null ? '' : ` from commit ${state.commit.slice(0, 12)}`;
  return `${state.builtAt.replace(/\.\d+/, '')}${bengal}${commit}`;
}
