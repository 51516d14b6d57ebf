import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparePages } from '../../src/delta/page-change.ts';
import type { PageView } from '../../src/delta/page-view.ts';
import { readPagePair, readPageView } from '../../src/delta/read-pages.ts';

interface Parts {
  readonly title?: string;
  readonly head?: string;
  readonly nav?: string;
  readonly heading?: string;
  readonly text?: string;
  readonly aside?: string;
}

function page({
  title = 'Title - Site',
  head = '',
  nav = '<a href="/">Home</a>',
  heading = 'Title',
  text = '<p>One. Two. Three.</p>',
  aside = '',
}: Parts = {}): string {
  return `<!DOCTYPE html><html><head><title>${title}</title>${head}</head><body><header><nav>${nav}</nav></header>
<main><article><h1>${heading}</h1>${text}</article>${aside}</main><footer>Made with care</footer></body></html>`;
}

function viewOf(html: string): PageView {
  const view = readPageView(html);
  assert.ok(view !== undefined);
  return view;
}

function change(before: Parts, after: Parts): ReturnType<typeof comparePages> {
  return comparePages(viewOf(page(before)), viewOf(page(after)));
}

test('a title is told with the one before', () => {
  assert.deepEqual(change({}, { title: 'New - Site', heading: 'New' }), {
    parts: ['title'],
    title: { before: 'Title', after: 'New' },
  });
  assert.deepEqual(change({}, { title: 'Title - Other' }).title, { before: 'Title - Site', after: 'Title - Other' });
});

test('the first sentence that is another one is told, and not those around it', () => {
  assert.deepEqual(change({}, { text: '<p>One. Second, now. Three.</p>' }), {
    parts: ['text'],
    text: { before: 'Two.', after: 'Second, now.' },
  });
  assert.deepEqual(change({}, { text: '<p>One. Two. Three.</p><p>Four. Five.</p>' }).text, {
    before: '',
    after: 'Four.',
  });
  assert.deepEqual(change({ text: '<p>Gone.</p><p>Kept.</p>' }, { text: '<p>Kept.</p>' }).text, {
    before: 'Gone.',
    after: '',
  });
});

test('of a list that one entry joined, the entry is told, wherever it stands', () => {
  const list = (items: readonly string[]): string =>
    `<ul>${items.map((item) => `<li>${item} is here</li>`).join('')}</ul>`;
  const changed = change({ text: list(['a', 'b', 'c']) }, { text: list(['b', 'n', 'c', 'a']) });
  assert.deepEqual(changed.text, { before: '', after: 'n is here' });
});

test('only navigation: menus, what stands around the text, and lists of nothing but links', () => {
  for (const [before, after] of [
    [{}, { nav: '<a href="/">Home</a><a href="/new/">New</a>' }],
    [{ aside: '<nav><a href="/a/">Next</a></nav>' }, { aside: '<nav><a href="/b/">Next one</a></nav>' }],
    [{ aside: '<ul><li><a href="/a/">A</a></li></ul>' }, { aside: '<ul><li><a href="/b/">B</a></li></ul>' }],
  ] satisfies [Parts, Parts][])
    assert.deepEqual(change(before, after).parts, ['navigation']);
});

test('only the head, and only markup', () => {
  assert.deepEqual(change({}, { head: '<meta name="description" content="Other">' }).parts, ['head']);
  assert.deepEqual(change({}, { text: '<p class="lead">One. Two. Three.</p>' }).parts, ['markup']);
});

test('a page without main tells its text all the same, and what an aside within the text says is text', () => {
  const plain = (text: string): string => `<html><body><nav>x</nav><div>${text}</div></body></html>`;
  const compare = (before: string, after: string): readonly string[] =>
    comparePages(viewOf(plain(before)), viewOf(plain(after))).parts;
  assert.deepEqual(compare('<p>One.</p>', '<p>Two.</p>'), ['text']);
  assert.deepEqual(change({ text: '<aside>Note: one.</aside>' }, { text: '<aside>Note: two.</aside>' }).parts, [
    'text',
  ]);
});

