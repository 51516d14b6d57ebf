import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedKeys, readPageText, WHOLE_FRONT_MATTER } from '../../src/changes/page-text.ts';

/** The front matter keys in which two texts of a page differ. */
function differing(before: string | Uint8Array, after: string | Uint8Array, path = 'content/a.md'): string[] {
  const [was, is] = [before, after].map((text) => readPageText(Buffer.from(text), path).digest.keys);
  return [...changedKeys(was!, is!)].sort();
}

const page = (frontMatter: string, body = 'Body\n'): string => `---\n${frontMatter}\n---\n${body}`;
const BASE = page('title: A\ntags: [p, q]\nweight: 1\ndate: 2024-01-02');

test('comments, key order, quoting, line ends and the body change no key', () => {
  for (const other of [
    page('title: A\ntags: [p, q]\nweight: 1\ndate: 2024-01-02', 'Other\n---\n'),
    page('date: 2024-01-02\ntags:\n- "p"\n- q # why\n\nweight: 1\ntitle: \'A\''),
    BASE.replaceAll('\n', '\r\n'),
  ])
    assert.deepEqual(differing(BASE, other), [], other);
});

test('a key that was changed, added or removed is named, and no other', () => {
  assert.deepEqual(differing(BASE, BASE.replace('title: A', 'title: B')), ['title']);
  assert.deepEqual(differing(BASE, BASE.replace('weight: 1\n', '')), ['weight']);
  assert.deepEqual(differing(BASE, BASE.replace('[p, q]', '[q, p]')), ['tags']);
  assert.deepEqual(differing(BASE, BASE.replace('date:', 'draft: true\ndate:')), ['draft']);
});

test('what only Python tells apart is a change', () => {
  const pairs = [
    ['weight: 1\n', 'weight: 1.0\n'],
    ['[p, q]', '!!set {p, q}'],
    ['2024-01-02', '2024-01-02 00:00:00'],
    ['[p, q]', '[p, "1"]'],
  ] as const;
  for (const [from, to] of pairs) assert.equal(differing(BASE, BASE.replace(from, to)).length, 1, to);
  assert.deepEqual(differing(page('title: y'), page('title: yes')), ['title']);
  assert.deepEqual(differing(page('title: A\nn: 12345678901234567890'), page('title: A\nn: 12345678901234567891')), [
    'n',
  ]);
});

test('front matter that is no YAML, or no mapping, counts as a whole', () => {
  assert.ok(differing(page('title: "a\n: ['), page('title: "b\n: [')).includes(WHOLE_FRONT_MATTER));
  assert.ok(differing(page('- a'), page('- b')).includes(WHOLE_FRONT_MATTER));
});

test('any edit of a notebook counts as a whole: its metadata are somewhere in it', () => {
  const notebook = (tag: string): string => `{"cells":[],"metadata":{"tags":["${tag}"]}}`;
  assert.ok(differing(notebook('a'), notebook('b'), 'content/a.ipynb').includes(WHOLE_FRONT_MATTER));
});

test('without a title of its own, a page takes it from the beginning of its text', () => {
  assert.deepEqual(differing('# One\n', '# Two\n'), ['title']);
  assert.deepEqual(differing(page('weight: 1', '# One\n'), page('weight: 1', '# Two\n')), ['title']);
});

test('bytes that are no UTF-8 still count', () => {
  const latin1 = (byte: number): Uint8Array =>
    Buffer.from([...Buffer.from('---\ntitle: caf'), byte, ...Buffer.from('\n---\n')]);
  assert.deepEqual(differing(latin1(0xe9), latin1(0xe8)), ['title']);
});

test('keys like __proto__ are keys', () => {
  assert.deepEqual(differing(page('__proto__: 1\ntitle: A'), page('__proto__: 2\ntitle: A')), ['__proto__']);
});
