/** Edits of the small sites for hard reads, by site, with the pages that each changes: worked out by hand. */

export interface KnownEdit {
  readonly name: string;
  readonly file: string;
  /** Replaced by `to`. Without it the whole file is. */
  readonly from?: string;
  /** None: the file is deleted. */
  readonly to?: string;
  /** Folders of the pages that change, `` for the first page. */
  readonly changes: readonly string[];
}

const posts = (...numbers: readonly number[]): string[] => numbers.map((number) => `posts/post-${String(number)}`);
/** Titles of posts stand in the list of their section and on the pages of their tags. */
const LISTED_ODD = ['posts', 'tags/red', 'tags/number'];
const LISTED_EVEN = ['posts', 'tags/blue', 'tags/number'];
const TITLE = { from: 'title: Post', to: 'title: Another' };

export const KNOWN_EDITS: Readonly<Record<string, readonly KnownEdit[]>> = {
  authors: [
    { name: 'title-of-author', file: 'content/posts/post-1.md', ...TITLE, changes: [...posts(1, 3, 5), ...LISTED_ODD] },
    {
      name: 'author',
      file: 'content/posts/post-2.md',
      from: 'author: Ben',
      to: 'author: Ada',
      changes: posts(1, 2, 3, 4, 5, 6),
    },
  ],
  tracks: [
    {
      name: 'track-with-a-page',
      file: 'data/tracks.yaml',
      from: 'name: Items',
      to: 'name: Things',
      changes: posts(3, 4),
    },
    { name: 'unread-data', file: 'data/tracks.yaml', from: 'items: 3', to: 'items: 4', changes: [] },
    {
      name: 'looked-up-without-a-link',
      file: 'content/posts/post-2.md',
      ...TITLE,
      changes: ['about', ...posts(1, 2, 3, 4, 5), ...LISTED_EVEN],
    },
  ],
  series: [{ name: 'total', file: 'content/posts/post-2.md', from: 'total: 5', to: 'total: 6', changes: posts(2) }],
  badges: [
    {
      name: 'badge',
      file: 'data/versions.yaml',
      from: "current: '2.1'",
      to: "current: '2.2'",
      changes: ['about', ...posts(1, 2, 3, 4)],
    },
    { name: 'unread-data', file: 'data/versions.yaml', from: "next: '3.0'", to: "next: '3.1'", changes: [] },
    {
      name: 'key-beyond-ascii',
      file: 'content/posts/post-2.md',
      from: 'größe: 20',
      to: 'größe: 21',
      changes: posts(2),
    },
  ],
  counts: [
    {
      name: 'section-title',
      file: 'content/notes/_index.md',
      from: 'title: Notes',
      to: 'title: Jottings',
      // Its title stands in the menu as well, which is made of the sections.
      changes: [
        ...['', 'about', 'notes', 'posts', 'tags', 'tags/blue', 'tags/number', 'tags/red'],
        ...posts(1, 2, 3, 4, 5),
        ...['notes/post-1', 'notes/post-2', 'notes/post-3'],
      ],
    },
  ],
  queries: [
    {
      name: 'group',
      file: 'content/about.md',
      from: 'weight: 9',
      to: 'weight: 7',
      changes: ['about', ...posts(1, 2, 3, 4, 5, 6)],
    },
  ],
  menus: [
    {
      name: 'footer',
      file: 'bengal.toml',
      from: 'name = "About"',
      to: 'name = "Us"',
      changes: ['about', ...posts(1, 2, 3, 4), 'notes/post-1', 'notes/post-2'],
    },
  ],
  languages: [
    {
      name: 'translation',
      file: 'i18n/en.yaml',
      from: 'greeting: Hello',
      to: 'greeting: Good day',
      changes: ['about', ...[1, 2, 3].flatMap((n) => [`de/guide/step-${String(n)}`, `en/guide/step-${String(n)}`])],
    },
    { name: 'unread-translation', file: 'i18n/de.yaml', from: 'unused: x', to: 'unused: y', changes: [] },
  ],
  versions: [
    {
      name: 'label',
      file: 'bengal.toml',
      from: 'label = "1.0"',
      to: 'label = "1.1"',
      changes: ['about', ...[1, 2, 3].flatMap((n) => [`docs/post-${String(n)}`, `docs/v1/post-${String(n)}`])],
    },
  ],
  lists: [
    // The newest post: on the first page of each list.
    {
      name: 'title-on-a-list-of-pages',
      file: 'content/blog/post-8.md',
      ...TITLE,
      changes: ['blog', 'blog/post-8', 'tags/blue', 'tags/number'],
    },
  ],
  libraries: [
    {
      name: 'computed-include',
      file: 'themes/own/templates/boxes/round.html',
      from: '<p>round',
      to: '<p>rounder',
      changes: posts(1, 3),
    },
    { name: 'unread-key-of-the-theme', file: 'bengal.toml', from: '"one", "two"', to: '"one", "three"', changes: [] },
  ],
  shortcodes: [
    {
      name: 'shortcode',
      file: 'templates/shortcodes/note.html',
      from: '<b>',
      to: '<b class="note">',
      changes: posts(1),
    },
  ],
  notebooks: [
    {
      name: 'cell',
      file: 'content/notes/measure.ipynb',
      from: 'Some text.',
      to: 'Some words.',
      changes: ['notes/measure'],
    },
  ],
  'virtual-pages': [
    // It stands in the menu.
    {
      name: 'page-comes',
      file: 'content/late.md',
      to: '---\ntitle: Late\n---\nLate.\n',
      changes: [
        ...['', 'about', 'late', 'api', 'api/clock', 'api/lamps', 'posts', ...posts(1, 2, 3)],
        ...['tags', 'tags/blue', 'tags/number', 'tags/red'],
      ],
    },
  ],
  letters: [
    {
      name: 'data-beyond-ascii',
      file: 'data/orte.yaml',
      from: 'name: Köln',
      to: 'name: Trier',
      changes: ['about', ...posts(1, 2, 3, 4), 'posts/übung'],
    },
    {
      name: 'include-appears',
      file: 'templates/boxes/10.html',
      to: '<b>ten</b>\n',
      changes: posts(1),
    },
  ],
  cascades: [
    {
      name: 'cascade',
      file: 'content/rooms/_index.md',
      from: 'shade: pale',
      to: 'shade: white',
      // All below but the section that has its own.
      changes: [
        ...['rooms', 'rooms/post-1', 'rooms/post-2', 'rooms/north/post-1', 'rooms/north/post-2'],
        ...['rooms/north/attic', 'rooms/north/attic/post-1', 'rooms/north/attic/post-2'],
      ],
    },
  ],
  fragments: [
    {
      name: 'in-a-kept-fragment',
      file: 'data/team.yaml',
      from: 'lead: Ada',
      to: 'lead: Cleo',
      changes: ['about', ...posts(1, 2, 3, 4)],
    },
    { name: 'beside-it', file: 'data/team.yaml', from: 'second: Ben', to: 'second: Dan', changes: [] },
  ],
  samples: [
    {
      name: 'list-that-is-drawn-from',
      file: 'content/posts/late.md',
      to: '---\ntitle: Late\n---\nLate.\n',
      changes: ['about', 'posts', 'posts/late', ...posts(1, 2, 3, 4, 5)],
    },
  ],
  'library-objects': [
    {
      name: 'title-that-an-object-shows',
      file: 'content/posts/post-1.md',
      ...TITLE,
      changes: ['about', ...posts(1, 2, 3), ...LISTED_ODD],
    },
  ],
  indexes: [
    {
      name: 'category',
      file: 'content/posts/post-2.md',
      from: 'category: dark',
      to: 'category: light',
      changes: ['about', ...posts(1, 2, 3, 4, 5)],
    },
  ],
};
