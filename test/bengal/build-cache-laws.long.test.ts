import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { BuildCache } from '../../src/bengal/build-cache.ts';
import { tagSlug } from '../../src/bengal/slug.ts';
import { asStrings, entriesOf } from '../../src/core/json.ts';
import { sha256 } from '../../src/core/digest.ts';
import { name } from '../support/cache-arbitraries.ts';
import { cacheRig, PYTHON, type CacheRig } from '../support/cache-rig.ts';

const PAGES = [
  'content/a.md',
  'content/b.md',
  'content/guides/café 日本.md',
  '.bengal/generated/tags/x/page_1/index.md',
];
const FILES = [...PAGES, 'templates/page.html', '/usr/lib/site-packages/bengal/base.html', 'data/x.yaml'];
const TAGS = ['Python', 'python', 'Web Dev', 'CI/CD', '__proto__', 'constructor', 'İstanbul', ' ', '日本語'];

const page = fc.constantFrom(...PAGES);
const file = fc.constantFrom(...FILES);
const tags = fc.array(fc.oneof(fc.constantFrom(...TAGS), name), { maxLength: 4 });

/** One operation, with what it is done to spelled relative or absolute. */
type Operation = (cache: BuildCache, spell: (path: string) => string, absolute: (path: string) => string) => void;

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.tuple(page, file).map(
    ([a, b]): Operation =>
      (cache, spell) =>
        cache.addDependency(spell(a), spell(b)),
  ),
  fc.tuple(page, tags).map(
    ([a, some]): Operation =>
      (cache, spell) =>
        void cache.updatePageTags(spell(a), some),
  ),
  fc.tuple(page, tags).map(
    ([a, some]): Operation =>
      (cache, spell) =>
        cache.updateTags(spell(a), some),
  ),
  fc.tuple(page, name).map(
    ([a, term]): Operation =>
      (cache, spell) =>
        cache.addTaxonomyDependency(term, spell(a)),
  ),
  fc.tuple(page, fc.array(name, { maxLength: 3 })).map(
    ([a, names]): Operation =>
      (cache, spell) =>
        cache.recordPageTemplates(spell(a), names),
  ),
  page.map(
    (a): Operation =>
      (cache, spell) =>
        void cache.trackOutput(spell(a), `public/${a}.html`.replace('.md', ''), 'public'),
  ),
  fc.tuple(page, name).map(
    ([a, html]): Operation =>
      (cache, spell) =>
        cache.storeParsedContent(
          spell(a),
          { html, toc: '', tocItems: [] },
          { metadata: {}, template: 't', parserVersion: 'p' },
        ),
  ),
  fc.tuple(page, file).map(
    ([a, b]): Operation =>
      (cache, spell) =>
        cache.storeRenderedOutput(
          spell(a),
          { html: 'x', dependencies: [spell(b)] },
          { metadata: {}, template: 't', outputDir: 'public' },
        ),
  ),
  page.map(
    (a): Operation =>
      (cache, spell) =>
        cache.cacheValidationResults(spell(a), { validator: 'links', results: [{ message: 'm' }] }),
  ),
  fc.tuple(name, page).map(
    ([key, a]): Operation =>
      (cache) =>
        cache.setPageCache(key, { source: a }),
  ),
  fc.tuple(file, fc.constantFrom('api/x.md', 'api/y.md')).map(
    ([a, b]): Operation =>
      (cache, _, absolute) =>
        cache.addAutodocDependency(absolute(a), b, {
          sourceHash: sha256(a),
          sourceMtime: 1.5,
          contentHash: 'aa',
        }),
  ),
  file.map(
    (a): Operation =>
      (cache, spell) =>
        cache.updateFile(spell(a)),
  ),
  fc.constantFrom('1111', '2222').map(
    (hash): Operation =>
      (cache) =>
        void cache.validateConfig(hash),
  ),
);
const operations = fc.array(fc.tuple(operation, fc.boolean()), { maxLength: 30 });

const ON_DISK = { 'content/a.md': 'a', 'content/b.md': 'b', 'templates/page.html': 't', 'data/x.yaml': 'x: 1' };

function run(site: CacheRig, cache: BuildCache, steps: readonly (readonly [Operation, boolean])[]): void {
  const absolute = (path: string): string => resolve(site.path, path);
  for (const [step, isAbsolute] of steps) step(cache, isAbsolute ? absolute : (path) => path, absolute);
}

test('after any operations, a saved cache loads as an equal one', async () => {
  await using site = await cacheRig(ON_DISK);
  await fc.assert(
    fc.asyncProperty(operations, operations, async (steps, more) => {
      const cache = BuildCache.fresh(site.folder);
      run(site, cache, steps);
      await cache.save({ python: PYTHON });
      const loaded = await site.load();
      assert.deepEqual(loaded.toJSON(), cache.toJSON());
      run(site, loaded, more);
      run(site, cache, more);
      await loaded.save();
      assert.deepEqual((await site.load()).toJSON(), withoutTimes(loaded.toJSON()));
      assert.deepEqual(withoutStamps(loaded.toJSON()), withoutStamps(cache.toJSON()));
    }),
    { numRuns: 25 },
  );
});

function withoutTimes<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** Two runs of one operation note different times. */
function withoutStamps(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item: unknown) => (key === 'timestamp' ? '' : item));
}

