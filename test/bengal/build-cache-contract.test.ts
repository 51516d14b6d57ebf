import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { BuildCache } from '../../src/bengal/build-cache.ts';
import { readBuildCache } from '../../src/bengal/read-build-cache.ts';
import { withCacheLock } from '../../src/bengal/cache-lock.ts';
import type { Storable } from '../../src/core/json-copy.ts';
import { cacheRig } from '../support/cache-rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

class Page {
  readonly title = 'x';
}

const circle: Record<string, unknown> = {};
circle['itself'] = circle;

describe('what is set', () => {
  for (const [what, data, message] of [
    [
      'an object of a class',
      { page: new Page() },
      /: synthetic_pages of p\.page: expected JSON, got an object of class Page: give what identifies it/,
    ],
    [
      'a date',
      { list: [{ 'at night': new Date(0) }] },
      /p\.list\[0\]\["at night"\]: .* a Date: give `date\.toISOString\(\)`/,
    ],
    ['a function', { work: () => 1 }, /p\.work: .* a function/],
    ['a map', { m: new Map() }, /p\.m: .* a Map: give `Object\.fromEntries\(map\)`/],
    ['a set of objects', { s: new Set([{}]) }, /p\.s: .* a Set of other items than strings/],
    ['a circle', circle, /p\.itself: .* a circle/],
    ['undefined', { a: { b: undefined } }, /p\.a\.b: .* `undefined`/],
    ['a hole in a list', { a: Object.assign(new Array(3), { 0: 1, 2: 3 }) }, /p\.a\[1\]: .* `undefined`/],
    ['no number', { n: NaN }, /p\.n: .* NaN, a number that JSON lacks/],
    ['an endless number', { n: -Infinity }, /p\.n: .* -Infinity/],
    ['a bigint', { n: 1n }, /p\.n: .* a bigint: give a number, or `fromInteger/],
    ['a symbol', { n: Symbol('x') }, /p\.n: .* a symbol/],
    ['a symbol for a key', { [Symbol('x')]: 1 }, /p: .* a symbol for a key/],
  ] as const) {
    test(`may not be or hold ${what}, and the message says where it is`, () => {
      const cache = BuildCache.fresh('/nowhere/.bengal');
      const refused = (set: () => void, name: RegExp): void =>
        assert.throws(set, (thrown) => {
          assert.ok(thrown instanceof TypeError);
          assert.match(`: ${thrown.message}`, name);
          return true;
        });
      refused(() => cache.setPageCache('p', data as never), message);
      assert.equal(cache.pageCache('p'), undefined, 'nothing of it is kept');
      const results = { validator: 'links', results: [data] as never };
      refused(() => cache.cacheValidationResults('a.md', results), /validation_results of a\.md\.links\[0\]/);
      const content = { html: '', toc: '', tocItems: [data] as never };
      const terms = { metadata: {}, template: 't', parserVersion: 'p' };
      refused(() => cache.storeParsedContent('a.md', content, terms), /parsed_content of a\.md\.toc_items\[0\]/);
    });
  }

  test('may hold sets of strings, which become lists in the order of Python', () => {
    const cache = BuildCache.fresh('/nowhere/.bengal');
    cache.setPageCache('p', { tags: new Set(['é', 'b', 'Z', '\u{1f600}', '\uffff']) });
    assert.deepEqual(cache.pageCache('p'), { tags: ['Z', 'b', 'é', '\uffff', '\u{1f600}'] });
  });

  test('is text where Bengal keeps text', () => {
    const cache = BuildCache.fresh('/nowhere/.bengal');
    assert.throws(() => cache.recordPageTemplates('a.md', [{} as string]), /Expected a string to keep, got object/);
    assert.throws(() => cache.addAutodocDependency('a.py', 'api/a.md', { sourceHash: 'x', sourceMtime: NaN }), /NaN/);
    assert.deepEqual([...cache.maps.templateDependencies, ...cache.maps.autodocDependencies], []);
  });

  test('is the cache’s own: neither what was given nor what comes back is', () => {
    const json = fc.dictionary(fc.string(), fc.jsonValue({ noNegativeZero: true } as fc.JsonSharedConstraints));
    fc.assert(
      fc.property(json, (value) => {
        const cache = BuildCache.fresh('/nowhere/.bengal');
        const given = structuredClone(value) as Record<string, Storable>;
        cache.setPageCache('p', given);
        given['added'] = 1;
        const got = cache.pageCache('p') as Record<string, unknown>;
        assert.deepEqual(got, JSON.parse(JSON.stringify(value)));
        got['added'] = 1;
        (cache.toJSON()['synthetic_pages'] as Record<string, unknown>)['q'] = 1;
        (cache.maps.syntheticPages as Map<string, unknown>).clear();
        assert.deepEqual(cache.pageCache('p'), JSON.parse(JSON.stringify(value)));
        assert.equal(cache.pageCache('q'), undefined);
      }),
    );
  });

  test('stays apart in lists of content and results too', () => {
    const cache = BuildCache.fresh('/nowhere/.bengal');
    cache.setPageCache('p', { list: [{ a: 1 }] });
    (cache.pageCache('p') as { list: { a: number }[] }).list[0]!.a = 2;
    assert.deepEqual(cache.pageCache('p'), { list: [{ a: 1 }] });
  });
});

describe('a place of a cache', () => {
  test('is the folder, or the file in it', async () => {
    await using site = await cacheRig();
    await site.record({ version: 8, config_hash: 'aa' });
    for (const path of [site.folder, join(site.folder, 'cache.json.zst'), join(site.folder, 'cache.json')]) {
      const cache = await BuildCache.load(path);
      assert.equal(cache.configHash, 'aa', path);
      await cache.save();
      assert.equal((await readBuildCache(path)).kind, 'read');
    }
    assert.deepEqual([existsSync(join(site.folder, 'cache.json.zst/cache.json.zst'))], [false]);
  });

  test('is no other file', async () => {
    await using site = await cacheRig({ 'bengal.toml': '' });
    await assert.rejects(
      BuildCache.load(join(site.path, 'bengal.toml')),
      /Expected the folder \.bengal, or the cache\.json/,
    );
    assert.throws(() => BuildCache.fresh(join(site.path, 'bengal.toml')), /Expected the folder \.bengal/);
  });

  test('that is not there yet is made by saving', async () => {
    await using folder = await temporaryFolder();
    for (const useLock of [true, false]) {
      const path = join(folder.path, String(useLock), '.bengal');
      await BuildCache.fresh(path).save({ useLock });
      assert.equal((await BuildCache.load(path)).version, 8);
    }
  });

  test('that cannot be used is told as a warning of the process, unless somebody wants to be told', async () => {
    await using site = await cacheRig();
    writeFileSync(join(site.folder, 'cache.json'), 'hello');
    const warned = once(process, 'warning') as Promise<[Error]>;
    await BuildCache.load(site.folder);
    const [warning] = await warned;
    assert.equal(warning.name, 'BengalCacheWarning');
    assert.match(warning.message, /^Bengal's build cache is not used, and a fresh one begun/);
  });
});

describe('the lock', () => {
  test('can be left to whoever holds it', async () => {
    await using site = await cacheRig();
    await withCacheLock({ folder: site.folder, kind: 'exclusive' }, async () => {
      const cache = await BuildCache.load(site.folder, { useLock: false });
      cache.validateConfig('aa');
      await cache.save();
      await assert.rejects(BuildCache.load(site.folder, { lockTimeoutMs: 50 }), { name: 'CacheLockTimeout' });
      await assert.rejects(cache.save({ useLock: true, lockTimeoutMs: 50 }), { name: 'CacheLockTimeout' });
    });
    assert.equal((await site.load()).configHash, 'aa');
  });

  test('is held over a whole update, so that several processes lose nothing', async () => {
    await using site = await cacheRig();
    const program = (name: string): string => `
      import { BuildCache } from ${JSON.stringify(join(import.meta.dirname, '../../src/bengal/build-cache.ts'))};
      for (let i = 0; i < 5; i++)
        await BuildCache.update(${JSON.stringify(site.folder)}, (cache) => cache.setPageCache('${name}' + i, { i }));`;
    const args = ['--input-type=module-typescript', '--no-warnings', '--eval'];
    const children = ['a', 'b', 'c'].map((name) =>
      spawn(process.execPath, [...args, program(name)], { stdio: 'inherit' }),
    );
    const ends = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
    assert.deepEqual(ends, [0, 0, 0]);
    assert.equal((await site.load()).maps.syntheticPages.size, 15);
  });

  test('answers what an update answers, and saves nothing of one that fails', async () => {
    await using site = await cacheRig();
    assert.equal(await BuildCache.update(site.folder, (cache) => cache.validateConfig('aa')), true);
    const failing = BuildCache.update(site.folder, (cache) => {
      cache.validateConfig('bb');
      throw new Error('no');
    });
    await assert.rejects(failing, /^Error: no$/);
    assert.equal((await site.load()).configHash, 'aa');
  });
});

describe('a cache shows', () => {
  test('every map that Bengal has', async () => {
    await using site = await cacheRig({ 'content/a.md': 'a', 'templates/page.html': 't' });
    const cache = await site.load();
    cache.updateFile('content/a.md');
    cache.addDependency('content/a.md', 'templates/page.html');
    cache.trackOutput('content/a.md', 'public/a/index.html', 'public');
    cache.addTaxonomyDependency('tag:x', 'content/a.md');
    cache.updatePageTags('content/a.md', ['X y']);
    cache.recordPageTemplates('content/a.md', ['page.html']);
    cache.storeParsedContent(
      'content/a.md',
      { html: '<p>', toc: '', tocItems: [] },
      { metadata: {}, template: 't', parserVersion: 'p' },
    );
    cache.storeRenderedOutput('content/a.md', { html: '<p>' }, { metadata: {}, template: 't', outputDir: 'public' });
    cache.cacheValidationResults('content/a.md', { validator: 'v', results: ['r'] });
    cache.setPageCache('p', { a: 1 });
    cache.addAutodocDependency('lib/a.py', 'api/a.md', { sourceHash: 'ff', sourceMtime: 1 });
    const page = 'content/a.md';
    const { maps } = cache;
    assert.deepEqual(
      [...maps.fileFingerprints].map(([key, { hash }]) => [key, hash]),
      [[page, cache.hashFile(page)]],
    );
    assert.deepEqual(maps.dependencies, new Map([[page, new Set(['templates/page.html'])]]));
    assert.deepEqual(maps.reverseDependencies, new Map([['templates/page.html', new Set([page])]]));
    assert.deepEqual(maps.outputSources, new Map([['a/index.html', page]]));
    assert.deepEqual(maps.taxonomyDependencies, new Map([['tag:x', new Set([page])]]));
    assert.deepEqual(maps.pageTags, new Map([[page, new Set(['X y'])]]));
    assert.deepEqual(maps.tagToPages, new Map([['x-y', new Set([page])]]));
    assert.deepEqual(maps.templateDependencies, new Map([[page, new Set(['page.html'])]]));
    assert.deepEqual(
      [...maps.parsedContent].map(([key, { html }]) => [key, html]),
      [[page, '<p>']],
    );
    assert.deepEqual(maps.renderedOutput, new Map([[page, '<p>']]));
    assert.deepEqual(maps.validationResults, new Map([[page, { v: ['r'] }]]));
    assert.deepEqual(maps.syntheticPages, new Map([['p', { a: 1 }]]));
    assert.deepEqual(maps.autodocDependencies, new Map([['lib/a.py', new Set(['api/a.md'])]]));
    assert.deepEqual(cache.invalidateAutodocSource('lib/a.py'), new Set(['api/a.md']));
    assert.deepEqual([maps.autodocDependencies, cache.staleAutodocSources()], [new Map(), []]);
  });

  test('one line to console.log', () => {
    const cache = BuildCache.fresh('/nowhere/.bengal');
    assert.equal(inspect(cache), 'BuildCache: 0 files, 0 dependencies, 0 tags, 0 parsed and 0 rendered pages');
  });
});
