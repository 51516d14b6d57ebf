import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Read } from '../../src/trace/trace.ts';
import { affectedBy, isPage, outputOf, read, textOf, type Sources } from '../support/traced-site.ts';
import { answerOf } from './site-model.ts';

const FOLDERS = ['content', 'content/a', 'content/a/b', 'content/c'] as const;
const PATHS = FOLDERS.flatMap((folder) => ['_index', 'x', 'y', 'z'].map((name) => `${folder}/${name}.md`));
const TAGS = ['p', 'q', 'r'];

const page = fc
  .record(
    {
      title: fc.constantFrom('A', 'B', 'C'),
      date: fc.constantFrom('2024-01-01T00:00:00', '2024-02-01T00:00:00'),
      weight: fc.integer({ min: 1, max: 3 }),
      tags: fc.subarray(TAGS),
      mood: fc.constantFrom('calm', 'wild'),
      cascade: fc.record({ tone: fc.constantFrom('low', 'high') }),
      body: fc.constantFrom('One.', 'Two words.', 'One. [[x]]'),
    },
    { requiredKeys: ['title', 'body'] },
  )
  .map(
    ({ body, ...front }) =>
      `---\n${Object.entries(front)
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
        .join('\n')}\n---\n${body}\n`,
  );

const data = fc.dictionary(
  fc.constantFrom('k', 'l'),
  fc.oneof(fc.integer({ min: 0, max: 2 }), fc.dictionary(fc.constantFrom('m', 'n'), fc.integer({ min: 0, max: 2 }))),
);

const site: fc.Arbitrary<Sources> = fc
  .record({
    pages: fc.dictionary(fc.constantFrom(...PATHS), page, { minKeys: 2 }),
    data: fc.dictionary(
      fc.constantFrom('data/one.yaml', 'data/two.yaml'),
      data.map((value) => JSON.stringify(value)),
    ),
    templates: fc.dictionary(fc.constantFrom('templates/t.html', 'templates/u.html'), fc.constantFrom('1', '2')),
  })
  .map((parts) => new Map(Object.entries({ ...parts.pages, ...parts.data, ...parts.templates })));

const somePage = fc.constantFrom(...PATHS).map((path) => `page:${path}`);
const someSection = fc.constantFrom(...FOLDERS).map((folder) => `section:${folder}`);
const someRead: fc.Arbitrary<Read> = fc.oneof(
  fc
    .tuple(
      somePage,
      fc.constantFrom(
        'title',
        'date',
        'weight',
        'tags',
        'content',
        'word_count',
        'next',
        'prev',
        'next_in_section',
        'prev_in_section',
        'related_posts',
      ),
    )
    .map(([owner, name]) => read('attribute', owner, name)),
  fc
    .tuple(somePage, fc.constantFrom('title', 'mood', 'tone', 'absent'))
    .map(([owner, key]) => read('front-matter', owner, key)),
  somePage.map((owner) => read('keys', owner, 'metadata')),
  fc
    .tuple(
      someSection,
      fc.constantFrom('title', 'sorted_pages', 'post_count', 'regular_pages_recursive', 'subsections'),
    )
    .map(([owner, name]) => read('attribute', owner, name)),
  fc.constant(read('attribute', 'site', 'regular_pages')),
  fc.constantFrom(...TAGS).map((tag) => read('key', 'site', 'taxonomies', 'tags', tag)),
  fc.constant(read('keys', 'site', 'taxonomies', 'tags')),
  fc.constantFrom('t.html', 'u.html').map((name) => read('template', name)),
  fc
    .tuple(
      fc.constantFrom('key' as const, 'keys' as const),
      fc.array(fc.constantFrom('one', 'two', 'k', 'l', 'm'), { maxLength: 3 }),
    )
    .map(([kind, path]) => read(path.length === 0 ? 'keys' : kind, 'site', 'data', ...path)),
);

/** Some of the first site's files become those of the second, or go. */
const edit = fc
  .record({ before: site, other: site, taken: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }) })
  .map(({ before, other, taken }) => {
    const after = new Map(before);
    const paths = [...new Set([...before.keys(), ...other.keys()])].sort();
    for (const at of taken) {
      const path = paths[at % paths.length] ?? '';
      const text = other.get(path);
      if (text === undefined) after.delete(path);
      else after.set(path, text);
    }
    return { before, after };
  });

test('a page is affected by every change of what it read, whatever the site, the reads and the edit', () => {
  fc.assert(
    fc.property(edit, fc.array(fc.array(someRead, { maxLength: 4 }), { maxLength: 16 }), ({ before, after }, made) => {
      const pages = [...before.keys()].filter(isPage);
      const reads = new Map(pages.map((path, at) => [path, made[at] ?? []]));
      const { all, pages: found } = affectedBy({ before, after, reads });
      if (all) return;
      const named = new Set(found.map(({ output }) => output));
      for (const [path, ofPage] of reads)
        for (const each of ofPage)
          if (answerOf(each, before) !== answerOf(each, after))
            assert.ok(
              named.has(outputOf(path)),
              `${path} reads ${JSON.stringify(each)}, which was ${answerOf(each, before)} and is ${answerOf(each, after)}`,
            );
    }),
    { numRuns: Number(process.env['AFFECTED_RUNS'] ?? 80), endOnFailure: process.env['AFFECTED_RUNS'] !== undefined },
  );
});

/** What templates are given of a page before they ask, and what no rule knows to be shown by reads alone. */
function eagerPartsOf(sources: Sources, path: string): string | undefined {
  if (!sources.has(path)) return undefined;
  const { frontMatter, body } = textOf(sources, path);
  return JSON.stringify([frontMatter['title'], frontMatter['mood'], body]);
}

test('a page whose title or text is edited is affected, and so is one that comes or goes', () => {
  fc.assert(
    fc.property(edit, ({ before, after }) => {
      const pages = [...new Set([...before.keys(), ...after.keys()])].filter(isPage);
      const { all, pages: found } = affectedBy({
        before,
        after,
        reads: new Map([...before.keys()].filter(isPage).map((path) => [path, []])),
      });
      const named = new Set(found.map(({ output }) => output));
      for (const path of pages)
        if (eagerPartsOf(before, path) !== eagerPartsOf(after, path)) assert.ok(all || named.has(outputOf(path)), path);
    }),
    { numRuns: 60 },
  );
});

test('without a change nothing is affected', () => {
  fc.assert(
    fc.property(site, fc.array(someRead), (sources, made) => {
      const reads = new Map([...sources.keys()].filter(isPage).map((path) => [path, made]));
      assert.deepEqual(affectedBy({ before: sources, after: sources, reads }).pages, []);
    }),
    { numRuns: 20 },
  );
});
