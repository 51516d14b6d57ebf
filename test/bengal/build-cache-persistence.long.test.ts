import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { BuildCache } from '../../src/bengal/build-cache.ts';
import { readBuildCache } from '../../src/bengal/read-build-cache.ts';
import { FIELD_NAMES } from '../../src/bengal/build-cache/fields.ts';
import { readCacheFile } from '../../src/bengal/cache-file.ts';
import { fromInteger, parseExact } from '../../src/bengal/exact-json.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { sha256 } from '../../src/core/digest.ts';
import { cacheRig, EXTERNAL_STORES, PYTHON } from '../support/cache-rig.ts';
import { RECORDED_STATES } from '../support/recorded-states.ts';
import { jsonTextOf } from '../support/site-rig.ts';

async function mainOf(folder: string): Promise<JsonObject> {
  const file = await readCacheFile(folder, 'cache');
  assert.ok(file.kind === 'read', file.kind);
  return file.value;
}

for (const state of RECORDED_STATES) {
  describe(`the state ${state.name} of real Bengal`, { skip: state.missing }, () => {
    test('is loaded, saved and loaded again as an equal value, in the same bytes', async () => {
      await using folder = await state.copy();
      const original = readFileSync(join(folder.path, 'cache.json.zst'));
      const cache = await BuildCache.load(folder.path);
      const before = cache.toJSON();
      await cache.save();
      const again = await BuildCache.load(folder.path);
      assert.deepEqual(again.toJSON(), before);
      assert.deepEqual(readFileSync(join(folder.path, 'cache.json.zst')), original);
    });

    test('keeps every value when all of it is taken apart and put together again', async () => {
      await using folder = await state.copy();
      const before = await mainOf(folder.path);
      const stored = readFileSync(join(folder.path, 'stores/rendered_output.json'));
      const size = readFileSync(join(folder.path, 'cache.json.zst')).length;
      // Every table is changed, and changed back.
      const cache = await BuildCache.load(folder.path);
      cache.addDependency('a', 'b');
      cache.updateTags('new.md', ['new tag']);
      cache.recordPageTemplates('new.md', ['new.html']);
      cache.trackOutput('new.md', 'public/new.html', 'public');
      cache.storeRenderedOutput('new.md', { html: '' }, { metadata: {}, template: 't', outputDir: 'public' });
      cache.invalidateFile('new.md');
      cache.invalidateFile('a');
      await cache.save();
      const after = await mainOf(folder.path);
      for (const name of ['file_fingerprints', 'template_dependencies', 'output_sources', 'url_claims']) {
        assert.deepEqual(sorted(after[name]), sorted(before[name]), name);
      }
      const parsed = [stored, readFileSync(join(folder.path, 'stores/rendered_output.json'))].map((bytes) =>
        parseExact(bytes),
      );
      assert.deepEqual(parsed[1], parsed[0]);
      // The size contract of Bengal's own file, which random order of sets and two spellings of pages only make larger.
      const saved = readFileSync(join(folder.path, 'cache.json.zst')).length;
      assert.ok(saved <= size * 1.03, `${saved} bytes instead of ${size}`);
    });
  });
}

function sorted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, item: unknown) => {
    if (Array.isArray(item)) return [...(item as unknown[])].sort();
    if (typeof item === 'object' && item !== null) return Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1));
    return item;
  });
}

