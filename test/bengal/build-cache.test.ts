import assert from 'node:assert/strict';
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { BuildCache } from '../../src/bengal/build-cache.ts';
import { sha256 } from '../../src/core/digest.ts';
import { cacheRig } from '../support/cache-rig.ts';

describe('a build cache, about files', () => {
  test('takes an unknown, a changed and a vanished file for changed', async () => {
    await using site = await cacheRig({ 'content/a.md': 'one' });
    const cache = await site.load();
    assert.equal(cache.isChanged('content/a.md'), true);
    cache.updateFile('content/a.md');
    assert.equal(cache.isChanged('content/a.md'), false);
    await site.write('content/a.md', 'two');
    assert.equal(cache.isChanged('content/a.md'), true);
    await site.remove('content/a.md');
    assert.equal(cache.isChanged('content/a.md'), true);
    cache.updateFile('content/a.md');
    assert.equal(cache.fingerprint('content/a.md'), undefined);
  });

  test('takes a touched file for unchanged, and notes its new time', async () => {
    await using site = await cacheRig({ 'content/a.md': 'one' });
    const cache = await site.load();
    cache.updateFile('content/a.md');
    utimesSync(join(site.path, 'content/a.md'), 1, 1_700_000_000);
    assert.equal(cache.isChanged('content/a.md'), false);
    assert.equal(cache.fingerprint('content/a.md')?.mtimeNs, 1_700_000_000_000_000_000n);
    assert.equal(cache.fingerprint('content/a.md')?.hash, sha256('one'));
  });

  test('does not read a file whose time and size are the noted ones, as Bengal does not', async () => {
    await using site = await cacheRig({ 'content/a.md': 'one' });
    const path = join(site.path, 'content/a.md');
    const cache = await site.load();
    utimesSync(path, 1, 1);
    cache.updateFile(path);
    writeFileSync(path, 'two');
    utimesSync(path, 1, 1);
    assert.equal(cache.isChanged(path), false);
  });

  test('takes a touched file without a hash for changed', async () => {
    await using site = await cacheRig({ 'a.md': 'one' });
    await site.record({ version: 8, file_fingerprints: { 'a.md': { mtime: 1, size: 3, hash: null } } });
    assert.equal((await site.load()).isChanged('a.md'), true);
  });

  test('knows a file by its absolute and its relative name, and through a link', async () => {
    await using site = await cacheRig({ 'content/a.md': 'one' });
    symlinkSync(join(site.path, 'content'), join(site.path, 'linked'));
    const cache = await site.load();
    cache.updateFile(join(site.path, 'content/a.md'));
    for (const name of ['content/a.md', './content//a.md', join(site.path, 'content/a.md'), 'linked/a.md']) {
      assert.equal(cache.keyOf(name), 'content/a.md');
      assert.equal(cache.isChanged(name), false, name);
    }
    assert.deepEqual([...cache.maps.fileFingerprints.keys()], ['content/a.md']);
    assert.equal(cache.keyOf('../beside.md'), join(site.path, '../beside.md'));
    assert.equal(cache.keyOf('cli/build.md'), 'cli/build.md');
  });

  test('bypasses what is among the changed sources, however it is spelled', async () => {
    await using site = await cacheRig({ 'content/a.md': 'one' });
    const cache = await site.load();
    cache.updateFile('content/a.md');
    assert.equal(cache.shouldBypass('content/a.md'), false);
    assert.equal(cache.shouldBypass('content/a.md', ['content/b.md']), false);
    assert.equal(cache.shouldBypass('content/a.md', [join(site.path, 'content/a.md')]), true);
  });

  test('hashes a file', async () => {
    await using site = await cacheRig({ 'a.md': 'one' });
    const cache = await site.load();
    assert.equal(cache.hashFile('a.md'), sha256('one'));
    assert.throws(() => cache.hashFile('b.md'), { code: 'ENOENT' });
  });

  test('tracks outputs below the output directory, and no others', async () => {
    await using site = await cacheRig();
    const cache = await site.load();
    assert.equal(cache.trackOutput('content/a.md', 'public/a/index.html', 'public'), true);
    assert.equal(
      cache.trackOutput(join(site.path, 'content/b.md'), join(site.path, 'elsewhere.html'), 'public'),
      false,
    );
    assert.deepEqual([...cache.maps.outputSources], [['a/index.html', 'content/a.md']]);
  });
});

