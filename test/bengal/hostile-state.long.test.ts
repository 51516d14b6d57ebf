import assert from 'node:assert/strict';
import { truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBuildCache } from '../../src/bengal/read-build-cache.ts';
import { headerFor, type PythonMinor } from '../../src/bengal/envelope.ts';
import { readState, type StateOutcome } from '../../src/bengal/state.ts';
import { judgeState } from '../../src/bengal/state-validity.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import { reachDependents } from '../../src/graph/walk.ts';
import { endlessBomb, rleBomb, SKIPPABLE_FRAME, ZSTD_MAGIC } from '../support/hostile-frames.ts';
import { LAYOUT, lighthouseState, siteRig, zstd, type SiteRig } from '../support/site-rig.ts';

const HEADER = headerFor('3.14' as PythonMinor);
const MAIN = '.bengal/cache.json.zst';

/** A site whose whole state is one `cache.json.zst` with any bytes after the header. */
async function stateOfBytes(frames: Uint8Array): Promise<SiteRig> {
  return await siteRig({ [MAIN]: Buffer.concat([HEADER, frames]) });
}

async function stateOfJson(json: string): Promise<SiteRig> {
  return await stateOfBytes(await zstd(json));
}

async function outcomesOf(rig: SiteRig): Promise<{ state: StateOutcome; cache: string }> {
  const cache = await readBuildCache(join(rig.path, '.bengal'));
  return { state: await readState({ site: rig.path, outputDir: LAYOUT.outputDir }), cache: cache.kind };
}

/** Both readers say that the file is damaged, and why. */
async function assertCorrupt(rig: SiteRig, why: RegExp): Promise<void> {
  const { state, cache } = await outcomesOf(rig);
  assert.equal(state.kind, 'corrupt');
  assert.match(state.why, why);
  assert.equal(cache, 'corrupt');
}

const block = [0x19, 0, 0, 0x61, 0x62, 0x63];

const FRAMES: readonly (readonly [what: string, frames: () => Promise<Uint8Array> | Uint8Array, why: RegExp])[] = [
  ['1 GiB of zeros', () => rleBomb(8192), /could decompress to 1073741824 bytes, more than 268435456/],
  ['2 GiB of zeros of unknown size', () => endlessBomb(16_384), /could decompress to 2147483648 bytes/],
  ['a window of 2 GiB', () => Buffer.from([...ZSTD_MAGIC, 0x00, 21 << 3, ...block]), /a window of 2147483648 bytes/],
  ['a need for a dictionary', () => Buffer.from([...ZSTD_MAGIC, 0x21, 7, 3, ...block]), /needs a dictionary/],
  ['less content than declared', () => Buffer.from([...ZSTD_MAGIC, 0x20, 4, ...block]), /./],
  ['more content than declared', () => Buffer.from([...ZSTD_MAGIC, 0x20, 2, ...block]), /./],
  ['a wrong checksum', () => Buffer.from([...ZSTD_MAGIC, 0x24, 3, ...block, 1, 2, 3, 4]), /./],
  ['a frame that was cut', async () => (await zstd('{"version":8}')).subarray(0, -1), /truncated zstd frame/],
  ['junk behind', async () => Buffer.concat([await zstd('{"version":8}'), Buffer.from('junk')]), /junk after/],
  ['nothing but skippable frames', () => SKIPPABLE_FRAME, /no zstd frame/],
  ['nothing', () => Buffer.alloc(0), /./],
];
for (const [what, frames, why] of FRAMES) {
  test(`vector 22: a state file with ${what} is damaged, and says so`, async () => {
    await using rig = await stateOfBytes(await frames());
    await assertCorrupt(rig, why);
  });
}

test('vector 22: several frames, and skippable ones between, are one content, as for Bengal', async () => {
  const frames = [await zstd('{"version"'), SKIPPABLE_FRAME, await zstd(':8}')];
  await using rig = await stateOfBytes(Buffer.concat(frames));
  const { state } = await outcomesOf(rig);
  assert.equal(state.kind === 'read' && state.state.schema, 8);
});

