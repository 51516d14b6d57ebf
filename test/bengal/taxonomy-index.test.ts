import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readCacheFile, writeCacheFile } from '../../src/bengal/cache-file.ts';
import { openPageMetadataStore } from '../../src/bengal/entries/page-core.ts';
import type { PythonMinor } from '../../src/bengal/envelope.ts';
import { tagSlug } from '../../src/bengal/slug.ts';
import { TaxonomyIndex } from '../../src/bengal/taxonomy-index.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { name } from '../support/cache-arbitraries.ts';
import { RECORDED_STATES } from '../support/recorded-states.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const python = '3.14' as PythonMinor;

function tagJson(slug: string, pages: readonly string[], isValid = true): JsonObject {
  return { tag_slug: slug, tag_name: slug.toUpperCase(), page_paths: pages, updated_at: 'then', is_valid: isValid };
}

/** Two tags on two pages, one of them on both. */
const TAGS = { watch: tagJson('watch', ['/a.md', '/b.md']), routine: tagJson('routine', ['/b.md']) };
const PAGE_TAGS = { '/a.md': ['watch'], '/b.md': ['watch', 'routine'] };

async function write(folder: string, value: JsonObject): Promise<void> {
  await writeCacheFile({ folder, name: 'taxonomy_index', value, python });
}

async function content(folder: string): Promise<JsonObject> {
  const file = await readCacheFile(folder, 'taxonomy_index');
  assert.ok(file.kind === 'read', file.kind);
  return file.value;
}

describe('a taxonomy index', () => {
  test('answers from both sides', async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { version: 2, tags: TAGS, page_to_tags: PAGE_TAGS });
    const index = await TaxonomyIndex.open(folder.path);
    assert.deepEqual(index.pagesForTag('watch'), ['/a.md', '/b.md']);
    assert.deepEqual(index.tagsForPage('/b.md'), new Set(['watch', 'routine']));
    assert.deepEqual([index.pagesForTag('fog'), index.tagsForPage('/c.md')], [undefined, new Set()]);
    assert.deepEqual([index.has('watch'), index.has('WATCH'), index.tag('watch')?.name], [true, false, 'WATCH']);
    assert.deepEqual([...index.validTags().keys()], ['watch', 'routine']);
    assert.deepEqual(index.stats(), { tags: 2, validTags: 2, invalidTags: 0, pages: 2, pairs: 3, tagsPerPage: 1.5 });
  });

  test('files a tag under the slug that Bengal gives it', async () => {
    await using folder = await temporaryFolder();
    const index = await TaxonomyIndex.open(folder.path);
    assert.equal(index.update('  Optics & Glass ', ['/a.md']), 'optics-&-glass');
    assert.equal(index.tag('optics-&-glass')?.name, '  Optics & Glass ');
    assert.equal(index.update('C++', ['/a.md'], 'cpp'), 'cpp');
    assert.deepEqual(index.tagsForPage('/a.md'), new Set(['optics-&-glass', 'cpp']));
    assert.throws(() => index.update(' \t', []), RangeError);
    assert.equal(index.update('', ['/b.md'], ''), '', 'a slug that is given is taken');
  });

  test('passes over an invalid tag, keeps it, and takes it back when it is updated', async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { version: 2, tags: TAGS, page_to_tags: PAGE_TAGS });
    const index = await TaxonomyIndex.open(folder.path);
    assert.deepEqual(
      [index.invalidate('watch'), index.invalidate('watch'), index.invalidate('fog')],
      [true, false, false],
    );
    assert.deepEqual([index.has('watch'), index.pagesForTag('watch')], [false, undefined]);
    assert.deepEqual(index.tagsForPage('/b.md'), new Set(['routine']));
    assert.deepEqual([[...index.validTags().keys()], [...index.invalidTags().keys()]], [['routine'], ['watch']]);
    assert.deepEqual(index.stats(), { tags: 2, validTags: 1, invalidTags: 1, pages: 1, pairs: 1, tagsPerPage: 1 });

    await index.save();
    assert.deepEqual(await content(folder.path), {
      version: 2,
      tags: { ...TAGS, watch: tagJson('watch', ['/a.md', '/b.md'], false) },
      page_to_tags: PAGE_TAGS,
    });
    const again = await TaxonomyIndex.open(folder.path);
    assert.equal(again.outcome.kind, 'read');
    again.update('Watch', ['/b.md']);
    assert.deepEqual(
      [again.tagsForPage('/b.md'), again.tagsForPage('/a.md')],
      [new Set(['watch', 'routine']), new Set()],
    );
    again.invalidateAll();
    assert.deepEqual([again.validTags().size, again.invalidTags().size], [0, 2]);
  });

  test('takes a page out of its tags, and says which they were', async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { version: 2, tags: TAGS, page_to_tags: PAGE_TAGS });
    const index = await TaxonomyIndex.open(folder.path);
    assert.deepEqual(index.removePage('/b.md'), new Set(['watch', 'routine']));
    assert.deepEqual(index.removePage('/b.md'), new Set());
    assert.deepEqual(index.pagesForTag('routine'), [], 'a tag without pages stays, as in Bengal');
    await index.save();
    assert.deepEqual((await content(folder.path))['page_to_tags'], { '/a.md': ['watch'] });
  });

  test('tells whether the pages of a tag changed, regardless of order', async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { version: 2, tags: TAGS, page_to_tags: PAGE_TAGS });
    const index = await TaxonomyIndex.open(folder.path);
    assert.equal(index.pagesChanged('watch', ['/b.md', '/a.md', '/a.md']), false);
    for (const pages of [[], ['/a.md'], ['/a.md', '/c.md'], ['/a.md', '/b.md', '/c.md']])
      assert.equal(index.pagesChanged('watch', pages), true);
    assert.equal(index.pagesChanged('fog', []), true, 'an unknown tag');
    index.invalidate('watch');
    assert.equal(index.pagesChanged('watch', ['/a.md', '/b.md']), true, 'an invalid tag');
  });
});

