import fc from 'fast-check';
import { isToyIndex, toySite, type ToyPage, type ToySite, type ToyTheme } from './toy-site.ts';

const WORDS =
  'oil lamp keeper fog storm glass watch relief bell lens tide rock stair signal letter clock brass wick coal mist gull rope ladder harbour beacon lantern'.split(
    ' ',
  );
const word = fc.constantFrom(...WORDS);
const anyTitle = fc.oneof(
  { weight: 6, arbitrary: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.constantFrom('Q & A', 'C++', 'C#', '燈塔', '???') },
);
const anyDescription = fc.oneof(
  fc.constant(''),
  fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
);
const anyDate = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 6 }).map((day) => `2024-03-0${String(day)}`),
);
const anyWeight = fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 4 }));
const anyTags = fc.uniqueArray(fc.constantFrom('tin', 'iron', 'gold', 'salt'), { maxLength: 3 });
const FOLDERS = ['content', 'content/g', 'content/g/h', 'content/k'] as const;
const NAMES = ['a', 'b', 'c', 'd', 'e'] as const;
const LEAVES = FOLDERS.flatMap((folder) => NAMES.map((name) => `${folder}/${name}.md`));
const anyToken = fc.oneof(
  { weight: 20, arbitrary: word },
  { weight: 2, arbitrary: word.map((text) => `*${text}*`) },
  { weight: 1, arbitrary: word.map((text) => `[${text}](/g/)`) },
  { weight: 1, arbitrary: fc.constantFrom(...LEAVES.slice(0, 8)).map((key) => `[[${key}]]`) },
);
const anyBody = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.array(anyToken, { maxLength: 12 }), fc.array(anyToken, { minLength: 40, maxLength: 260 })),
  )
  .map(([heading, tokens]) => `${heading ? '# Keeper notes\n\n' : ''}${tokens.join(' ')}`);

export const anyToyPage = (keys: readonly string[]): fc.Arbitrary<ToyPage> =>
  fc.record({
    key: fc.constantFrom(...keys),
    title: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 5, arbitrary: anyTitle }),
    description: anyDescription,
    date: anyDate,
    weight: anyWeight,
    tags: anyTags,
    body: anyBody,
  });

const INDEXES = FOLDERS.map((folder) => `${folder}/_index.md`);
/** A home page, and an index for every folder that holds a page. */
export const anyToySite: fc.Arbitrary<ToySite> = fc
  .tuple(
    fc.uniqueArray(anyToyPage(LEAVES), { selector: (page) => page.key, minLength: 1, maxLength: 12 }),
    fc.tuple(...INDEXES.map((key) => anyToyPage([key]))),
  )
  .map(([leaves, indexes]) => {
    const used = indexes.filter(
      ({ key }) => key === INDEXES[0] || leaves.some((leaf) => leaf.key.startsWith(key.replace('_index.md', ''))),
    );
    return toySite([...used.map((index) => ({ ...index, tags: [], date: '' })), ...leaves]);
  });

export const anyToyTheme: fc.Arbitrary<ToyTheme> = fc.record({
  order: fc.constantFrom('weight', 'newest', 'title', 'path'),
  ties: fc.constantFrom('title', 'path'),
  excerpt: fc.constantFrom('none', 'description', 'body', 'either'),
  excerptWords: fc.constantFrom(20, 50, 120),
  dates: fc.boolean(),
  lengths: fc.constantFrom('none', 'minutes', 'words'),
  counts: fc.boolean(),
  sidebar: fc.constantFrom('none', 'section', 'site'),
  neighbours: fc.constantFrom('none', 'section', 'site'),
  newest: fc.constantFrom('nowhere', 'home', 'everywhere'),
  tooltips: fc.boolean(),
  related: fc.constantFrom('none', 'most', 'newest'),
  cloud: fc.constantFrom('index', 'listings', 'home', 'everywhere'),
  tagCounts: fc.boolean(),
  perPage: fc.constantFrom(1, 2, 10),
  base: fc.constantFrom('', 'https://example.org/docs'),
});

/** What an author does to one page. */
export interface ToyEdit {
  readonly what: string;
  apply(site: ToySite): ToySite;
}

/** `at` picks a page, whatever the size of the site. */
const change = (what: string, of: fc.Arbitrary<(page: ToyPage) => Partial<ToyPage>>): fc.Arbitrary<ToyEdit> =>
  fc.tuple(fc.nat(), of).map(([at, changed]) => ({
    what,
    apply(site) {
      const pages = [...site.values()];
      const page = pages[at % pages.length];
      if (page === undefined) return site;
      const { tags, date, ...others } = changed(page);
      const leaf = isToyIndex(page.key) ? {} : { ...(tags && { tags }), ...(date !== undefined && { date }) };
      return toySite(pages.map((other) => (other === page ? { ...page, ...others, ...leaf } : other)));
    },
  }));

export const anyToyEdit: fc.Arbitrary<ToyEdit> = fc.oneof(
  change(
    'title',
    anyTitle.map((title) => () => ({ title })),
  ),
  change(
    'description',
    anyDescription.map((description) => () => ({ description })),
  ),
  change(
    'date',
    anyDate.map((date) => () => ({ date })),
  ),
  change(
    'weight',
    anyWeight.map((weight) => () => ({ weight })),
  ),
  change(
    'tags',
    anyTags.map((tags) => () => ({ tags })),
  ),
  change(
    'body',
    anyBody.map((body) => () => ({ body })),
  ),
  change(
    'more text',
    fc
      .array(word, { minLength: 1, maxLength: 250 })
      .map((words) => ({ body }) => ({ body: `${body} ${words.join(' ')}` })),
  ),
  change(
    'one word',
    fc.tuple(fc.nat(), word).map(([at, other]) => ({ body }) => {
      const words = body.split(' ');
      return { body: words.map((known, index) => (index === at % words.length ? other : known)).join(' ') };
    }),
  ),
  change(
    'a mark',
    fc.nat().map((at) => ({ body }) => {
      const words = body.split(' ');
      return { body: words.map((known, index) => (index === at % words.length ? `${known}!` : known)).join(' ') };
    }),
  ),
  anyToyPage(LEAVES).map((page) => ({
    what: 'added',
    apply: (site: ToySite) => (site.has(page.key) ? site : toySite([...site.values(), page])),
  })),
  fc.tuple(anyToyPage(['content/m/a.md', 'content/g/m/a.md']), anyToyPage(['x'])).map(([page, index]) => ({
    what: 'a section added',
    apply(site: ToySite) {
      const key = `${page.key.slice(0, -'a.md'.length)}_index.md`;
      return toySite([...site.values(), { ...index, key, tags: [], date: '' }, page]);
    },
  })),
  fc.constantFrom('content/g/h', 'content/k').map((folder) => ({
    what: 'a section deleted',
    apply(site: ToySite) {
      const left = [...site.values()].filter((page) => !page.key.startsWith(`${folder}/`));
      return left.some((page) => !isToyIndex(page.key)) ? toySite(left) : site;
    },
  })),
  fc.nat().map((at) => ({
    what: 'deleted',
    apply(site: ToySite) {
      const leaves = [...site.values()].filter((page) => !isToyIndex(page.key));
      const gone = leaves[at % leaves.length];
      return leaves.length < 2 ? site : toySite([...site.values()].filter((page) => page !== gone));
    },
  })),
);