test('vector 22: a bomb in a secondary file is a doubt, and the rest is read', async () => {
  await using rig = await lighthouseState();
  await rig.write('.bengal/page_metadata.json.zst', Buffer.concat([HEADER, rleBomb(8192)]));
  const { state } = await outcomesOf(rig);
  assert.ok(state.kind === 'read');
  assert.deepEqual(
    state.state.doubts.map(({ file, why }) => `${file} ${why}`),
    ['page_metadata.json.zst could decompress to 1073741824 bytes, more than 268435456'],
  );
});

const deep = (open: string, close: string): string =>
  `{"version":8,"url_claims":${open.repeat(1e5)}1${close.repeat(1e5)}}`;

const JSONS: readonly (readonly [what: string, json: string, kind: StateOutcome['kind']])[] = [
  ['lists in lists, 100,000 deep', deep('[', ']'), 'read'],
  ['mappings in mappings, 100,000 deep', deep('{"a":', '}'), 'read'],
  ['lists that never end', `{"version":8,"url_claims":${'['.repeat(1e5)}`, 'corrupt'],
  ['a number beyond all numbers', '{"version":8,"last_build":1e999,"file_fingerprints":{"a":{"mtime":1e999}}}', 'read'],
  ['numbers as words', '{"version":"8","file_fingerprints":{"a":{"size":"7","mtime_ns":"9"}}}', 'read'],
  ['a bare NaN', '{"version":NaN}', 'corrupt'],
  ['a key twice', '{"version":7,"version":8}', 'read'],
  ['no object', '[8]', 'corrupt'],
  ['bytes that are no text', '{"version":8,"a":"\u0000\ud800"}', 'corrupt'],
];
for (const [what, json, kind] of JSONS) {
  test(`vector 23: a state file with ${what} is ${kind}, and never a crash`, async () => {
    await using rig = await stateOfJson(json);
    assert.equal((await outcomesOf(rig)).state.kind, kind);
  });
}

test('vector 23: of a key that stands there twice the last one counts, as for Bengal', async () => {
  await using rig = await stateOfJson('{"version":7,"version":8}');
  const { state } = await outcomesOf(rig);
  assert.equal(state.kind === 'read' && state.state.schema, 8);
});

test('vector 23: a million keys are read', async () => {
  const entries = Array.from({ length: 1e6 }, (_, index) => `"t${String(index)}":[]`);
  await using rig = await stateOfJson(`{"version":8,"tag_to_pages":{${entries.join(',')}}}`);
  assert.equal((await readState({ site: rig.path, outputDir: LAYOUT.outputDir })).kind, 'read');
});

test('vector 23: a text of two gigabytes is not even opened', async () => {
  await using rig = await siteRig({ '.bengal/cache.json': '{"version":8,"a":"' });
  await truncate(join(rig.path, '.bengal/cache.json'), 2 ** 31);
  await assertCorrupt(rig, /2147483648 bytes, more than the 268435456 that are read/);
});

const WRONG: readonly unknown[] = [null, true, 7, -1.5, 'x', '', [], [[]], {}, { a: { b: [1] } }, { __proto__x: 1 }];

test('vector 23: whatever stands in a field, both readers answer', async () => {
  const FIELDS = [
    ...['file_fingerprints', 'dependencies', 'reverse_dependencies', 'output_sources', 'taxonomy_deps', 'page_tags'],
    ...['tag_to_pages', 'known_tags', 'parsed_content', 'rendered_output', 'validation_results', 'synthetic_pages'],
    ...['page_artifacts', 'output_format_fingerprints', 'autodoc_dependencies', 'autodoc_source_metadata'],
    ...['autodoc_content_cache', 'template_dependencies', 'url_claims', 'discovered_assets', 'config_hash'],
    ...['external_stores', 'last_build', 'version'],
  ];
  for (const value of WRONG) {
    const main = Object.fromEntries([['version', 8], ...FIELDS.map((field): [string, unknown] => [field, value])]);
    await using rig = await stateOfJson(JSON.stringify(main));
    for (const name of ['effects.json', 'provenance/index.json', 'provenance/asset_hashes.json', 'page_metadata.json'])
      await rig.write(`.bengal/${name}`, JSON.stringify({ effects: value, pages: value, 'a/b.md': value }));
    const { state, cache } = await outcomesOf(rig);
    assert.ok(state.kind === 'read', JSON.stringify(value));
    assert.ok(['read', 'corrupt', 'incompatible'].includes(cache), `${JSON.stringify(value)}: ${cache}`);
    buildGraph(state.state);
  }
});

