import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStaleOutputs, findVanished } from '../../src/changes/vanished-pages.ts';
import type { RecordedPage } from '../../src/bengal/recorded-page.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { recordedPage } from '../support/recorded.ts';

function pagesOf(...pages: readonly RecordedPage[]): Map<string, RecordedPage> {
  return new Map(pages.map((page) => [page.key, page]));
}

const tagged = (name: string, tags: readonly string[]): RecordedPage =>
  recordedPage({ key: `content/${name}.md`, tags, metadata: {} });
const listing = (tag: string, number = 1): RecordedPage =>
  recordedPage({
    key: `.bengal/generated/tags/${tag}/page_${String(number)}/index.md`,
    kind: 'tag',
    tags: [tag],
    outputs: [`tags/${tag}/${number === 1 ? '' : `page/${String(number)}/`}index.html` as SitePath],
  });
const tagIndex = recordedPage({ key: '.bengal/generated/tags/index.md', kind: 'tag-index' });

function vanishedOf(pages: Map<string, RecordedPage>, there: readonly string[], perPage = 2): string[] {
  return [...findVanished({ pages, isThere: (path) => there.includes(path), perPage })];
}

test('a page vanishes with its source', () => {
  const pages = pagesOf(recordedPage({ key: 'content/a.md' }), recordedPage({ key: 'content/b.md' }));
  assert.deepEqual(vanishedOf(pages, ['content/a.md']), ['content/b.md']);
});

test('the listing of a tag vanishes with its last member, and each further page with the members that filled it', () => {
  const members = ['a', 'b', 'c'].map((name) => tagged(name, ['lamp']));
  const pages = pagesOf(
    ...members,
    tagged('d', ['oil']),
    listing('lamp'),
    listing('lamp', 2),
    listing('oil'),
    tagIndex,
  );
  const files = ['content/a.md', 'content/b.md', 'content/c.md', 'content/d.md'];
  assert.deepEqual(vanishedOf(pages, files), []);
  assert.deepEqual(vanishedOf(pages, files.slice(1)), ['content/a.md', listing('lamp', 2).key]);
  assert.deepEqual(vanishedOf(pages, files.slice(0, 3)), ['content/d.md', listing('oil').key]);
  assert.deepEqual(vanishedOf(pages, []).slice(-1), [tagIndex.key]);
});

test('as long as the tags of one page are not known, no listing vanishes', () => {
  const pages = pagesOf(recordedPage({ key: 'content/a.md' }), listing('lamp'), tagIndex);
  assert.deepEqual(vanishedOf(pages, ['content/a.md']), []);
});

test('a page of API documentation vanishes with all that it documents; one that documents no file stays', () => {
  const documents = (key: string, ...paths: readonly string[]): RecordedPage =>
    recordedPage({
      key,
      kind: 'virtual',
      inputs: paths.map((path) => ({ type: 'autodoc_source', path, hash: undefined })),
    });
  const pages = pagesOf(
    documents('api/a.md', 'a.py', 'b.py'),
    documents('api/c.md', 'c.py'),
    documents('__virtual__/x'),
  );
  assert.deepEqual(vanishedOf(pages, ['b.py']), ['api/c.md']);
});

test('outputs of a vanished page are stale in all their forms, unless another page or the last build wrote them', () => {
  const [gone, heir, fresh] = ['gone', 'moved', 'fresh'].map((name) => recordedPage({ key: `content/${name}.md` }));
  assert.ok(gone && heir && fresh);
  const owner = recordedPage({ key: 'content/new.md', outputs: heir.outputs });
  const stale = findStaleOutputs({
    pages: pagesOf(gone, heir, fresh, owner),
    vanished: new Set([gone.key, heir.key, fresh.key]),
    lastBuildNs: 10n,
    mtimeOf: (output) => (output.startsWith('fresh') ? 10n : 9n),
  });
  const forms = ['html', 'json', 'txt', 'md'].map((ending) => `gone/index.${ending}`);
  assert.deepEqual([...stale], forms);
});

test('without a time of the last build, nothing is stale', () => {
  const gone = recordedPage({ key: 'content/gone.md' });
  const facts = { pages: pagesOf(gone), vanished: new Set([gone.key]), mtimeOf: () => 1n };
  assert.equal(findStaleOutputs({ ...facts, lastBuildNs: undefined }).size, 0);
});
