import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkResolver } from '../../src/mentions/address.ts';
import { mentionBuilder } from '../../src/mentions/build.ts';
import { readHtml } from '../../src/mentions/html.ts';
import { markupIn } from '../../src/mentions/markup.ts';
import { SHOWS } from '../../src/mentions/needles.ts';
import { linksInStyle } from '../../src/mentions/style.ts';

const MEGABYTE = 1024 ** 2;
const megabyteOf = (text: string): string => text.repeat(MEGABYTE / text.length);

/** What is between two pieces of text, as its kind and text. */
function marks(html: string): string[] {
  return Array.from(markupIn(html), ({ kind, text }) => `${kind} ${text}`);
}

test('comments, elements without text and tags are told apart', () => {
  assert.deepEqual(marks('a<b>c<!-- <i> -->d</b>'), ['tag <b>', 'comment <!-- <i> -->', 'tag </b>']);
  assert.deepEqual(marks('<SCRIPT src=x>"</p>"</script\n><Style></style>'), [
    'element <SCRIPT src=x>"</p>"</script\n>',
    'element <Style></style>',
  ]);
  assert.deepEqual(marks('<scripts>a</script>'), ['tag <scripts>', 'tag </script>']);
  assert.deepEqual(marks('<template>a</template><template>b'), ['element <template>a</template>', 'tag <template>']);
});

test('what is begun and not ended is the tag that it begins with, or text', () => {
  assert.deepEqual(marks('<!-- <i> a'), ['tag <!-- <i>']);
  assert.deepEqual(marks('<!-->'), ['tag <!-->']);
  assert.deepEqual(marks('<script><p></p>'), ['tag <script>', 'tag <p>', 'tag </p>']);
  assert.deepEqual(marks('1 < 2 and < 3'), []);
});

test('a page of any kind comes back, be it made to keep us busy', () => {
  const hostile = [
    '<',
    '<!--',
    '<!-->\n',
    '<script>',
    '<style',
    '</script ',
    '<a href="',
    '<a rel=x ',
    '&',
    '<template>',
  ];
  for (const text of hostile) {
    const { links } = readHtml(`<a href="/a/">A</a>${megabyteOf(text)}`);
    assert.equal(links[0]?.value, '/a/', text);
  }
  for (const text of [' rel=x', ' rel', ' href ', ' data-', ' rel = '])
    assert.deepEqual(
      readHtml(`<a href="/a/"${megabyteOf(text)}>`).links,
      [{ value: '/a/', at: 0, beside: false }],
      text,
    );
});

test('a link says that it leads on in any of its rel', () => {
  const leadsOn = (attributes: string): boolean | undefined => readHtml(`<a href="/a/"${attributes}>`).links[0]?.beside;
  for (const attributes of [
    ' rel=next',
    ' rel="external prev"',
    " rel = 'NEXT'",
    ' rel=a rel="next"',
    ' rel= rel = "prev',
  ])
    assert.equal(leadsOn(attributes), true, attributes);
  for (const attributes of ['', ' rel=nextish', ' rel="a" title="next"', ' data-rel=next', ' rel=""'])
    assert.equal(leadsOn(attributes), false, attributes);
});

test('a style sheet tells its links in any spelling, and comes back whatever is in it', () => {
  assert.deepEqual(linksInStyle(`@import 'a.css';@import url(b.css);a{b:url( "c d" ) URL('e') url( f )}`), [
    ...['a.css', 'b.css', 'c d', 'e', 'f '],
  ]);
  assert.deepEqual(linksInStyle('url(a "b) url("c" d) @import e; url(f'), []);
  for (const text of ['url(', 'url( ', 'url("', "url('a ", '@import "', 'url(a"'])
    assert.deepEqual(linksInStyle(`url(first)${megabyteOf(text)}`).slice(0, 1), ['first'], text);
  assert.deepEqual(linksInStyle(`url(${megabyteOf(' ')}`), []);
});

test('a page that links to another one countless times is one page that links to it', () => {
  const pages = ['a', 'b'].map((name) => ({
    output: `${name}/index.html`,
    title: '',
    description: '',
    date: '',
    body: 'word '.repeat(400),
  }));
  const files = new Set([...pages.map(({ output }) => output), 'by/index.html']);
  const builder = mentionBuilder({ pages, resolve: linkResolver([], files) });
  builder.add({ path: 'by/index.html', text: `${megabyteOf('<a href="/a/">')}<a href="/b/">2</a>` });
  const { mentions } = builder.build();
  assert.ok(((mentions.get('a/index.html')?.get('by/index.html') ?? 0) & SHOWS.link) !== 0);
  assert.ok(((mentions.get('b/index.html')?.get('by/index.html') ?? 0) & SHOWS.minutes) !== 0);
});
