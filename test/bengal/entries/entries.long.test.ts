import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readCacheFile, readPlainFile } from '../../../src/bengal/cache-file.ts';
import type { Cacheable } from '../../../src/bengal/cache-codec.ts';
import type { CacheStore } from '../../../src/bengal/cache-store.ts';
import {
  assetDependencyCodec,
  openAssetDependencyStore,
  type AssetDependencyEntry,
} from '../../../src/bengal/entries/asset-dependency-entry.ts';
import {
  generatedPageCodec,
  generatedPageKey,
  openGeneratedPageStore,
  type GeneratedPageEntry,
} from '../../../src/bengal/entries/generated-page-entry.ts';
import {
  indexContentHash,
  indexEntry,
  indexEntryCodec,
  openIndexStore,
  type IndexEntry,
} from '../../../src/bengal/entries/index-entry.ts';
import {
  openPageMetadataStore,
  pageCoreCodec,
  pageMetadataCodec,
  type PageCore,
  type PageMetadataEntry,
} from '../../../src/bengal/entries/page-core.ts';
import { openTagStore, tagEntryCodec, type TagEntry } from '../../../src/bengal/entries/tag-entry.ts';
import { field, isObject, type JsonObject } from '../../../src/core/json.ts';
import { checkRoundTrip } from '../../support/cacheable-law.ts';
import { json, jsonObject, name, nameSet, withUnknown } from '../../support/cache-arbitraries.ts';
import { RECORDED_STATES } from '../../support/recorded-states.ts';

const nullableName = fc.option(name);

