import type { RecordedPage } from '../../src/bengal/recorded-page.ts';
import type { BengalState } from '../../src/bengal/state.ts';
import { bengalState, recordedPage } from './recorded.ts';
import { renderToy } from './toy-theme.ts';

// A site small enough to be rendered in memory, in ways in which themes differ. What a full build changes is then a
// fact: render before and after, and compare.

export interface ToyPage {
  /** Site path of the source. */
  readonly key: string;
  /** Empty: the page takes its first heading. */
  readonly title: string;
  readonly description: string;
  /** `2024-01-31`, or empty. */
  readonly date: string;
  readonly weight: number | undefined;
  readonly tags: readonly string[];
  /** Markdown of sorts: words, `*emphasis*`, `[text](/url/)` and `[[key]]`, which shows the title of that page. */
  readonly body: string;
}

/** By key. */
export type ToySite = ReadonlyMap<string, ToyPage>;

export function toySite(pages: readonly ToyPage[]): ToySite {
  return new Map(pages.map((page) => [page.key, page]));
}

export interface ToyTheme {
  readonly order: 'weight' | 'newest' | 'title' | 'path';
  /** What decides between pages that the order takes for equal. */
  readonly ties: 'title' | 'path';
  /** What stands below a title in a list. */
  readonly excerpt: 'none' | 'description' | 'body' | 'either';
  readonly excerptWords: number;
  readonly dates: boolean;
  /** How a list says how long a text is. */
  readonly lengths: 'none' | 'minutes' | 'words';
  /** Whether an index says how many pages its folder has, and each folder in it. */
  readonly counts: boolean;
  /** Which pages each page lists at its side. */
  readonly sidebar: 'none' | 'section' | 'site';
  /** Which pages the previous and the next one are picked from. */
  readonly neighbours: 'none' | 'section' | 'site';
  /** Where the three newest pages of the site are shown. */
  readonly newest: 'nowhere' | 'home' | 'everywhere';
  /** Whether titles of neighbours are text, or only a tooltip of an arrow. */
  readonly tooltips: boolean;
  /** Up to two pages that share a tag: those that share most, or the newest. */
  readonly related: 'none' | 'most' | 'newest';
  /** Where all tags are listed with their numbers. */
  readonly cloud: 'index' | 'listings' | 'home' | 'everywhere';
  /** Whether a page says of each of its tags how many pages have it. */
  readonly tagCounts: boolean;
  readonly perPage: number;
  /** What stands before paths in links. */
  readonly base: string;
}

const INDEX = /(?:^|\/)_?index\.md$/;

export const isToyIndex = (key: string): boolean => INDEX.test(key);
export const toyFolder = (key: string): string => key.slice(0, key.lastIndexOf('/'));
export const toyUrl = (key: string): string =>
  `/${key
    .replace(/^content\//, '')
    .replace(INDEX, (match) => (match.startsWith('/') ? '/' : ''))
    .replace(/\.md$/, '/')}`;
export const outputOfToyUrl = (url: string): string => `${url.slice(1)}index.html`;

export function toySource({ title, description, date, weight, tags, body }: ToyPage): string {
  const lines = [
    ...(title === '' ? [] : [`title: ${JSON.stringify(title)}`]),
    ...(description === '' ? [] : [`description: ${JSON.stringify(description)}`]),
    ...(date === '' ? [] : [`date: ${date}`]),
    ...(weight === undefined ? [] : [`weight: ${String(weight)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${JSON.stringify(tags)}`]),
  ];
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

export function toyTitle(page: ToyPage): string {
  return page.title || (/^#\s+(.+)$/m.exec(page.body)?.[1] ?? (page.key.split('/').at(-1) ?? '').replace(/\.md$/, ''));
}

/** Slug -> keys of the pages that carry it. */
export function toyTags(site: ToySite): Map<string, Set<string>> {
  const tags = new Map<string, Set<string>>();
  for (const page of site.values())
    for (const tag of page.tags) tags.set(tag, (tags.get(tag) ?? new Set()).add(page.key));
  return tags;
}

/** The state that Bengal would leave of the site. */
export function toyState(site: ToySite, theme: ToyTheme, root = ''): BengalState {
  const tags = toyTags(site);
  const pages: RecordedPage[] = [...site.values()].map((page) =>
    recordedPage({
      key: page.key,
      outputs: [outputOfToyUrl(toyUrl(page.key)) as never],
      tags: page.tags,
      metadata: {
        title: toyTitle(page),
        description: page.description || null,
        date: page.date === '' ? null : `${page.date}T00:00:00`,
        weight: page.weight ?? null,
        tags: page.tags,
      },
    }),
  );
  const listings = [...tags].flatMap(([slug, members]) =>
    Array.from({ length: Math.ceil(members.size / theme.perPage) }, (_, index) =>
      recordedPage({
        key: `.bengal/generated/tags/${slug}/page_${String(index + 1)}/index.md`,
        kind: 'tag',
        tags: [slug],
        outputs: [`tags/${slug}/${index === 0 ? '' : `page/${String(index + 1)}/`}index.html` as never],
      }),
    ),
  );
  const index = recordedPage({
    key: '.bengal/generated/tags/index.md',
    kind: 'tag-index',
    outputs: ['tags/index.html' as never],
  });
  return bengalState([...pages, ...listings, ...(tags.size > 0 ? [index] : [])], {
    tags,
    baseUrls: theme.base === '' ? [] : [theme.base],
    recordedRoot: root === '' ? undefined : root,
  });
}

/** Outputs whose HTML a full build changes, makes or removes. */
export function changedOutputs(before: ToySite, after: ToySite, theme: ToyTheme): { built: string[]; gone: string[] } {
  const [was, is] = [renderToy(before, theme), renderToy(after, theme)];
  return {
    built: [...is.keys()].filter((output) => was.get(output) !== is.get(output)),
    gone: [...was.keys()].filter((output) => !is.has(output)),
  };
}