test('a real parser reads what patterns lose: bare attributes, > in attributes, entities, comments, pictures with titles', () => {
  const view = viewOf(
    `<title>A &amp; B</title><main><svg><title>Icon</title></svg><h1 data-x='a > b'>A &amp;&#32;B</h1><!-- <p>no</p> --><p title=x>1 &lt; 2</p><script>var no = '<p>no</p>';</script><style>p{}</style>`,
  );
  assert.deepEqual([view.title, view.heading, view.blocks], ['A & B', 'A & B', ['1 < 2']]);
});

test('a page that leads on says where, and one that search engines shall not show says so', () => {
  const alias =
    '<html><head><meta http-equiv="refresh" content="0; url=/new/"><meta name="robots" content="noindex"></head>';
  const { redirect, noindex } = viewOf(alias);
  assert.deepEqual([redirect, noindex], ['/new/', true]);
});

test('whatever the markup is, a page has no change against itself but what is no change, and reading it ends', () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<main>',
    '</main>',
    '<a href=x>',
    '</a',
    '<nav>',
    '<!--',
    'text. ',
    '<h1>',
    '&',
    '<title>',
    '>',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const html = parts.join('');
      const changed = comparePages(viewOf(html), viewOf(html));
      assert.deepEqual(changed, { parts: ['markup'] });
    }),
  );
  viewOf('<a '.repeat(100_000) + '&amp;'.repeat(100_000) + '<p>'.repeat(100_000));
  assert.equal(readPageView('<div>'.repeat(100_000)), undefined, 'nobody waits for what no page is');
});

/** What the whole of both versions says, and what is left of it where only what differs is read. */
function bothWays(before: string, after: string): { readonly whole: unknown; readonly parted: unknown } {
  const told = ({ title, heading, redirect, noindex }: PageView): unknown => [title, heading, redirect, noindex];
  const pair = readPagePair(before, after);
  assert.ok(pair !== undefined);
  return {
    whole: [comparePages(viewOf(before), viewOf(after)), told(viewOf(before)), told(viewOf(after))],
    parted: [comparePages(pair.before, pair.after), told(pair.before), told(pair.after)],
  };
}

const MARKUP = fc.constantFrom(
  ...['<p>', '</p>', '<p class=x>', '<li>', '</li>', '<ul>', '</ul>', '<main>', '</main>', '<article>', '</article>'],
  ...['<a href="/a/">', '</a>', '<b>', '</b>', '<nav>', '</nav>', '<aside>', '</aside>', '<div role="main">', '</div>'],
  ...['<h1>', '</h1>', '<head>', '</head>', '<body>', '<title>', '</title>', '<svg>', '</svg>', '<br>', '</br>'],
  ...['<meta name=robots content=noindex>', '<meta http-equiv=refresh content="0; url=/b/">', '<form>', '</form>'],
  ...['<script>', '</script>', '<style>', '</style>', '<textarea>', '</textarea>', '<!--', '-->', '<![CDATA[', ']]>'],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<select>',
    '<option>',
    '<plaintext>',
    '<math>',
    '<mi>',
    '<!DOCTYPE html>',
  ],
  ...[
    'One. ',
    'Two. ',
    'three',
    ' ',
    '\n',
    '<',
    '>',
    '</',
    '<p',
    ' title="a > b"',
    "'",
    '"',
    '&',
    '&amp;',
    '&am',
    'p;',
    '/',
  ],
);
const pieces = fc.array(MARKUP, { maxLength: 25 }).map((parts) => parts.join(''));

test('reading only what differs between two versions of a page says what reading both says, whatever the markup is', () => {
  const same = fc.tuple(pieces, fc.array(MARKUP, { maxLength: 4 }), fc.array(MARKUP, { maxLength: 4 }), pieces);
  fc.assert(
    fc.property(same, fc.boolean(), ([start, was, is, end], isPage) => {
      const around = (html: string): string =>
        isPage ? page({ text: html }).replace('</footer>', `${end}</footer>`) : html;
      const { whole, parted } = bothWays(
        around(`${start}${was.join('')}${end}`),
        around(`${start}${is.join('')}${end}`),
      );
      assert.deepEqual(parted, whole);
    }),
    { numRuns: Number(process.env['PAGE_PAIRS'] ?? 3000) },
  );
});