const pageCore: fc.Arbitrary<PageCore> = withUnknown(
  fc.record({
    sourcePath: name,
    title: json,
    date: nullableName,
    tags: fc.array(name),
    slug: json,
    weight: json,
    lang: json,
    navTitle: json,
    type: json,
    variant: json,
    description: json,
    props: jsonObject,
    section: nullableName,
    fileHash: nullableName,
    aliases: fc.array(name),
    version: json,
    cascade: json,
  }),
);
const pageMetadata: fc.Arbitrary<PageMetadataEntry> = withUnknown(
  fc.record({ core: pageCore, cachedAt: name, isValid: fc.boolean() }),
);
const tag: fc.Arbitrary<TagEntry> = withUnknown(
  fc.record({ slug: name, name, pagePaths: fc.array(name), updatedAt: name, isValid: fc.boolean() }),
);
const index: fc.Arbitrary<IndexEntry> = withUnknown(
  fc.record({ key: name, pagePaths: nameSet, metadata: jsonObject, updatedAt: name, contentHash: name }),
);
const assetDependency: fc.Arbitrary<AssetDependencyEntry> = withUnknown(
  fc.record({ assets: nameSet, trackedAt: name, isValid: fc.boolean() }),
);
const generatedPage: fc.Arbitrary<GeneratedPageEntry> = withUnknown(
  fc.record({
    pageType: name,
    pageId: name,
    contentHash: name,
    templateHash: name,
    memberHashes: fc.array(fc.tuple(name, name)).map((pairs) => new Map(Object.entries(Object.fromEntries(pairs)))),
    cachedHtml: nullableName,
    lastGenerated: name,
    generationTimeMs: fc.oneof(
      fc.nat(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    ),
    isCompressed: fc.boolean(),
  }),
);

describe('an entry survives being stored, and a stored one being read', () => {
  test('PageCore', () => checkRoundTrip(pageCoreCodec, pageCore));
  test('PageMetadataEntry', () => checkRoundTrip(pageMetadataCodec, pageMetadata));
  test('TagEntry', () => checkRoundTrip(tagEntryCodec, tag));
  test('IndexEntry', () => checkRoundTrip(indexEntryCodec, index));
  test('AssetDependencyEntry', () => checkRoundTrip(assetDependencyCodec, assetDependency));
  test('GeneratedPageEntry', () => checkRoundTrip(generatedPageCodec, generatedPage));
});

/** A file of a state, its codec, and its store behind the operations that all stores share. */
interface Kind {
  readonly name: string;
  readonly field: string;
  readonly codec: Cacheable<object>;
  readonly open: (folder: string) => Promise<CacheStore<object>>;
}

const INDEXES = ['section', 'author', 'category', 'date_range'];
const KINDS = [
  { name: 'page_metadata', field: 'pages', codec: pageMetadataCodec, open: openPageMetadataStore },
  { name: 'asset_deps', field: 'pages', codec: assetDependencyCodec, open: openAssetDependencyStore },
  { name: 'generated_page_cache', field: 'entries', codec: generatedPageCodec, open: openGeneratedPageStore },
  { name: 'taxonomy_index', field: 'tags', codec: tagEntryCodec, open: openTagStore },
  ...INDEXES.map((name) => ({
    name: `indexes/${name}_index`,
    field: 'entries',
    codec: indexEntryCodec,
    open: (folder: string) => openIndexStore(folder, name),
  })),
] as unknown as readonly Kind[];

for (const state of RECORDED_STATES) {
  describe(`what real Bengal wrote for ${state.name}`, { skip: state.missing }, () => {
    for (const kind of KINDS) {
      test(`${kind.name} is read and written back to an equal value`, async () => {
        await using folder = await state.copy();
        const before = await contentOf(folder.path, kind);
        const store = await kind.open(folder.path);
        assert.equal(store.outcome.kind, 'read');
        assert.equal(store.warning, undefined);
        assert.equal(store.size, Object.keys(field(before, kind.field) ?? {}).length);

        assert.equal(await store.save(), false, 'nothing changed');
        const entries = [...store.entries()];
        store.clear();
        for (const [key, value] of entries) store.set(key, value);
        assert.equal(await store.save(), entries.length > 0);

        const after = await contentOf(folder.path, kind);
        const isIndex = kind.name.startsWith('indexes/');
        assert.deepEqual(isIndex ? { ...after, updated_at: before['updated_at'] } : after, before);
        for (const entry of Object.values(field(after, kind.field) ?? {}) as JsonObject[]) {
          const value = kind.codec.fromCache(entry);
          assert.ok(value);
          assert.deepEqual(kind.codec.toCache(value), entry);
        }
      });
    }

    test('an index is written in the form in which Bengal writes it', async () => {
      await using folder = await state.copy();
      const path = join(folder.path, 'indexes/section_index.json');
      const before = readFileSync(path, 'latin1');
      const store = await openIndexStore(folder.path, 'section');
      for (const [key, entry] of [...store.entries()]) {
        store.delete(key);
        store.set(key, entry);
      }
      await store.save();
      const written = readFileSync(path, 'latin1');
      assert.equal(withoutLastTime(written), withoutLastTime(before));
    });

    test('the hash of an index entry is the one that Bengal computes', async () => {
      await using folder = await state.copy();
      for (const [, entry] of (await openIndexStore(folder.path, 'section')).entries()) {
        assert.equal(entry.contentHash, indexContentHash(entry.pagePaths));
        assert.equal(entry.contentHash, indexEntry(entry.key, [...entry.pagePaths].reverse()).contentHash);
      }
    });

    test('the key of a generated page is made of its type and name', async () => {
      await using folder = await state.copy();
      for (const [key, { pageType, pageId }] of (await openGeneratedPageStore(folder.path)).entries())
        assert.equal(key, generatedPageKey(pageType, pageId));
    });
  });
}

async function contentOf(folder: string, kind: Kind): Promise<JsonObject> {
  const file = kind.name.startsWith('indexes/')
    ? readPlainFile(folder, `${kind.name}.json`)
    : await readCacheFile(folder, kind.name);
  assert.ok(file.kind === 'read' && isObject(file.value));
  return file.value;
}

/** The file's own `updated_at` is set anew by each save, Bengal's and ours. */
function withoutLastTime(text: string): string {
  return text.replace(/"updated_at": "[^"]*"\n\}$/, '');
}

describe('front matter that YAML gave an odd type', () => {
  test('stays as it is', () => {
    const stored = { ...pageCoreCodec.toCache(fc.sample(pageCore, 1)[0]!), title: 404, slug: false, weight: 'first' };
    const core = pageCoreCodec.fromCache(stored);
    assert.equal(core?.title, 404);
    assert.deepEqual(pageCoreCodec.toCache(core), stored);
  });
});

describe('an entry of an older Bengal', () => {
  test('gets the values that Bengal gives to fields that are missing', () => {
    const core = pageCoreCodec.fromCache({ source_path: 'content/a.md', title: 'A' });
    assert.ok(core);
    assert.deepEqual([core.tags, core.props, core.cascade, core.navTitle], [[], {}, {}, null]);
    const entry = tagEntryCodec.fromCache({ tag_slug: 'a', tag_name: 'A', page_paths: [], updated_at: '' });
    assert.equal(entry?.isValid, true);
  });
});

describe('an index', () => {
  test('has a plain name', async () => {
    for (const hostile of ['', '../up', 'a/b', 'a\\b', 'a\0b'])
      await assert.rejects(openIndexStore('.', hostile), RangeError);
  });
});