describe('a taxonomy index on disk', () => {
  test('of version 1 is read, its second direction made, and saved as version 2', async () => {
    await using folder = await temporaryFolder();
    writeFileSync(join(folder.path, 'taxonomy_index.json'), JSON.stringify({ version: 1, tags: TAGS }));
    const index = await TaxonomyIndex.open(folder.path);
    assert.deepEqual(index.outcome, { kind: 'read', version: 1, dropped: 0, migrates: true });
    assert.deepEqual(index.tagsForPage('/b.md'), new Set(['watch', 'routine']));
    await index.save({ python });
    assert.deepEqual(readdirSync(folder.path), ['taxonomy_index.json.zst']);
    assert.deepEqual(await content(folder.path), { version: 2, tags: TAGS, page_to_tags: PAGE_TAGS });
  });

  test('of another version is not used', async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { version: 3, tags: TAGS, page_to_tags: PAGE_TAGS });
    const index = await TaxonomyIndex.open(folder.path);
    assert.equal(index.warning, 'taxonomy_index.json.zst is not used: it has version 3, and 2 is understood');
    assert.equal(index.stats().tags, 0);
  });

  const contradictions: readonly (readonly [what: string, other: JsonObject, why: RegExp])[] = [
    [
      'a page has a tag that is not there',
      { ...PAGE_TAGS, '/c.md': ['fog'] },
      /disagree once: "\/c\.md" has the tag "fog", which is not there$/,
    ],
    [
      'a tag does not list its page',
      { ...PAGE_TAGS, '/c.md': ['watch'] },
      /disagree once: the tag "watch" does not list its page "\/c\.md"$/,
    ],
    [
      'a listed page is missing',
      { '/a.md': ['watch'] },
      /disagree 2 times, first: the tag "watch" lists "\/b\.md", which does not have it$/,
    ],
    [
      'a page lacks one of its tags',
      { ...PAGE_TAGS, '/b.md': ['watch'] },
      /disagree once: the tag "routine" lists "\/b\.md"/,
    ],
    ['tags of a page are no list', { ...PAGE_TAGS, '/a.md': 'watch' }, /the tags of "\/a\.md" are no list of strings/],
    [
      'a tag of a page is no text',
      { ...PAGE_TAGS, '/a.md': ['watch', 1] },
      /disagree once: the tags of "\/a\.md" are no list of strings$/,
    ],
    ['there is no second direction', {}, /disagree 3 times, first: /],
  ];
  for (const [what, page_to_tags, why] of contradictions) {
    test(`is dropped, as Bengal does, when ${what}, and its tags can be seen`, async () => {
      await using folder = await temporaryFolder();
      const value = { version: 2, tags: TAGS, page_to_tags };
      await write(folder.path, value);
      const index = await TaxonomyIndex.open(folder.path);
      assert.ok(index.outcome.kind === 'inconsistent');
      assert.match(index.outcome.why, why);
      assert.match(index.warning ?? '', /^taxonomy_index\.json\.zst is not used: its two directions disagree /);
      assert.deepEqual([...index.outcome.entries.keys()], ['watch', 'routine']);
      assert.deepEqual([index.stats().tags, index.tagsForPage('/a.md').size, index.has('watch')], [0, 0, false]);
      assert.equal(await index.save(), false);
      assert.deepEqual(await content(folder.path), value, 'left as it was');
    });
  }

  test('may list a page twice, as a list may', async () => {
    await using folder = await temporaryFolder();
    const value = { version: 2, tags: { a: tagJson('a', ['/p', '/p']) }, page_to_tags: { '/p': ['a', 'a'] } };
    await write(folder.path, value);
    const index = await TaxonomyIndex.open(folder.path);
    assert.equal(index.outcome.kind, 'read');
    assert.deepEqual(index.removePage('/p'), new Set(['a']));
    assert.deepEqual(index.pagesForTag('a'), []);
  });

  for (const state of RECORDED_STATES) {
    test(
      `of ${state.name}, which real Bengal wrote, fits the front matter of its pages`,
      { skip: state.missing },
      async () => {
        await using folder = await state.copy();
        const index = await TaxonomyIndex.open(folder.path);
        assert.equal(index.outcome.kind, 'read');
        const root = rootOf(index);
        let pairs = 0;
        for (const [key, { core }] of (await openPageMetadataStore(folder.path)).entries()) {
          const slugs = new Set(core.tags.map((tag) => tagSlug(tag)));
          assert.deepEqual(index.tagsForPage(`${root}/${key}`), slugs, key);
          for (const slug of slugs) assert.ok(index.pagesForTag(slug ?? '')?.includes(`${root}/${key}`));
          pairs += slugs.size;
        }
        assert.equal(index.stats().pairs, pairs);
        for (const [slug, tag] of index.validTags()) assert.deepEqual([tagSlug(tag.name), tag.slug], [slug, slug]);
      },
    );
  }
});

