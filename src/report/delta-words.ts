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
import { count } from './words.ts';

/** One word for each kind of output that is no page. */
export const OUTPUT_KIND_WORDS: Readonly<Record<OutputKind, readonly [one: string, more: string]>> = {
  page: ['page', 'pages'],
  'page-data': ['file beside a page', 'files beside pages'],
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