test('after any operations, the pages that a file affects are those that brute force finds', async () => {
  await using site = await cacheRig(ON_DISK);
  fc.assert(
    fc.property(operations, (steps) => {
      const cache = BuildCache.fresh(site.folder);
      run(site, cache, steps);
      const recorded = entriesOf(cache.toJSON()['dependencies']);
      for (const changed of FILES) {
        const expected = recorded.flatMap(([from, to]) =>
          from === changed || asStrings(to).includes(changed) ? [from] : [],
        );
        assert.deepEqual(cache.affectedPages(changed), new Set(expected));
      }
    }),
  );
});

test('after any operations, tags and pages agree in both directions', async () => {
  await using site = await cacheRig(ON_DISK);
  fc.assert(
    fc.property(operations, fc.array(page, { maxLength: 2 }), (steps, gone) => {
      const cache = BuildCache.fresh(site.folder);
      run(site, cache, steps);
      for (const path of gone) cache.invalidateFile(path);
      const { page_tags: forward, tag_to_pages: reverse, known_tags: known } = cache.toJSON();
      const pairs = (list: (readonly [string, string])[]): Set<string> =>
        new Set(list.map((pair) => JSON.stringify(pair)));
      const fromPages = entriesOf(forward).flatMap(([path, some]) =>
        asStrings(some).flatMap((tag) => [[path, tagSlug(tag)!] as const]),
      );
      const fromTags = entriesOf(reverse).flatMap(([slug, paths]) =>
        asStrings(paths).map((path) => [path, slug] as const),
      );
      assert.deepEqual(pairs(fromPages), pairs(fromTags));
      assert.deepEqual(new Set(asStrings(known)), new Set(entriesOf(reverse).map(([slug]) => slug)));
      for (const [path, slug] of fromPages) assert.ok(cache.pagesForTag(slug).has(path));
    }),
  );
});

test('after any operations, updating the tags of a page answers all that it had and has', async () => {
  await using site = await cacheRig(ON_DISK);
  fc.assert(
    fc.property(operations, page, tags, (steps, path, next) => {
      const cache = BuildCache.fresh(site.folder);
      run(site, cache, steps);
      const slugs = (some: Iterable<string>): string[] => [...some].flatMap((tag) => tagSlug(tag) ?? []);
      const expected = new Set([...slugs(cache.previousTags(path)), ...slugs(next)]);
      assert.deepEqual(cache.updatePageTags(path, next), expected);
    }),
  );
});

test('after any operations, an invalidated file has left no trace', async () => {
  await using site = await cacheRig(ON_DISK);
  await fc.assert(
    fc.asyncProperty(operations, file, fc.boolean(), async (steps, path, absolute) => {
      const cache = BuildCache.fresh(site.folder);
      run(site, cache, steps);
      cache.invalidateFile(absolute ? resolve(site.path, path) : path);
      assert.equal(JSON.stringify(cache.toJSON()).includes(path), false);
      assert.deepEqual(cache.affectedPages(path), new Set());
      assert.equal(cache.isChanged(path), true);
    }),
  );
});

test('an invalidated page leaves no trace in what only Bengal writes', async () => {
  await using site = await cacheRig();
  const claim = (source: string): object => ({ owner: 'content', source, priority: 100 });
  const [gone, kept] = ['content/a.md', 'content/b.md'];
  const absolute = join(site.path, gone);
  await site.record({
    version: 8,
    url_claims: { '/a/': claim(absolute), '/b/': claim(join(site.path, kept)) } as never,
    page_artifacts: { [gone]: { url: '/a/' }, [kept]: { url: '/b/' } },
    discovered_assets: { [gone]: 'x', 'assets/x.css': absolute },
    output_format_fingerprints: {
      site_index_json: 'ff',
      'site_index_json:page_hashes': JSON.stringify({ [gone]: 'aa', [kept]: 'bb' }),
      site_llms_txt: 'ee',
    },
    validation_results: { [gone]: {}, __bengal_health_report__: { results: [`${gone}: broken link`] } },
    synthetic_pages: { [gone]: {}, __autodoc_elements_v1: { files: [absolute] }, other: {} },
    autodoc_dependencies: { [absolute]: ['api/a.md'], '/x.py': [gone] },
    autodoc_source_metadata: { [absolute]: ['00', 1, {}], '/x.py': ['00', 1.5, { [gone]: 'cc' }] },
    autodoc_content_cache: { [absolute]: { source_hash: '00', module_element_dict: {} } },
    template_dependencies: { [absolute]: ['page.html'] },
    taxonomy_deps: { 'tag:x': [gone] },
    page_tags: { [gone]: ['X'], [absolute]: ['Y'] },
    tag_to_pages: { x: [gone], y: [absolute], z: [absolute, kept] },
    known_tags: ['x', 'y', 'z'],
  });
  const cache = await site.load();
  cache.invalidateFile(gone);
  const left = cache.toJSON();
  assert.equal(JSON.stringify(left).includes(gone), false);
  assert.deepEqual(left['url_claims'], { '/b/': claim(join(site.path, kept)) });
  assert.deepEqual(left['output_format_fingerprints'], {
    'site_index_json:page_hashes': '{"content/b.md":"bb"}',
    site_llms_txt: 'ee',
  });
  assert.deepEqual(left['autodoc_source_metadata'], { '/x.py': ['00', 1.5, {}] });
  assert.deepEqual([left['known_tags'], left['tag_to_pages']], [['z'], { z: [kept] }]);
  assert.deepEqual(left['synthetic_pages'], { other: {} });
});
