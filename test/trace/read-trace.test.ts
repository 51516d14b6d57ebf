import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCodec } from '../../src/compression/zstd.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { JsonValue } from '../../src/core/json.ts';
import { decodeTrace, readTrace } from '../../src/trace/read-trace.ts';
import { traceFromJson } from '../../src/trace/trace-from-json.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Two pages: one shared read, and one of each alone. */
const DOCUMENT = {
  schemaVersion: 1,
  header: { bengal: '0.5.1' },
  strings: [
    'a/',
    'attribute',
    'b/',
    'content/a.md',
    'content/b.md',
    'page:content/a.md',
    'template',
    'title',
    'x.html',
  ],
  reads: [
    [6, 8],
    [1, 5, 7],
    [6, 7],
  ],
  digests: Buffer.alloc(6, 1).toString('base64'),
  pages: {
    'a/index.html': {
      source: 3,
      template: 8,
      url: 0,
      own: '',
      shared: [0],
      private: [1],
      privateDigest: '',
      privateHints: '',
      doubts: [],
    },
    'b/index.html': {
      source: 4,
      template: 8,
      url: 2,
      own: '',
      shared: [0],
      private: [2],
      privateDigest: '',
      privateHints: '',
      doubts: [7],
    },
  },
};

async function packed(value: JsonValue): Promise<Buffer> {
  return Buffer.from(await (await loadCodec()).compress(Buffer.from(JSON.stringify(value)), 3));
}

function whyOf(value: JsonValue): string {
  const read = traceFromJson(value);
  return 'why' in read ? read.why : 'read';
}

test('a trace tells who made each read', async () => {
  const outcome = await decodeTrace(await packed(DOCUMENT));
  assert.ok(outcome.kind === 'read');
  const { reads, pages, readersOf } = outcome.trace;
  assert.deepEqual(
    reads.map((read, index) => [read.kind, read.arguments, readersOf(index).map((page) => pages[page]?.source)]),
    [
      ['template', ['x.html'], ['content/a.md', 'content/b.md']],
      ['attribute', ['page:content/a.md', 'title'], ['content/a.md']],
      ['template', ['title'], ['content/b.md']],
    ],
  );
  assert.deepEqual(pages[1]?.doubts, ['title']);
});

test('a digest of zeros is one that nobody could judge', () => {
  const read = traceFromJson({ ...DOCUMENT, digests: Buffer.alloc(6).toString('base64') });
  assert.ok('trace' in read);
  assert.deepEqual([...read.trace.unjudged], [0]);
});

const BROKEN: readonly (readonly [what: string, change: Record<string, JsonValue>])[] = [
  ['of another version', { schemaVersion: 2 }],
  ['an unknown kind', { reads: [[0], [1, 5, 7], [6, 7]] }],
  [
    'a string that is not there',
    {
      reads: [
        [6, 99],
        [1, 5, 7],
        [6, 7],
      ],
    },
  ],
  ['not as many as reads', { digests: 'AAAA' }],
  ['no base64', { digests: '?' }],
  ['a read that is not there', { pages: { 'a/index.html': { ...DOCUMENT.pages['a/index.html'], private: [7] } } }],
  ['a read that is not there', { pages: { 'a/index.html': { ...DOCUMENT.pages['a/index.html'], shared: [1] } } }],
  ['no index', { pages: { 'a/index.html': { ...DOCUMENT.pages['a/index.html'], private: [1, 0] } } }],
  ['no object', { pages: [] }],
];

for (const [what, change] of BROKEN)
  test(`a trace is refused as a whole: ${what} in ${Object.keys(change).join()}`, () => {
    assert.match(whyOf({ ...DOCUMENT, ...change }), new RegExp(what));
  });

test('whatever stands in a trace, it is read or refused, and no read leads outside', () => {
  const paths = fc.constantFrom('strings', 'reads', 'digests', 'pages', 'header', 'schemaVersion');
  fc.assert(
    fc.property(paths, fc.jsonValue(), (name, value) => {
      const read = traceFromJson({ ...DOCUMENT, [name]: value as JsonValue });
      if (!('trace' in read)) return;
      for (const page of read.trace.pages) for (const index of page.reads) assert.ok(index < read.trace.reads.length);
    }),
  );
});

test('bytes that are cut off or changed are refused', async () => {
  const bytes = await packed(DOCUMENT);
  for (let end = 0; end < bytes.length; end += 7)
    assert.equal((await decodeTrace(bytes.subarray(0, end))).kind, 'refused');
  assert.equal((await decodeTrace(Buffer.from('no zstd'))).kind, 'refused');
});

test('only the trace that a manifest vouches for is read', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'trace.zst');
  const bytes = await packed(DOCUMENT);
  assert.deepEqual(await readTrace(path, sha256(bytes)), { kind: 'refused', why: 'is gone' });
  writeFileSync(path, bytes);
  assert.equal((await readTrace(path, sha256(bytes))).kind, 'read');
  assert.equal((await readTrace(path, undefined)).kind, 'absent');
  assert.deepEqual(await readTrace(path, sha256('other')), {
    kind: 'refused',
    why: 'is not the one that the last build wrote',
  });
});