function rootOf(index: TaxonomyIndex): string {
  const [tag] = index.validTags().values();
  const [root] = tag?.pagePaths[0]?.split('/content/') ?? [];
  assert.ok(root);
  return root;
}

type Operation =
  | { readonly kind: 'update'; readonly slug: string; readonly pages: readonly string[] }
  | { readonly kind: 'remove'; readonly page: string }
  | { readonly kind: 'invalidate'; readonly slug: string }
  | { readonly kind: 'invalidate-all' | 'clear' | 'save' };

const slug = fc.oneof(fc.constantFrom('a', 'b', 'c'), name);
const page = fc.oneof(fc.constantFrom('/p', '/q', '/r'), name);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('update'), slug, pages: fc.array(page, { maxLength: 5 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('remove'), page }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('invalidate'), slug }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('invalidate-all', 'clear', 'save') }) },
);

/** The same without any second direction: every question looks at every tag. */
class SlowIndex {
  readonly tags = new Map<string, { pages: readonly string[]; valid: boolean }>();

  apply(step: Operation): void {
    switch (step.kind) {
      case 'update':
        this.tags.set(step.slug, { pages: step.pages, valid: true });
        return;
      case 'remove':
        for (const tag of this.tags.values()) tag.pages = tag.pages.filter((path) => path !== step.page);
        return;
      case 'invalidate': {
        const tag = this.tags.get(step.slug);
        if (tag) tag.valid = false;
        return;
      }
      case 'invalidate-all':
        for (const tag of this.tags.values()) tag.valid = false;
        return;
      case 'clear':
        this.tags.clear();
        return;
      case 'save':
    }
  }

  slugsOf(page: string, { invalidToo = false } = {}): Set<string> {
    const having = [...this.tags].filter(([, tag]) => (tag.valid || invalidToo) && tag.pages.includes(page));
    return new Set(having.map(([slug]) => slug));
  }
}

function assertSame(index: TaxonomyIndex, model: SlowIndex): void {
  const valid = [...model.tags].filter(([, tag]) => tag.valid);
  assert.deepEqual(new Set(index.validTags().keys()), new Set(valid.map(([slug]) => slug)));
  assert.equal(index.stats().tags, model.tags.size);
  for (const [slug, { pages, valid }] of model.tags) {
    assert.deepEqual(index.pagesForTag(slug), valid ? pages : undefined);
    for (const page of pages) assert.deepEqual(index.tagsForPage(page), model.slugsOf(page));
  }
}

test('both directions stay equal, and equal to a brute-force model, after any operations', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async (operations) => {
      await using folder = await temporaryFolder();
      const model = new SlowIndex();
      let index = await TaxonomyIndex.open(folder.path);
      for (const step of operations) {
        switch (step.kind) {
          case 'update':
            assert.equal(index.update('Name', step.pages, step.slug), step.slug);
            break;
          case 'remove':
            assert.deepEqual(index.removePage(step.page), model.slugsOf(step.page, { invalidToo: true }));
            break;
          case 'invalidate':
            index.invalidate(step.slug);
            break;
          case 'invalidate-all':
            index.invalidateAll();
            break;
          case 'clear':
            index.clear();
            break;
          case 'save':
            await index.save({ python });
            index = await TaxonomyIndex.open(folder.path);
            assert.ok(index.outcome.kind === 'read' || index.outcome.kind === 'absent', index.warning);
        }
        model.apply(step);
        assertSame(index, model);
      }
    }),
    { numRuns: 60 },
  );
});
