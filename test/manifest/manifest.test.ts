import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../src/core/digest.ts';
import { sitePath, type SitePath } from '../../src/core/paths.ts';
import type { JsonObject, JsonValue } from '../../src/core/json.ts';
import type { Circumstances } from '../../src/manifest/build-conditions.ts';
import { FAILURE_KINDS } from '../../src/manifest/failed-pages.ts';
import { NOTHING_KNOWN } from '../../src/manifest/site-index.ts';
import {
  manifestFromJson,
  manifestToJson,
  type Manifest,
  type RecordedContent,
  type RecordedSource,
} from '../../src/manifest/manifest.ts';
import { TRUSTS } from '../../src/core/trust.ts';
import { manifestOf, recordedContent } from '../support/recorded.ts';

const digest = fc.string().map((text) => sha256(text));
const content: fc.Arbitrary<RecordedContent> = fc.record(
  {
    sha256: digest,
    size: fc.nat(),
    mtimeNs: fc.bigInt({ min: 0n, max: 10n ** 19n }),
  },
  { noNullPrototype: true },
);
const path = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => sitePath(text) === text);
const gitId = fc.constantFrom('0a'.repeat(20), 'f9'.repeat(32));
const source: fc.Arbitrary<RecordedSource> = fc.tuple(content, gitId).map(([file, id]) => ({ ...file, gitId: id }));
const mapOf = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Map<string, Value>> =>
  fc.dictionary(path, value, { noNullPrototype: true }).map((entries) => new Map(Object.entries(entries)));
const text = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined });

const buildTime = fc.integer({ min: 1, max: 86_399 });
const circumstances: fc.Arbitrary<Circumstances> = fc.record(
  {
    config: fc.constantFrom(undefined, {
      source: 'files',
      digests: new Map([['site.title', '0123456789ab']]),
    } as const),
    packages: fc.constantFrom(undefined, new Map([['bengal', '0.5.1']])),
    shown: fc.record({ ages: fc.array(fc.string()), dates: fc.array(fc.string()) }, { noNullPrototype: true }),
    readsClock: fc.boolean(),
    fullBuildSeconds: fc.option(buildTime, { nil: undefined }),
    incrementalBuildSeconds: fc.option(buildTime, { nil: undefined }),
  },
  { noNullPrototype: true },
);

const anyManifest: fc.Arbitrary<Manifest> = fc.record(
  {
    tool: fc.string(),
    recordedAt: fc.string(),
    commit: fc.option(gitId, { nil: undefined }),
    origin: fc.record(
      {
        repository: text,
        event: text,
        ref: text,
        fork: fc.option(fc.boolean(), { nil: undefined }),
        trust: fc.constantFrom(...TRUSTS),
      },
      { noNullPrototype: true },
    ),
    treeDigest: digest,
    bengal: text,
    python: text,
    environment: fc.string(),
    profile: text,
    flags: fc.array(fc.string()),
    outputDir: path.map((given) => given as SitePath),
    configFingerprint: digest,
    build: fc.constantFrom('full', 'failing', 'partial'),
    lineage: fc.record({ renderedAt: fc.string(), keptBuilds: fc.nat() }, { noNullPrototype: true }),
    trace: fc.option(digest, { nil: undefined }),
    stateDigest: digest,
    contentDigest: digest,
    stateFiles: mapOf(digest),
    circumstances: fc.option(circumstances, { nil: undefined }),
    sources: mapOf(source),
    outputs: mapOf(content),
    knowledge: fc.constant(NOTHING_KNOWN),
    failedPages: fc.array(
      fc.record(
        {
          page: fc.string(),
          how: fc.constantFrom(...FAILURE_KINDS),
          message: fc.string(),
          source: fc.option(digest, { nil: undefined }),
          repeated: fc.boolean(),
        },
        { noNullPrototype: true },
      ),
    ),
  },
  { noNullPrototype: true },
);

function read(value: JsonValue): Manifest | string {
  const outcome = manifestFromJson(value);
  return 'why' in outcome ? outcome.why : outcome.manifest;
}

function written(overrides: Readonly<Record<string, unknown>> = {}): JsonValue {
  const sources = new Map([['content/a.md', recordedContent('a')]]);
  const json = manifestToJson(manifestOf({ sources, outputs: sources })) as JsonObject;
  return { ...json, ...(overrides as JsonObject) };
}

test('what is written is read back, to the last nanosecond', () => {
  fc.assert(
    fc.property(anyManifest, (manifest) => {
      assert.deepEqual(read(JSON.parse(JSON.stringify(manifestToJson(manifest))) as JsonValue), manifest);
    }),
  );
});

