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

const MEGABYTE = 1024 ** 2;
const megabyteOf = (text: string): string => text.repeat(MEGABYTE / text.length);

test('a text of any kind comes back, be it made to keep us busy', () => {
  const lines = ['a1/b', '[[', '[[a|', '{#', '{#a', '.md', '#', '# ', '{{ ', ':::{'].map(megabyteOf);
  for (const line of lines) {
    const { digest } = readPageText(
      Buffer.from(`# One\n\n${line}\n\n[[docs/a]] and guide/b.md {#here}\n`),
      'content/a.md',
    );
    assert.ok(digest.references.includes('[[docs/a]]'), line.slice(0, 9));
    assert.ok(digest.references.includes('guide/b.md'), line.slice(0, 9));
    assert.ok(digest.keys.has('(anchors)'), line.slice(0, 9));
  }
});

test('a first heading is read without what closes it', () => {
  const title = (body: string): string | undefined => readPageText(Buffer.from(body), 'content/a.md').title;
  assert.equal(title('text\n# Oil #\n# Wick'), 'Oil');
  assert.equal(title('#   C#'), 'C');
  assert.equal(title('# a # b ##  '), 'a # b ##');
  assert.equal(title('# ###'), '#');
  assert.equal(title('#none'), undefined);
  const blanks = megabyteOf(' ');
  assert.equal(title(`# x${blanks}y`), `x${blanks}y`);
  assert.equal(title(`# ${megabyteOf('#')} x`), `${megabyteOf('#')} x`);
});

test('front matter with more in it than a person writes counts as a whole', () => {
  const many = (from: number): string => Array.from({ length: 40_000 }, (_, at) => `k${at + from}: 1`).join('\n');
  assert.ok(differing(page(many(0)), page(many(1))).includes(WHOLE_FRONT_MATTER));
  const some = Array.from({ length: 4000 }, (_, at) => `k${at}: 1`).join('\n');
  assert.deepEqual(differing(page(`${some}\nlast: 1`), page(`${some}\nlast: 2`)), ['last']);
  for (const text of ['*a ', '!x ', '"', '[a,', '- - '])
    assert.ok(readPageText(Buffer.from(page(text.repeat(16_000))), 'content/a.md').digest.keys.size > 0, text);
});

test('names of page files end where their ending does', () => {
  const body = 'a.md.txt) b.mdx, .md c.md.d <d.RST> "e.ipynb" f.mdé g.md_x [h.md](i.txt)';
  assert.deepEqual(readPageText(Buffer.from(body), 'content/a.md').digest.references, [
    ...['a.md.txt', 'b.mdx', 'c.md', 'd.RST', 'e.ipynb', 'f.md', 'h.md', 'i.txt'],
  ]);
});