test('vector 23: pages that depend on themselves, in circles, and on what is not there, end the walk all the same', async () => {
  const record = (path: string): string =>
    JSON.stringify({ inputs: [{ type: 'content', path, hash: '0123456789abcdef' }] });
  const names = ['a', 'b', 'gone'];
  const hashes = names.map((_, index) => String(index).repeat(16));
  await using rig = await stateOfJson('{"version":8}');
  const pages = { 'content/a.md': hashes[0], 'content/b.md': hashes[1], 'content/c.md': hashes[2] };
  await rig.write('.bengal/provenance/index.json', JSON.stringify({ pages }));
  // a is made from b, b from a and itself, c from what is nowhere.
  await rig.write(`.bengal/provenance/records/${hashes[0] ?? ''}.json`, record('content/b.md'));
  await rig.write(`.bengal/provenance/records/${hashes[1] ?? ''}.json`, record('content/a.md'));
  await rig.write(`.bengal/provenance/records/${hashes[2] ?? ''}.json`, record('content/nowhere.md'));
  const { state } = await outcomesOf(rig);
  assert.ok(state.kind === 'read');
  const graph = buildGraph(state.state);
  const source = graph.find('source', 'content/a.md');
  assert.ok(source !== undefined);
  assert.ok(reachDependents(graph, [source]).size >= 1);
});

test('vector 23: 100,000 pages with a million edges are a graph', async () => {
  const inputs = Array.from({ length: 10 }, (_, index) => ({
    type: 'data',
    path: `data/${String(index)}.yaml`,
    hash: '0123456789abcdef',
  }));
  await using rig = await stateOfJson('{"version":8}');
  const pages = Object.fromEntries(
    Array.from({ length: 1e5 }, (_, index) => [`content/${String(index)}.md`, 'a'.repeat(16)]),
  );
  await rig.write('.bengal/provenance/index.json', JSON.stringify({ pages }));
  await rig.write(`.bengal/provenance/records/${'a'.repeat(16)}.json`, JSON.stringify({ inputs }));
  const state = await readState({ site: rig.path, outputDir: LAYOUT.outputDir });
  assert.ok(state.kind === 'read');
  const graph = buildGraph(state.state);
  const data = graph.find('data', 'data/7.yaml') ?? graph.find('source', 'data/7.yaml');
  assert.ok(data !== undefined);
  assert.ok(reachDependents(graph, [data]).size >= 1e5);
});

test('vector 24: a header of another format, or of another Python, is told', async () => {
  const body = await zstd('{"version":8}');
  const other = Buffer.from(HEADER);
  other[5] = 2;
  await using rig = await siteRig({ [MAIN]: Buffer.concat([other, body]) });
  await assertCorrupt(rig, /its header has format 2/);
  await rig.write(MAIN, Buffer.concat([headerFor('3.15' as PythonMinor), body]));
  const { state } = await outcomesOf(rig);
  assert.deepEqual(judgeState(state, { python: '3.14', outputExists: true }), {
    status: 'incompatible',
    why: 'it was written by Python 3.15, and Bengal on Python 3.14 does not read it',
  });
});

test('vector 24: an old uncompressed twin is not read, however new it claims to be', async () => {
  await using rig = await stateOfJson('{"version":8,"config_hash":"true"}');
  await rig.write('.bengal/cache.json', '{"version":8,"config_hash":"lies"}');
  await utimes(join(rig.path, MAIN), 1, 1);
  const { state } = await outcomesOf(rig);
  assert.equal(state.kind === 'read' && state.state.configHash, 'true');
});