describe('loading a build cache', () => {
  test('that is not there gives a fresh one without a word', async () => {
    await using site = await cacheRig();
    assert.equal(
      String(await site.load()),
      'BuildCache: 0 files, 0 dependencies, 0 tags, 0 parsed and 0 rendered pages',
    );
    assert.deepEqual(site.warnings, []);
    assert.deepEqual(await readBuildCache(site.folder), { kind: 'absent' });
    assert.deepEqual(readdirSync(site.folder), ['stores']);
  });

  for (const [what, content, why] of [
    ['no cache', 'hello', /neither Bengal's header, zstd nor JSON/],
    ['no object', '[]', /it holds no JSON object/],
    ['cut off', '{"version": 8', /JSON/],
    ['of a version that is no number', '{"version": "8"}', /its version is "8"/],
    ['of half a version', '{"version": 7.5}', /its version is 7\.5/],
  ] as const) {
    test(`that is ${what} gives a fresh one and one warning with the reason`, async () => {
      await using site = await cacheRig();
      writeFileSync(join(site.folder, 'cache.json'), content);
      const cache = await site.load();
      assert.equal(cache.stats().trackedFiles, 0);
      assert.equal(site.warnings.length, 1);
      assert.match(site.warnings[0]!, /^Bengal's build cache is not used, and a fresh one begun: cache\.json: /);
      assert.match(site.warnings[0]!, why);
      const outcome = await readBuildCache(site.folder);
      assert.match(outcome.kind === 'corrupt' ? outcome.why : '', why);
    });
  }

  test('tolerates missing fields and fields of other types', async () => {
    await using site = await cacheRig();
    const broken = Object.fromEntries(
      FIELD_NAMES.map((name) => [name, name === 'version' ? 8 : [7, null, { a: 'b' }]]),
    );
    for (const main of [{ version: 8 }, broken, { version: 8, unknown: 1 }]) {
      await site.record(main);
      const cache = await site.load();
      assert.deepEqual(cache.affectedPages('a.md'), new Set());
      assert.deepEqual([cache.pagesForTag('x'), cache.pagesForTemplate('x')], [new Set(), new Set()]);
      assert.deepEqual([cache.configHash, cache.lastBuild, cache.pageCache('x')], [undefined, undefined, undefined]);
      assert.equal(cache.isChanged('a.md'), true);
      assert.equal(cache.maps.urlClaims.size, 0);
      cache.invalidateFile('a.md');
      assert.deepEqual(cache.staleAutodocSources(), []);
    }
    assert.deepEqual(site.warnings, []);
  });

  for (const version of [undefined, 1, 6, 7, 9, 1000]) {
    test(`of version ${version ?? 'none'} loads the fields that are known, with one warning`, async () => {
      await using site = await cacheRig();
      await site.record({ ...(version === undefined ? {} : { version }), config_hash: 'aa', new_field: 1 });
      const cache = await site.load();
      assert.equal(cache.configHash, 'aa');
      assert.equal(cache.version, version ?? 0);
      assert.equal(site.warnings.length, 1);
      assert.match(
        site.warnings[0]!,
        new RegExp(`^cache\\.json\\.zst has version ${version ?? 0}, (older|newer) than the 8`),
      );
      await cache.save();
      assert.deepEqual([cache.version, (await mainOf(site.folder))['version']], [BuildCache.VERSION, 8]);
      assert.equal((await site.load()).configHash, 'aa');
      assert.equal(site.warnings.length, 1, 'what was saved is of the usual version');
    });
  }

  test('of Bengal 0.1 reads its older fields, with any spelling of pages', async () => {
    await using site = await cacheRig({ 'content/a.md': 'a' });
    const root = site.path;
    writeFileSync(
      join(site.folder, 'cache.json'),
      JSON.stringify({
        version: 2,
        file_hashes: { [`${root}/content/a.md`]: sha256('a'), [`${root}/content/b.md`]: sha256('b') },
        dependencies: { [`${root}/content/a.md`]: [`${root}/templates/page.html`] },
        taxonomy_deps: { 'tag:x': [`${root}/content/a.md`] },
        page_tags: { [`${root}/content/a.md`]: ['X'] },
        tag_to_pages: { x: [`${root}/content/a.md`] },
        parsed_content: { [`${root}/content/a.md`]: { html: '<p>' } },
        last_build: '2025-01-02T03:04:05',
      }),
    );
    const cache = await site.load();
    assert.equal(cache.isChanged('content/a.md'), false);
    assert.deepEqual(cache.affectedPages('templates/page.html'), new Set(['content/a.md']));
    assert.deepEqual(cache.pagesForTag('x'), new Set(['content/a.md']));
    assert.deepEqual(cache.pagesForTerm('tag:x'), new Set(['content/a.md']));
    assert.equal(cache.parsedContentStats().pages, 1);
    await cache.save({ python: PYTHON });
    const main = await mainOf(site.folder);
    assert.equal(main['version'], 8);
    assert.equal('file_hashes' in main, false);
    assert.deepEqual(main['dependencies'], { 'content/a.md': ['templates/page.html'] });
    assert.deepEqual(main['reverse_dependencies'], { 'templates/page.html': ['content/a.md'] });
    assert.deepEqual(main['parsed_content'], { 'content/a.md': { html: '<p>' } });
    assert.equal(existsSync(join(site.folder, 'cache.json')), false);
  });

  test('from another checkout knows the same pages', async () => {
    await using site = await cacheRig();
    const old = '/home/runner/work/site/site';
    await site.record({
      version: 8,
      page_tags: { 'content/a.md': ['One'], [`${old}/content/a.md`]: ['Two'] },
      tag_to_pages: { one: [`${old}/content/a.md`, 'content/a.md'] },
      url_claims: { '/a/': { owner: 'content', source: `${old}/content/a.md`, priority: 100 } },
    });
    const cache = await site.load();
    assert.deepEqual(cache.previousTags('content/a.md'), new Set(['One', 'Two']));
    assert.deepEqual(cache.pagesForTag('one'), new Set(['content/a.md']));
    assert.equal(cache.keyOf(`${old}/content/a.md`), 'content/a.md');
  });
});

describe('saving a build cache', () => {
  test('that is fresh writes every field of Bengal and every store', async () => {
    await using site = await cacheRig();
    site.recordStore('parsed_content', { 'content/old.md': {} });
    const cache = await site.load();
    cache.setPageCache('x', { a: 1 });
    await cache.save({ python: PYTHON });
    const main = await mainOf(site.folder);
    assert.deepEqual(Object.keys(main), FIELD_NAMES);
    assert.deepEqual(main['external_stores'], EXTERNAL_STORES);
    assert.deepEqual([site.store('synthetic_pages'), site.store('parsed_content')], [{ x: { a: 1 } }, {}]);
    assert.deepEqual((await site.load()).pageCache('x'), { a: 1 });
  });

  test('is for the Python that Bengal is known to run on when nothing tells another', async () => {
    await using site = await cacheRig();
    await (await site.load()).save();
    assert.equal((await site.load()).python, '3.14');
  });

  test('refuses a Python that is no version', async () => {
    await using site = await cacheRig();
    await assert.rejects((await site.load()).save({ python: 'python3' }), /such as `3\.14`, got "python3"/);
  });

  test('writes what it does not understand as it was, in changed fields too', async () => {
    await using site = await cacheRig({ 'a.md': 'a' });
    const main: JsonObject = {
      version: 8,
      file_fingerprints: {
        'a.md': { mtime: 1, size: 1, hash: null, future: { big: fromInteger(2n ** 80n) } },
        'z.md': 'what is this',
      },
      page_tags: { 'b.md': ['x', null, 7], 'c.md': 'x' },
      dependencies: { 'b.md': ['t.html', false] },
      config_hash: null,
    };
    await site.record(main);
    const cache = await site.load();
    cache.updateFile('a.md');
    cache.updateTags('a.md', ['y']);
    cache.addDependency('a.md', 't.html');
    await cache.save();
    const saved = await mainOf(site.folder);
    const fingerprints = saved['file_fingerprints'] as Record<string, JsonObject>;
    assert.deepEqual(fingerprints['a.md']!['future'], { big: fromInteger(2n ** 80n) });
    assert.equal(fingerprints['a.md']!['hash'], sha256('a'));
    assert.equal(fingerprints['z.md'], 'what is this');
    assert.deepEqual(saved['page_tags'], { 'b.md': ['x', null, 7], 'a.md': ['y'], 'c.md': 'x' });
    assert.deepEqual(saved['dependencies'], { 'b.md': ['t.html', false], 'a.md': ['t.html'] });
  });

  test('writes no field that Bengal does not know, and none that the writer did not', async () => {
    await using site = await cacheRig();
    await site.record({ version: 8, page_tags: {}, future: 1, __proto: 2 });
    const cache = await site.load();
    assert.deepEqual(cache.unknownFields, ['future', '__proto']);
    cache.clear();
    await cache.save();
    assert.deepEqual(await mainOf(site.folder), { version: 8, page_tags: {} });
  });

  test('writes only the stores that changed', async () => {
    await using site = await cacheRig();
    await site.record({ version: 8, external_stores: EXTERNAL_STORES, parsed_content: {}, synthetic_pages: {} });
    writeFileSync(join(site.folder, 'stores/parsed_content.json'), '{ "a.md": {"n": 1795242563963333099} }');
    site.recordStore('synthetic_pages', { x: { n: 1 } });
    const cache = await site.load();
    cache.setPageCache('y', { n: 2 });
    await cache.save();
    assert.deepEqual(site.store('synthetic_pages'), { x: { n: 1 }, y: { n: 2 } });
    assert.equal(
      readFileSync(join(site.folder, 'stores/parsed_content.json'), 'utf8'),
      '{ "a.md": {"n": 1795242563963333099} }',
    );
    assert.deepEqual((await mainOf(site.folder))['synthetic_pages'], {});
  });

  test('keeps hot maps inline where Bengal kept them so', async () => {
    await using site = await cacheRig();
    await site.record({ version: 8, synthetic_pages: { x: { n: 1 } } });
    const cache = await site.load();
    cache.setPageCache('y', { n: 2 });
    await cache.save();
    assert.deepEqual((await mainOf(site.folder))['synthetic_pages'], { x: { n: 1 }, y: { n: 2 } });
    assert.deepEqual(readdirSync(join(site.folder, 'stores')), []);
  });

  test('notes the end of a build only when told of one', async () => {
    await using site = await cacheRig();
    await site.record({ version: 8, last_build: 'then' });
    const cache = await site.load();
    await cache.save();
    assert.equal((await site.load()).lastBuild, 'then');
    await cache.save({ builtAt: new Date('2026-11-21T08:00:00.123Z') });
    assert.equal((await site.load()).lastBuild, '2026-11-21T08:00:00.123000+00:00');
  });

  test('that fails can be tried again', async () => {
    await using site = await cacheRig();
    const cache = await site.load();
    cache.updateTags('a.md', ['x']);
    rmSync(site.folder, { recursive: true });
    writeFileSync(site.folder, 'in the way');
    await assert.rejects(cache.save({ python: PYTHON }));
    rmSync(site.folder);
    await cache.save({ python: PYTHON });
    assert.deepEqual((await site.load()).pagesForTag('x'), new Set(['a.md']));
  });

  test('writes both names of a file that Bengal keeps under two', async () => {
    await using site = await cacheRig({ 'bengal.toml': '', 'a.md': '' });
    const entry = { mtime: 1, size: 0, hash: sha256('') };
    const absolute = join(site.path, 'bengal.toml');
    await site.record({ version: 8, file_fingerprints: { 'bengal.toml': entry, [absolute]: entry } });
    const cache = await site.load();
    assert.deepEqual([...cache.maps.fileFingerprints.keys()], ['bengal.toml']);
    cache.updateFile('a.md');
    await cache.save();
    const text = await jsonTextOf(site, 'cache.json.zst');
    assert.ok(text.includes(`"${absolute}":`) && text.includes('"bengal.toml":'));
  });
});

describe('a store that cannot be used', () => {
  for (const [what, damage, why] of [
    ['is missing', (path: string) => rmSync(path), /it is missing/],
    ['is damaged', (path: string) => writeFileSync(path, '{'), /JSON/],
  ] as const) {
    test(`because it ${what} is empty, with one warning`, async () => {
      await using site = await cacheRig();
      await site.record({ version: 8, external_stores: EXTERNAL_STORES, page_tags: { 'a.md': ['x'] } });
      site.recordStore('synthetic_pages', { x: {} });
      damage(join(site.folder, 'stores/synthetic_pages.json'));
      const cache = await site.load();
      assert.deepEqual(cache.previousTags('a.md'), new Set(['x']));
      assert.deepEqual(site.warnings, []);
      assert.equal(cache.pageCache('x'), undefined);
      assert.equal(cache.pageCache('y'), undefined);
      assert.equal(site.warnings.length, 1);
      assert.match(site.warnings[0]!, /^stores\/synthetic_pages\.json is not used: /);
      assert.match(site.warnings[0]!, why);
    });
  }

  test('because another process replaced it since is empty, and not overwritten unasked', async () => {
    await using site = await cacheRig();
    await site.record({ version: 8, external_stores: EXTERNAL_STORES });
    site.recordStore('synthetic_pages', { x: {} });
    const cache = await site.load();
    site.recordStore('other', { x: { newer: true } });
    renameSync(join(site.folder, 'stores/other.json'), join(site.folder, 'stores/synthetic_pages.json'));
    assert.equal(cache.pageCache('x'), undefined);
    assert.match(site.warnings.join(), /another process has replaced it/);
    await cache.save();
    assert.deepEqual(site.store('synthetic_pages'), { x: { newer: true } });
  });
});
