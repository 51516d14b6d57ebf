import { byCodeUnit } from '../core/order.ts';

/** Who shows whom, read from the built output once: for each file, the pages that link to it or show its text. */
export interface LinkIndex {
  /** Pages (and style sheets) that mention the file, with `SHOWS` flags. */
  mentionsOf(output: string): ReadonlyMap<string, number>;
  /** Files that the page mentions, and how. */
  mentionedBy(page: string): MentionsOnPage;
  /** How many files the page that mentions most of them does. */
  mostOnOnePage(): number;
  /** Whole numbers that an index page shows; `undefined` when nobody looked. */
  numbersOn(page: string): readonly number[] | undefined;
  readonly size: number;
}

/** Two lists side by side, since a site can have millions of mentions. */
export interface MentionsOnPage {
  readonly targets: readonly string[];
  /** For each of them, `SHOWS` flags. */
  readonly flags: readonly number[];
}

/** All that was read from the output. */
export interface Mentioned {
  readonly mentions: Mentions;
  /** Index page -> whole numbers that it shows. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
}

/** Target -> mentioning page -> flags. */
export type Mentions = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Compact form: names once, then per target alternating page number (as a difference) and flags. */
export interface StoredLinkIndex {
  readonly names: readonly string[];
  readonly targets: readonly (readonly number[])[];
}

export function linkIndex({ mentions, numbers }: Mentioned): LinkIndex {
  const none: ReadonlyMap<string, number> = new Map();
  const nothing: MentionsOnPage = { targets: [], flags: [] };
  let reverse: ReadonlyMap<string, MentionsOnPage> | undefined;
  let most: number | undefined;
  return {
    size: mentions.size,
    mentionsOf: (output) => mentions.get(output) ?? none,
    mentionedBy(page) {
      reverse ??= reverseOf(mentions);
      return reverse.get(page) ?? nothing;
    },
    mostOnOnePage() {
      reverse ??= reverseOf(mentions);
      return (most ??= [...reverse.values()].reduce((least, { targets }) => Math.max(least, targets.length), 0));
    },
    numbersOn: (page) => numbers.get(page),
  };
}

function reverseOf(mentions: Mentions): Map<string, MentionsOnPage> {
  const reverse = new Map<string, { targets: string[]; flags: number[] }>();
  for (const [target, pages] of mentions) {
    for (const [page, flags] of pages) {
      const known = reverse.get(page);
      if (known === undefined) reverse.set(page, { targets: [target], flags: [flags] });
      else {
        known.targets.push(target);
        known.flags.push(flags);
      }
    }
  }
  return reverse;
}

/** `targets[i]` belongs to `names[i]`; names that nobody mentions come last and have none. */
export function storeLinkIndex(mentions: Mentions): StoredLinkIndex {
  const targets = [...mentions.keys()].sort(byCodeUnit);
  const pages = new Set([...mentions.values()].flatMap((found) => [...found.keys()]));
  for (const target of targets) pages.delete(target);
  const names = [...targets, ...[...pages].sort(byCodeUnit)];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return { names, targets: targets.map((target) => differences(mentions.get(target) ?? new Map(), numbers)) };
}

function differences(pages: ReadonlyMap<string, number>, numbers: ReadonlyMap<string, number>): number[] {
  const sorted = [...pages]
    .map(([page, flags]) => [numbers.get(page) ?? 0, flags] as const)
    .sort((left, right) => left[0] - right[0]);
  let last = 0;
  return sorted.flatMap(([number, flags]) => {
    const difference = number - last;
    last = number;
    return [difference, flags];
  });
}

/** `undefined` when the numbers do not add up: a damaged index is none. */
export function loadLinkIndex(stored: StoredLinkIndex): Mentions | undefined {
  const mentions = new Map<string, ReadonlyMap<string, number>>();
  for (const [index, encoded] of stored.targets.entries()) {
    const target = stored.names[index];
    const pages = new Map<string, number>();
    let number = 0;
    for (let at = 0; at + 1 < encoded.length; at += 2) {
      number += encoded[at] ?? 0;
      const page = stored.names[number];
      if (page === undefined) return undefined;
      pages.set(page, encoded[at + 1] ?? 0);
    }
    if (target === undefined || encoded.length % 2 !== 0) return undefined;
    mentions.set(target, pages);
  }
  return mentions;
}