describe('a build cache, about dependencies and tags', () => {
  test('answers with the pages that a file affects', async () => {
    await using site = await cacheRig();
    const cache = await site.load();
    cache.addDependency('content/a.md', 'templates/page.html');
    cache.addDependency(join(site.path, 'content/b.md'), join(site.path, 'templates/page.html'));
    assert.deepEqual(cache.affectedPages('templates/page.html'), new Set(['content/a.md', 'content/b.md']));
    assert.deepEqual(cache.affectedPages('content/a.md'), new Set(['content/a.md']));
    assert.deepEqual(cache.affectedPages('templates/other.html'), new Set());
    assert.deepEqual(cache.dependenciesOf('content/a.md'), new Set(['templates/page.html']));
  });

  test('answers with every tag that a page had or has', async () => {
    await using site = await cacheRig();
    const cache = await site.load();
    assert.deepEqual(cache.updatePageTags('content/a.md', ['Web Dev', 'Python', ' ']), new Set(['web-dev', 'python']));
    cache.updateTags('content/b.md', ['python']);
    assert.deepEqual(cache.pagesForTag('python'), new Set(['content/a.md', 'content/b.md']));
    assert.deepEqual(
      cache.updatePageTags('content/a.md', ['python', 'CI/CD']),
      new Set(['web-dev', 'python', 'ci/cd']),
    );
    assert.deepEqual(cache.allTags(), new Set(['python', 'ci/cd']));
    assert.deepEqual(cache.pagesForTag('web-dev'), new Set());
    assert.deepEqual(cache.previousTags('content/a.md'), new Set(['python', 'CI/CD']));
    assert.deepEqual(cache.previousTags('content/c.md'), new Set());
  });

  test('answers with copies, which nobody can change it by', async () => {
    await using site = await cacheRig();
    const cache = await site.load();
    cache.updateTags('a.md', ['x']);
    cache.pagesForTag('x').clear();
    cache.allTags().clear();
    assert.deepEqual([cache.pagesForTag('x').size, cache.allTags().size], [1, 1]);
  });

  test('keeps taxonomy terms and templates', async () => {
    await using site = await cacheRig();
    const cache = await site.load();
    cache.addTaxonomyDependency('tag:python', 'content/a.md');
    cache.recordPageTemplates(join(site.path, 'content/a.md'), ['page.html', 'base.html']);
    cache.recordPageTemplates('cli/build.md', ['page.html']);
    assert.deepEqual(cache.pagesForTerm('tag:python'), new Set(['content/a.md']));
    assert.deepEqual(cache.pagesForTemplate('page.html'), new Set(['content/a.md', 'cli/build.md']));
    cache.recordPageTemplates('content/a.md', ['post.html']);
    assert.deepEqual(cache.pagesForTemplate('page.html'), new Set(['cli/build.md']));
    assert.deepEqual(cache.pagesForTemplate('base.html'), new Set());
  });
});