test('a manifest of another schema is refused, and both versions are named', () => {
  assert.equal(read(written({ schemaVersion: 1 })), 'schema version 1, this tool reads 4');
  assert.equal(read(written({ schemaVersion: 5 })), 'schema version 5, this tool reads 4');
  for (const value of [written({ schemaVersion: '3' }), written({ schemaVersion: undefined }), null, [], 'x', 7, {}])
    assert.equal(read(value), 'schema version missing, this tool reads 4');
});

const DIGEST = sha256('x');
const GIT_ID = 'a'.repeat(40);
const MALFORMED: readonly (readonly [field: string, values: readonly unknown[]])[] = [
  ['outputDir', [undefined, null, 7, '', '.', '..', '../x', '/etc', 'a/../..', 'a\0b', 'C:/x']],
  ['build', [undefined, null, 'Full', 'complete', 'incremental', true]],
  [
    'lineage',
    [undefined, null, 7, {}, [], ['2026-11-21T08:00:00Z'], [7, 0], ['2026', '0'], ['2026', -1], ['2026', null]],
  ],
  ['configFingerprint', [undefined, null, 7, '', DIGEST.slice(1), DIGEST.toUpperCase(), `${DIGEST}0`]],
  ...(['stateDigest', 'contentDigest', 'treeDigest'] as const).map(
    (name) => [name, [undefined, null, 'x', [DIGEST]]] as const,
  ),
  ['flags', [undefined, null, 'x', {}, ['a', 7], [null]]],
  ...(['sources', 'outputs'] as const).map(
    (name) =>
      [
        name,
        [
          ...[undefined, null, 7, [], 'text'],
          ...['/etc/passwd', '../x', 'a//b', './a', 'a/', '', 'a\\b'].map((file) => ({ [file]: [DIGEST, 1, '1'] })),
          ...[null, {}, [], [DIGEST], [DIGEST, 1], [DIGEST, 1, 1, GIT_ID], [DIGEST, '1', '1', GIT_ID]].map((a) => ({
            a,
          })),
          ...['', '-1', '1.5', '1e3', '9'.repeat(21)].map((time) => ({ a: [DIGEST, 1, time, GIT_ID] })),
          { a: ['x', 1, '1', GIT_ID] },
        ],
      ] as const,
  ),
  [
    'sources',
    [undefined, null, 7, '', 'x', GIT_ID.slice(1), GIT_ID.toUpperCase()].map((id) => ({ a: [DIGEST, 1, '1', id] })),
  ],
];

for (const [field, values] of MALFORMED) {
  test(`a manifest whose ${field} is missing or malformed is refused`, () => {
    for (const value of values)
      assert.equal(read(written({ [field]: value })), 'a field is missing or malformed', JSON.stringify(value));
  });
}

test('what is only told to people may be missing', () => {
  const bare = written(
    Object.fromEntries(
      ['tool', 'recordedAt', 'commit', 'origin', 'bengal', 'python', 'environment', 'profile'].map((name) => [name, 7]),
    ),
  );
  const manifest = read(bare);
  assert.ok(typeof manifest !== 'string');
  assert.deepEqual(
    [manifest.tool, manifest.commit, manifest.bengal, manifest.python],
    ['unknown', undefined, undefined, undefined],
  );
});

test('a digest of the trace that is none vouches for no trace', () => {
  for (const trace of [undefined, null, 7, '', 'x', [DIGEST], DIGEST.toUpperCase()]) {
    const manifest = read(written({ trace }));
    assert.ok(typeof manifest !== 'string');
    assert.equal(manifest.trace, undefined, JSON.stringify(trace));
  }
});

test('names of members of JavaScript objects are file names like any other', () => {
  const value = JSON.parse(
    `{"__proto__":["${DIGEST}",1,"1","${GIT_ID}"],"constructor":["${DIGEST}",2,"2","${GIT_ID}"]}`,
  ) as JsonValue;
  const manifest = read(written({ sources: value }));
  assert.ok(typeof manifest !== 'string');
  assert.deepEqual([...manifest.sources.keys()], ['__proto__', 'constructor']);
});

test('writing and reading a file named __proto__ loses nothing', () => {
  const sources = new Map([['__proto__', recordedContent('x')]]);
  assert.deepEqual(
    read(JSON.parse(JSON.stringify(manifestToJson(manifestOf({ sources })))) as JsonValue),
    manifestOf({ sources }),
  );
});
