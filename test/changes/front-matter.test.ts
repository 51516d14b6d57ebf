import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitPage } from '../../src/changes/front-matter.ts';

test('a page is split at its fences', () => {
  assert.deepEqual(splitPage('---\ntitle: A\n---\nBody\n'), { frontMatter: 'title: A', body: 'Body\n' });
});

test('line ends of other systems and a byte order mark make no difference', () => {
  for (const source of ['---\r\ntitle: A\r\n---\r\nBody', '---\rtitle: A\r---\rBody', '\ufeff---\ntitle: A\n---\nBody'])
    assert.deepEqual(splitPage(source), { frontMatter: 'title: A', body: 'Body' });
});

test('a line of three dashes in the body is body', () => {
  const { frontMatter, body } = splitPage('---\ntitle: A\n---\nOne\n\n---\n\nTwo: 2\n---\n');
  assert.equal(frontMatter, 'title: A');
  assert.equal(body, 'One\n\n---\n\nTwo: 2\n---\n');
});

test('dashes inside the front matter do not end it, unless they stand alone in a line', () => {
  assert.equal(
    splitPage('---\ntitle: a --- b\nx: ---\n----\ny: 1\n---\nBody').frontMatter,
    'title: a --- b\nx: ---\n----\ny: 1',
  );
  // Python ends a line at U+2028 no more than Bengal does.
  assert.equal(splitPage('---\nt: a\u2028---\u2028b\ntags: [x]\n---\n').frontMatter, 't: a\u2028---\u2028b\ntags: [x]');
});

test('empty front matter is front matter; none, or none that ends, is none', () => {
  assert.deepEqual(splitPage('---\n---\nBody'), { frontMatter: '', body: 'Body' });
  assert.deepEqual(splitPage('---\n---'), { frontMatter: '', body: '' });
  for (const source of ['Body', '', 'Body\n---\na: 1\n---\n', '---\na: 1\nBody', '\n---\na: 1\n---\n'])
    assert.deepEqual(splitPage(source), { frontMatter: undefined, body: source });
});

test('any first line that starts with three dashes is a fence, as in Bengal', () => {
  for (const fence of ['----', '--- # comment', '---yaml', '---\u00a0'])
    assert.deepEqual(splitPage(`${fence}\na: 1\n---\nBody`), { frontMatter: 'a: 1', body: 'Body' });
});
