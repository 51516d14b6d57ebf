import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { BuildCache } from '../../src/bengal/build-cache.ts';
import type { MissReason } from '../../src/bengal/build-cache/page-content.ts';
import { sha256 } from '../../src/core/digest.ts';
import { field } from '../../src/core/json.ts';
import { cacheRig, type CacheRig } from '../support/cache-rig.ts';

const METADATA = { title: 'A', tags: ['x'], weight: 2 };
const TERMS = { metadata: METADATA, template: 'page.html', parserVersion: 'patitas-1' };
const CONTENT = { html: '<p>é</p>', toc: '', tocItems: [], links: ['/b/'], ast: [{ type: 'p' }], wordCount: 1 };

async function sitePage(): Promise<{ site: CacheRig; cache: BuildCache } & AsyncDisposable> {
  const site = await cacheRig({
    'content/a.md': 'a',
    'templates/page.html': 't',
    'public/asset-manifest.json': '{}',
  });
  const cache = await site.load();
  cache.updateFile('content/a.md');
  cache.updateFile('templates/page.html');
  cache.addDependency('content/a.md', 'templates/page.html');
  return { site, cache, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

/** What comes back of content that was not given. */
const EMPTY = { links: [], ast: null, excerpt: '', metaDescription: '', plainText: '', wordCount: 0, readingTime: 0 };

function misses(cached: { kind: string; why?: MissReason }): MissReason | undefined {
  return cached.why;
}

describe('parsed content', () => {
  test('is given back while nothing changed', async () => {
    await using page = await sitePage();
    page.cache.storeParsedContent('content/a.md', CONTENT, TERMS);
    const cached = page.cache.parsedContent(join(page.site.path, 'content/a.md'), TERMS);
    assert.ok(cached.kind === 'cached', misses(cached));
    assert.deepEqual(cached.content, { ...EMPTY, ...CONTENT });
    const entry = page.cache.toJSON()['parsed_content'];
    const kept = (name: string): unknown => field(field(entry, 'content/a.md'), name);
    // What Python gives for hashlib.sha256(json.dumps({"title": "A", "tags": ["x"], "weight": 2}, sort_keys=True)...)
    assert.equal(kept('metadata_hash'), sha256('{"tags": ["x"], "title": "A", "weight": 2}'));
    assert.equal(kept('nav_metadata_hash'), sha256('{"title": "A", "weight": 2}'));
    assert.equal(kept('cascade_metadata_hash'), sha256('{}'));
    assert.equal(kept('size_bytes'), '<p>é</p>'.length + 1 + '/b/'.length + '[{"type": "p"}]'.length);
    assert.deepEqual(page.cache.parsedContentStats(), { pages: 1, totalBytes: 27, averageBytes: 27 });
  });

  for (const [what, why, change] of [
    ['its file changed', 'source-changed', (site) => site.write('content/a.md', 'b')],
    ['its file is gone', 'source-changed', (site) => site.remove('content/a.md')],
    ['its template changed', 'dependency-changed', (site) => site.write('templates/page.html', 'u')],
    ['its template is gone', 'dependency-changed', (site) => site.remove('templates/page.html')],
  ] as [string, MissReason, (site: CacheRig) => Promise<void>][]) {
    test(`is not given back when ${what}`, async () => {
      await using page = await sitePage();
      page.cache.storeParsedContent('content/a.md', CONTENT, TERMS);
      await change(page.site);
      assert.equal(misses(page.cache.parsedContent('content/a.md', TERMS)), why);
    });
  }

  test('is not given back for other metadata, template or parser', async () => {
    await using page = await sitePage();
    page.cache.storeParsedContent('content/a.md', CONTENT, TERMS);
    const ask = (terms: Partial<typeof TERMS>): MissReason | undefined =>
      misses(page.cache.parsedContent('content/a.md', { ...TERMS, ...terms }));
    assert.equal(ask({ metadata: { ...METADATA, title: 'B' } }), 'metadata-changed');
    assert.equal(ask({ template: 'post.html' }), 'template-changed');
    assert.equal(ask({ parserVersion: 'patitas-2' }), 'parser-changed');
    assert.equal(ask({}), undefined);
  });

  test('can be invalidated', async () => {
    await using page = await sitePage();
    page.cache.storeParsedContent('content/a.md', CONTENT, TERMS);
    assert.deepEqual(
      [page.cache.invalidateParsedContent('content/a.md'), page.cache.invalidateParsedContent('content/a.md')],
      [true, false],
    );
    assert.equal(misses(page.cache.parsedContent('content/a.md', TERMS)), 'not-cached');
    assert.deepEqual(page.cache.parsedContentStats(), { pages: 0, totalBytes: 0, averageBytes: 0 });
  });
});

describe('rendered output', () => {
  const terms = { metadata: METADATA, template: 'page.html', outputDir: 'public' };

  test('is given back while nothing changed', async () => {
    await using page = await sitePage();
    page.cache.storeRenderedOutput('content/a.md', { html: '<html>', dependencies: ['templates/page.html'] }, terms);
    assert.deepEqual(page.cache.renderedOutput('content/a.md', terms), { kind: 'cached', content: '<html>' });
    assert.deepEqual(page.cache.renderedOutputStats(), { pages: 1, totalBytes: 6, averageBytes: 6 });
    const objects = { ...METADATA, _site: 'object', _section: 'object' };
    assert.equal(page.cache.renderedOutput('content/a.md', { ...terms, metadata: objects }).kind, 'cached');
  });

  for (const [what, why, change] of [
    ['its file changed', 'source-changed', (site) => site.write('content/a.md', 'b')],
    ['its template changed', 'dependency-changed', (site) => site.write('templates/page.html', 'u')],
    ['the assets were built again', 'assets-changed', (site) => site.write('public/asset-manifest.json', '{"v":2}')],
    ['the asset manifest is gone', 'assets-changed', (site) => site.remove('public/asset-manifest.json')],
  ] as [string, MissReason, (site: CacheRig) => Promise<void>][]) {
    test(`is not given back when ${what}`, async () => {
      await using page = await sitePage();
      page.cache.storeRenderedOutput('content/a.md', { html: '<html>' }, terms);
      await change(page.site);
      assert.equal(misses(page.cache.renderedOutput('content/a.md', terms)), why);
    });
  }

  test('of generated documentation goes by the hash of its content, not by a file', async () => {
    await using page = await sitePage();
    const autodoc = { is_autodoc: true, doc_content_hash: 'aa', autodoc_element: 'object at 1' };
    const asked = { ...terms, metadata: autodoc };
    page.cache.storeRenderedOutput('api/x.md', { html: '<html>' }, asked);
    const other = { ...autodoc, autodoc_element: 'object at 2' };
    assert.equal(page.cache.renderedOutput('api/x.md', { ...asked, metadata: other }).kind, 'cached');
    const changed = { ...autodoc, doc_content_hash: 'bb' };
    assert.equal(misses(page.cache.renderedOutput('api/x.md', { ...asked, metadata: changed })), 'metadata-changed');
  });

  test('can be invalidated', async () => {
    await using page = await sitePage();
    page.cache.storeRenderedOutput('content/a.md', { html: '<html>' }, terms);
    assert.equal(page.cache.invalidateRenderedOutput('content/a.md'), true);
    assert.equal(misses(page.cache.renderedOutput('content/a.md', terms)), 'not-cached');
  });
});

describe('validation results', () => {
  const results = [{ status: 'warning', message: 'm' }];

  test('are given back while the file is unchanged', async () => {
    await using page = await sitePage();
    page.cache.cacheValidationResults('content/a.md', { validator: 'links', results });
    assert.deepEqual(page.cache.cachedValidationResults('content/a.md', { validator: 'links' }), {
      kind: 'cached',
      content: results,
    });
    assert.equal(misses(page.cache.cachedValidationResults('content/a.md', { validator: 'other' })), 'not-cached');
    await page.site.write('content/a.md', 'changed');
    assert.equal(misses(page.cache.cachedValidationResults('content/a.md', { validator: 'links' })), 'source-changed');
    await page.site.write('content/a.md', 'a');
    assert.equal(misses(page.cache.cachedValidationResults('content/a.md', { validator: 'links' })), 'not-cached');
  });

  test('with a context are given back for the same one, or when none is asked for', async () => {
    await using page = await sitePage();
    const context = { rules: { strict: true, depth: 2 } };
    page.cache.cacheValidationResults('content/a.md', { validator: 'links', context, results });
    const ask = (asked?: typeof context): string | undefined =>
      misses(
        page.cache.cachedValidationResults('content/a.md', {
          validator: 'links',
          ...(asked === undefined ? {} : { context: asked }),
        }),
      );
    assert.equal(ask({ rules: { depth: 2, strict: true } }), undefined);
    assert.equal(ask(), undefined);
    assert.equal(ask({ rules: { depth: 3, strict: true } }), 'context-changed');
  });

  test('are invalidated for one file or for all', async () => {
    await using page = await sitePage();
    for (const path of ['content/a.md', 'templates/page.html']) {
      page.cache.cacheValidationResults(path, { validator: 'links', results });
    }
    const kinds = (): string[] =>
      ['content/a.md', 'templates/page.html'].map(
        (path) => page.cache.cachedValidationResults(path, { validator: 'links' }).kind,
      );
    page.cache.invalidateValidationResults('content/a.md');
    assert.deepEqual(kinds(), ['miss', 'cached']);
    page.cache.invalidateValidationResults();
    assert.deepEqual(kinds(), ['miss', 'miss']);
  });
});

describe('a synthetic page', () => {
  test('is kept by any name', async () => {
    await using page = await sitePage();
    assert.equal(page.cache.pageCache('__autodoc_elements_v1'), undefined);
    page.cache.setPageCache('__autodoc_elements_v1', { version: '0.5.1' });
    assert.deepEqual(page.cache.pageCache('__autodoc_elements_v1'), { version: '0.5.1' });
    assert.deepEqual(
      [page.cache.invalidatePageCache('__autodoc_elements_v1'), page.cache.invalidatePageCache('x')],
      [true, false],
    );
  });
});
