import {
  changedPages,
  isAnythingToDeploy,
  realChanges,
  type ChangedOutput,
  type Delta,
  type VanishedPage,
} from '../delta/delta.ts';
import type { OutputKind } from '../delta/output-kind.ts';
import type { ChangedPart, PageChange } from '../delta/page-change.ts';
import { readableAddress } from '../delta/address.ts';
import { fixOf } from '../delta/vanished.ts';
import { count, digits } from './words.ts';

/** One word for each kind of output that is no page. */
export const OUTPUT_KIND_WORDS: Readonly<Record<OutputKind, readonly [one: string, more: string]>> = {
  page: ['page', 'pages'],
  'page-data': ['data file of a page', 'data files of pages'],
  'site-wide': ['file of the whole site', 'files of the whole site'],
  asset: ['asset', 'assets'],
  other: ['other file', 'other files'],
};

/** What changed, where it has no words of its own in the page. */
const PART_WORDS: Readonly<Record<Exclude<ChangedPart, 'title' | 'text'>, string>> = {
  markup: 'something else than its text',
  navigation: 'navigation or lists of other pages',
  head: 'what only programs see',
  unknown: 'changed; the page as it was is not at hand',
};

/** What the outputs are of, for the first line. */
export interface DeltaAbout {
  /** The run is about a pull request, which has not come true yet. */
  readonly isPullRequest: boolean;
  /** Pages of the site before; `undefined`: nobody knows. */
  readonly pages: number | undefined;
}

/** How readers meet the pages that changed. */
export interface PagesByChange {
  /** With another title, text or something else of their own. */
  readonly changed: readonly ChangedOutput[];
  /** Only what stands around the text. */
  readonly navigation: readonly ChangedOutput[];
  /** Only what programs see. */
  readonly head: readonly ChangedOutput[];
}

export function pagesByChange(delta: Delta): PagesByChange {
  const pages = changedPages(delta, 'changed');
  const groupOf = ({ page }: ChangedOutput): keyof PagesByChange => {
    const parts = page?.changed?.parts ?? [];
    if (parts.every((part) => part === 'head')) return 'head';
    return parts.every((part) => part === 'navigation' || part === 'head') ? 'navigation' : 'changed';
  };
  const inGroup = (group: keyof PagesByChange): ChangedOutput[] => pages.filter((page) => groupOf(page) === group);
  return { changed: inGroup('changed'), navigation: inGroup('navigation'), head: inGroup('head') };
}

/** In one line, without its full stop. */
export function deltaSentence(delta: Delta): string {
  if (delta.base.kind === 'none') return `Nothing to compare with (${delta.base.why}), so everything counts as new`;
  if (!isAnythingToDeploy(delta)) return 'Readers will see no change';
  const { changed, navigation, head } = pagesByChange(delta);
  const [added, removed] = [changedPages(delta, 'added').length, changedPages(delta, 'removed').length];
  const phrases = [
    ...(changed.length === 0 ? [] : [`${count(changed.length, 'page')} changed`]),
    ...(added === 0 ? [] : [`${count(added, 'page')} added`]),
    ...(removed === 0 ? [] : [`${count(removed, 'page')} removed`]),
    ...(navigation.length === 0 ? [] : [`only navigation changed on ${count(navigation.length, 'page')}`]),
    ...(head.length === 0 ? [] : [`only what programs see on ${count(head.length, 'page')}`]),
  ];
  return phrases.length === 0 ? `No page changed; ${otherOutputsPhrase(delta)}` : phrases.join(', ');
}

/** The first line of a summary and a comment: on how many pages readers will meet something else. */
export function deltaHeading(delta: Delta, { isPullRequest, pages }: DeltaAbout): string {
  if (delta.base.kind === 'none' || !isAnythingToDeploy(delta)) return deltaSentence(delta);
  const { changed, navigation } = pagesByChange(delta);
  const [added, removed] = [changedPages(delta, 'added').length, changedPages(delta, 'removed').length];
  const own = changed.length + added + removed;
  const all = pages === undefined ? undefined : pages + added;
  const of = (some: number): string =>
    all === undefined || all < some ? count(some, 'page') : `${digits(some)} of ${count(all, 'page')}`;
  const around = navigation.length;
  if (own > 0) {
    const also = around === 0 ? '' : `, and the navigation of ${digits(around)}`;
    return isPullRequest ? `This pull request changes ${of(own)}${also}` : `${of(own)} changed${also}`;
  }
  if (around > 0)
    return `${isPullRequest ? 'This pull request changes only the navigation of' : 'Only the navigation changed of'} ${of(around)}`;
  const others = otherOutputsPhrase(delta);
  const beside = others === '' ? '' : `; beside pages: ${others}`;
  return `${isPullRequest ? 'This pull request changes no page for readers' : 'No page changed for readers'}${beside}`;
}

/** What else changed, such as `3 assets, 1 file of the whole site`; empty: nothing. */
export function otherOutputsPhrase(delta: Delta): string {
  const others = realChanges(delta).filter(({ kind }) => kind !== 'page');
  return (['page-data', 'site-wide', 'asset', 'other'] as const)
    .map((kind) => [kind, others.filter((file) => file.kind === kind).length] as const)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => count(number, ...OUTPUT_KIND_WORDS[kind]))
    .join(', ');
}

/** What it is compared with, for people, without its full stop. */
export function basePhrase({ base }: Delta): string {
  if (base.kind === 'none') return `Nothing to compare with: ${base.why}`;
  const commit = base.commit === null ? '' : ` at commit ${base.commit.slice(0, 12)}`;
  const time =
    base.recordedAt === null
      ? ''
      : `, recorded ${base.recordedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):.*Z$/, '$1 $2 UTC')}`;
  const event = base.event === null ? '' : ` by a run of ${base.event}`;
  return `Compared with ${base.name}${commit}${time}${event}`;
}

/** How a page changed, as words and the texts that they are about, from what matters most. */
export interface ChangeWords {
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

export function changeWords({ parts, title, text }: PageChange): readonly ChangeWords[] {
  const told: ChangeWords[] = [
    ...(title === undefined ? [] : [{ what: 'title', ...title }]),
    ...(text === undefined ? [] : [{ what: 'text', ...text }]),
  ];
  if (told.length > 0) return told;
  const [first = 'unknown'] = parts;
  return first === 'title' || first === 'text' ? [] : [{ what: PART_WORDS[first] }];
}

export function vanishedSentence(page: VanishedPage): string {
  const where = page.movedTo === undefined ? 'is gone' : `moved to ${readableAddress(page.movedTo.path)}`;
  return `${readableAddress(page.path)} ${where} without a redirect; ${fixOf(page)}`;
}

export function vanishedHead(pages: readonly VanishedPage[]): string {
  return `${count(pages.length, 'address', 'addresses')} that answered ${pages.length === 1 ? 'leads' : 'lead'} nowhere now`;
}

/** What differs and is no change; empty: nothing. */
export function noisePhrase({ files }: Delta): string {
  const noisy = files.filter(({ noise }) => noise).length;
  return noisy === 0 ? '' : `${count(noisy, 'file')} differ${noisy === 1 ? 's' : ''} only as any two builds do`;
}