describe('a build cache, about the whole', () => {
  test('adopts the first configuration, keeps everything for the same, clears it for another', async () => {
    await using site = await cacheRig();
    const cache = await site.load();
    cache.addDependency('a.md', 'b.html');
    assert.equal(cache.validateConfig('1111'), true);
    assert.equal(cache.validateConfig('1111'), true);
    assert.equal(cache.stats().dependencies, 1);
    assert.equal(cache.validateConfig('2222'), false);
    assert.deepEqual([cache.configHash, cache.stats().dependencies], ['2222', 0]);
  });

  test('describes itself in one line', async () => {
    await using site = await cacheRig({ 'a.md': '' });
    const cache = await site.load();
    cache.updateFile('a.md');
    cache.addDependency('a.md', 'b.html');
    cache.updateTags('a.md', ['x']);
    assert.equal(String(cache), 'BuildCache: 1 files, 1 dependencies, 1 tags, 0 parsed and 0 rendered pages');
  });

  test('forgets generated documentation that is stale, gone or unknown only', async () => {
    await using site = await cacheRig({ 'a.md': '' });
    const source = (name: string): string => join(site.path, '..', 'package', name);
    for (const name of ['same.py', 'touched.py', 'changed.py', 'gone.py']) {
      await site.write(`../package/${name}`, name);
    }
    const cache = await site.load();
    for (const name of ['same.py', 'touched.py', 'changed.py', 'gone.py']) {
      utimesSync(source(name), 1, 1);
      const about = { sourceHash: sha256(name), sourceMtime: 1, contentHash: 'abcd' };
      cache.addAutodocDependency(source(name), `api/${name}.md`, about);
    }
    for (const name of ['touched.py', 'changed.py']) utimesSync(source(name), 2, 2);
    writeFileSync(source('changed.py'), 'other');
    await site.remove('../package/gone.py');
    assert.deepEqual(cache.staleAutodocSources(), ['package/changed.py', 'package/gone.py']);
    assert.deepEqual(cache.autodocPagesFor('package/same.py'), new Set(['api/same.py.md']));
    assert.deepEqual(cache.autodocPagesFor(source('same.py')), new Set(['api/same.py.md']));
    assert.equal(cache.autodocContentHash(source('same.py'), 'api/same.py.md'), 'abcd');
  });

  test('invalidates what was made with a forgotten file', async () => {
    await using site = await cacheRig({ 'a.md': 'a', 't.html': 't' });
    const cache = await site.load();
    cache.updateFile('a.md');
    cache.updateFile('t.html');
    cache.addDependency('a.md', 't.html');
    const terms = { metadata: {}, template: 't.html', parserVersion: '1' };
    cache.storeParsedContent('a.md', { html: '', toc: '', tocItems: [] }, terms);
    assert.equal(cache.parsedContent('a.md', terms).kind, 'cached');
    cache.invalidateFile('t.html');
    assert.deepEqual(cache.parsedContent('a.md', terms), { kind: 'miss', why: 'not-cached' });
  });

  test('reads what stands in a state of Bengal about the site', async () => {
    await using site = await cacheRig();
    const claim = { owner: 'content', source: '/old/site/content/a.md', priority: 100, version: null, lang: 'en' };
    await site.record({
      version: 8,
      url_claims: { '/a/': claim, '/broken/': 7 },
      page_tags: { 'content/a.md': [] },
      discovered_assets: { 'assets/a.css': 'css/a.css' },
      output_format_fingerprints: { site_index_json: 'ffff' },
    });
    const cache = await site.load();
    assert.deepEqual([...cache.maps.urlClaims.keys()], ['/a/']);
    assert.deepEqual(cache.maps.urlClaims.get('/a/'), {
      owner: 'content',
      source: 'content/a.md',
      priority: 100,
      version: undefined,
      lang: 'en',
    });
    assert.deepEqual([...cache.maps.discoveredAssets], [['assets/a.css', 'css/a.css']]);
    assert.deepEqual([...cache.maps.outputFormatFingerprints], [['site_index_json', 'ffff']]);
  });

  test('that is fresh says nothing about who wrote it', async () => {
    await using site = await cacheRig();
    const cache = BuildCache.fresh(site.folder);
    assert.deepEqual(
      [cache.python, cache.configHash, cache.lastBuild, cache.unknownFields],
      [undefined, undefined, undefined, []],
    );
  });
});
