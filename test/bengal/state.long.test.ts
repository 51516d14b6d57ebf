import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { headerFor, type PythonMinor } from '../../src/bengal/envelope.ts';
import { readState, type BengalState, type StateOutcome } from '../../src/bengal/state.ts';
import type { SizeLimits } from '../../src/bengal/size-limits.ts';
import type { JsonObject, JsonValue } from '../../src/core/json.ts';
import { jsonTextOf, LAYOUT, lighthouseState, siteRig, stateOf, zstd, type SiteRig } from '../support/site-rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function outcomeOf(rig: SiteRig, limits?: SizeLimits): Promise<StateOutcome> {
  const options = { site: rig.path, outputDir: LAYOUT.outputDir };
  return await readState(limits === undefined ? options : { ...options, limits });
}

/** A site whose whole state is one plain `cache.json`. */
async function plainState(main: unknown, others: Readonly<Record<string, unknown>> = {}): Promise<SiteRig> {
  const rig = await siteRig({ '.bengal/cache.json': JSON.stringify(main) });
  for (const [name, value] of Object.entries(others)) await rig.write(`.bengal/${name}`, JSON.stringify(value));
  return rig;
}

const doubtsOf = (state: BengalState): string[] => state.doubts.map((doubt) => doubt.file);

test('a real state tells who wrote it, when, where and for which configuration', async () => {
  await using rig = await lighthouseState();
  const state = await stateOf(rig);
  assert.deepEqual(
    [state.schema, state.python, state.configHash, state.recordedRoot],
    [8, '3.14', '4b998e303f57c483', '/home/runner/work/lighthouse/lighthouse'],
  );
  // To the last digit, of which a number of JavaScript would lose some.
  const [, began = ''] = /"last_build_time_ns": (\d{19})\b/.exec(await rig.read('.bengal/provenance/index.json')) ?? [];
  assert.equal(state.lastBuildNs, BigInt(began));
  assert.match(state.lastBuild ?? '', /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
  const took = Date.parse(state.lastBuild ?? '') - Number(BigInt(began) / 1_000_000n);
  assert.ok(took > 0 && took < 600_000, `${String(took)} ms`);
  assert.deepEqual(state.doubts, []);
  assert.equal(state.replaysRenderedOutput, false);
});

test('a real state names every page once, by kind, with what it was written to', async () => {
  await using rig = await lighthouseState();
  const { pages } = await stateOf(rig);
  const kinds = Object.groupBy(pages.values(), (page) => page.kind);
  assert.deepEqual([kinds.content?.length, kinds.tag?.length, kinds['tag-index']?.length], [13, 6, 1]);
  assert.deepEqual(pages.get('content/lamps/_index.md')?.outputs, ['lamps/index.html']);
  assert.deepEqual(pages.get('.bengal/generated/tags/optics-&-glass/page_1/index.md')?.outputs, [
    'tags/optics-&-glass/index.html',
  ]);
  for (const page of pages.values()) assert.equal(page.outputs.length, 1, page.key);
});

test('a real page names its inputs, templates, data and tags', async () => {
  await using rig = await lighthouseState();
  const duties = (await stateOf(rig)).pages.get('content/keepers/duties.md');
  assert.deepEqual(duties?.inputs.map((input) => `${input.type} ${input.path}`).sort(), [
    'cascade_0 cascade:content/keepers/_index.md',
    'config site_config',
    'content content/keepers/duties.md',
    'data data/watches.yaml',
    'template base.html',
    'template partials/masthead.html',
    'template partials/watches.html',
    'template watch.html',
  ]);
  assert.equal(duties.templates[0], 'watch.html');
  assert.deepEqual(duties.tags, ['watch', 'routine']);
});

test('every file of the site that a real state names fits what it recorded', async () => {
  await using rig = await lighthouseState();
  const { files } = await stateOf(rig);
  const watches = files.get('data/watches.yaml');
  assert.deepEqual([watches?.size, watches?.used, watches?.mtimeNs !== undefined], [48, true, true]);
  assert.deepEqual(watches?.hashes.map((hash) => hash.length).sort(), [16, 64]);
  assert.equal(files.get('templates/404.html')?.used, false);
  assert.equal([...files.values()].filter((file) => file.ref.where === 'site').length, 12 + 13);
});

test('the tables that tie tags to pages are joined under one key for each page', async () => {
  await using rig = await lighthouseState();
  const { tags } = await stateOf(rig);
  assert.deepEqual([...tags.keys()].sort(), ['fuel', 'history', 'optics-&-glass', 'routine', 'signals', 'watch']);
  assert.deepEqual([...(tags.get('signals') ?? [])].sort(), ['content/weather/fog.md', 'content/weather/storm.md']);
});

for (const [name, replays] of [
  ['harbour', false],
  ['harbour-head', true],
] as const) {
  const archive = join(import.meta.dirname, '..', '..', '..', 'shared', 'cases', name, 'state.tar.zst');
  const skip = existsSync(archive) ? false : `${archive} is not here`;
  test(`the state of the case ${name} is read without a doubt`, { skip }, async () => {
    await using folder = await temporaryFolder();
    execFileSync('tar', ['-x', '--zstd', '-f', archive, '-C', folder.path, '.bengal'], { stdio: 'ignore' });
    const outcome = await readState({ site: folder.path, outputDir: LAYOUT.outputDir });
    assert.equal(outcome.kind, 'read');
    const { pages, doubts, recordedRoot, replaysRenderedOutput } = outcome.state;
    assert.deepEqual([pages.size, doubts, replaysRenderedOutput], [82, [], replays]);
    assert.equal(recordedRoot, '/home/runner/work/harbour/harbour');
    for (const page of pages.values()) assert.ok(page.outputs.length > 0 && page.inputs.length > 0, page.key);
  });
}

test('older forms of the same state are read alike, but for the Python that only the header names', async () => {
  await using rig = await lighthouseState();
  const { python, ...expected } = await stateOf(rig);
  const json = await jsonTextOf(rig, 'cache.json.zst');
  await rig.write('.bengal/cache.json.zst', await zstd(json));
  const headless = await stateOf(rig);
  await rig.remove('.bengal/cache.json.zst');
  await rig.write('.bengal/cache.json', json);
  const plain = await stateOf(rig);
  assert.equal(python, '3.14');
  assert.deepEqual(headless, { ...expected, python: undefined });
  assert.deepEqual(plain, { ...expected, python: undefined });
});

test('cache.json.zst wins over a cache.json beside it, even when it is damaged', async () => {
  await using rig = await lighthouseState();
  await rig.write('.bengal/cache.json', '{"version":3}');
  assert.equal((await stateOf(rig)).schema, 8);
  await rig.write('.bengal/cache.json.zst', 'no such format');
  assert.deepEqual(await outcomeOf(rig), {
    kind: 'corrupt',
    why: "cache.json.zst: neither Bengal's header, zstd nor JSON",
  });
});

test('no folder, an empty folder, a file and a link in its place are told apart', async () => {
  await using rig = await siteRig();
  assert.deepEqual(await outcomeOf(rig), { kind: 'absent', why: 'there is no .bengal folder' });
  await rig.write('.bengal/logs/build.log', '');
  assert.deepEqual(await outcomeOf(rig), { kind: 'absent', why: '.bengal holds no cache.json.zst' });
  await rig.remove('.bengal');
  await rig.write('.bengal', 'a file');
  assert.deepEqual(await outcomeOf(rig), { kind: 'corrupt', why: '.bengal is not a folder' });
  await rig.remove('.bengal');
  await rig.link('.bengal', '/tmp');
  assert.deepEqual(await outcomeOf(rig), {
    kind: 'corrupt',
    why: '".bengal" in the site is a symbolic link that leads out of the checkout',
  });
});

const SECONDARY = {
  'provenance/index.json': 'provenance/index.json',
  'effects.json': 'effects.json',
  'page_metadata.json.zst': 'page_metadata.json.zst',
};

for (const [file, named] of Object.entries(SECONDARY)) {
  test(`without ${file} the state is read, and the lack is named`, async () => {
    await using rig = await lighthouseState();
    await rig.remove(`.bengal/${file}`);
    assert.deepEqual((await stateOf(rig)).doubts, [{ file: named, why: 'is missing' }]);
  });
}

for (const file of [...Object.keys(SECONDARY), 'taxonomy_index.json.zst', 'provenance/asset_hashes.json']) {
  test(`a damaged ${file} is named, whatever the damage`, async () => {
    await using rig = await lighthouseState();
    for (const content of ['', '{"pages":', '[]', 'null', '"text"', 'PK', '\u0000\u0001', '{"a":\ud800}']) {
      await rig.write(`.bengal/${file}`, content);
      assert.deepEqual(doubtsOf(await stateOf(rig)), [file], JSON.stringify(content));
    }
    await rig.remove(`.bengal/${file}`);
    await rig.write(`.bengal/${file}/inside`, 'a folder in its place');
    assert.deepEqual(doubtsOf(await stateOf(rig)), [file]);
  });
}

test('a file that is valid JSON of another shape tells as little as a damaged one, and is named', async () => {
  await using rig = await lighthouseState();
  for (const file of ['provenance/index.json', 'effects.json']) {
    const whole = await rig.read(`.bengal/${file}`);
    for (const content of ['{}', '{"version":3}', '{"pages":[],"effects":{}}', '{"pages":7,"effects":"x"}']) {
      await rig.write(`.bengal/${file}`, content);
      assert.deepEqual(doubtsOf(await stateOf(rig)), [file], content);
    }
    await rig.write(`.bengal/${file}`, whole);
  }
});

test('pages whose provenance record is missing or damaged are counted', async () => {
  await using rig = await lighthouseState();
  const index = JSON.parse(await rig.read('.bengal/provenance/index.json')) as { pages: Record<string, string> };
  const [about, oil] = [index.pages['content/about.md'] ?? '', index.pages['content/lamps/oil.md'] ?? ''];
  await rig.remove(`.bengal/provenance/records/${about}.json`);
  await rig.write(`.bengal/provenance/records/${oil}.json`, '{"inputs":[{"type":7}]}');
  assert.deepEqual((await stateOf(rig)).doubts, [{ file: 'provenance/records', why: 'no readable record of 2 pages' }]);
});

test('a record without its list of inputs is no record', async () => {
  await using rig = await lighthouseState();
  const index = JSON.parse(await rig.read('.bengal/provenance/index.json')) as { pages: Record<string, string> };
  await rig.write(`.bengal/provenance/records/${index.pages['content/about.md'] ?? ''}.json`, '{}');
  assert.deepEqual(doubtsOf(await stateOf(rig)), ['provenance/records']);
});

test('an index that names records outside its folder reads none of them', async () => {
  await using rig = await plainState(
    { version: 8 },
    { 'provenance/index.json': { pages: { 'content/a.md': '../../../../etc/passwd', 'content/b.md': 7 } } },
  );
  const state = await stateOf(rig);
  assert.deepEqual(state.pages.get('content/a.md')?.inputs, []);
  assert.ok(doubtsOf(state).includes('provenance/records'));
});

test('a truncated or foreign main file is corrupt, with the reason', async () => {
  await using rig = await lighthouseState();
  await truncate(join(rig.path, '.bengal', 'cache.json.zst'), 500);
  assert.deepEqual(await outcomeOf(rig), { kind: 'corrupt', why: 'cache.json.zst: truncated zstd frame' });
  const [python, list] = [headerFor('3.14' as PythonMinor), await zstd('[1,2]')];
  await rig.write('.bengal/cache.json.zst', Buffer.concat([python, list]));
  assert.deepEqual(await outcomeOf(rig), { kind: 'corrupt', why: 'cache.json.zst: it holds no JSON object' });
});

test('files above the limits are refused before they are read or unpacked', async () => {
  await using rig = await lighthouseState();
  const small = await outcomeOf(rig, { fileBytes: 100, contentBytes: 1 << 20 });
  assert.match(small.kind === 'corrupt' ? small.why : '', /bytes, more than the 100 that are read$/);
  const content = await outcomeOf(rig, { fileBytes: 1 << 20, contentBytes: 1000 });
  assert.match(content.kind === 'corrupt' ? content.why : '', /^cache\.json\.zst: could decompress to \d+ bytes/);
});

test('a sparse file of a terabyte is not read', async () => {
  await using rig = await lighthouseState();
  await truncate(join(rig.path, '.bengal', 'effects.json'), 2 ** 40);
  assert.deepEqual(doubtsOf(await stateOf(rig)), ['effects.json']);
});

test('nesting a hundred thousand deep neither throws nor matters', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  await using rig = await siteRig({
    '.bengal/cache.json': `{"version":8,"known_tags":${deep},"tag_to_pages":{"x":${deep}}}`,
  });
  assert.ok(['read', 'corrupt'].includes((await outcomeOf(rig)).kind));
});

test('keys of JavaScript objects are keys like any other', async () => {
  const main = JSON.parse(
    `{"version":8,"page_tags":{"__proto__":["constructor","hasOwnProperty"],"constructor":["__proto__"]},
      "url_claims":{"/__proto__/":{"source":"__proto__","owner":"content"}},
      "file_fingerprints":{"__proto__":{"hash":"${'a'.repeat(64)}"},"toString":{"__proto__":{"hash":"x"}}}}`,
  ) as unknown;
  await using rig = await plainState(main, {
    'page_metadata.json': JSON.parse('{"pages":{"__proto__":{"metadata":{"tags":["t"]}}}}') as unknown,
  });
  const state = await stateOf(rig);
  assert.deepEqual([...state.tags.keys()].sort(), ['__proto__', 'constructor', 'hasownproperty', 't']);
  assert.deepEqual(state.files.get('__proto__')?.hashes, ['a'.repeat(64)]);
  assert.deepEqual(state.files.get('toString')?.hashes, []);
  assert.deepEqual(state.pages.get('__proto__')?.tags, ['t']);
  assert.equal(({} as Record<string, unknown>)['hash'], undefined);
});

test('fields of every wrong type are read as if they were not there', async () => {
  const wrong: readonly JsonValue[] = [
    null,
    true,
    7,
    '',
    'text',
    [],
    [7, null, {}],
    {},
    { a: 7 },
    { a: { source: 7 } },
  ];
  const fields = ['config_hash', 'last_build', 'page_tags', 'tag_to_pages', 'url_claims', 'file_fingerprints'];
  for (const value of wrong) {
    const main: JsonObject = { version: 8, ...Object.fromEntries(fields.map((name) => [name, value])) };
    await using rig = await plainState(main, {
      'effects.json': { effects: value },
      'page_metadata.json': { pages: value },
      'taxonomy_index.json': { tags: value },
      'provenance/index.json': { pages: value, last_build_time_ns: value },
      'provenance/asset_hashes.json': { a: value },
    });
    assert.equal((await outcomeOf(rig)).kind, 'read', JSON.stringify(value));
  }
});

test('a schema that is missing or no number counts as schema 0', async () => {
  for (const version of [undefined, '8', null, [8]]) {
    await using rig = await plainState({ version });
    assert.equal((await stateOf(rig)).schema, 0);
  }
});

test('absolute and relative keys of one file are one file, and of one page one page', async () => {
  const root = '/home/runner/work/site';
  const hash = 'a'.repeat(64);
  await using rig = await plainState(
    {
      version: 8,
      page_tags: { 'content/a.md': ['Oil'], [`${root}/content/a.md`]: ['oil', 'Wick'] },
      tag_to_pages: { oil: [`${root}/content/a.md`, 'content/a.md'] },
      url_claims: { '/a/': { owner: 'content', source: `${root}/content/a.md` } },
      file_fingerprints: {
        'content/a.md': { hash, mtime_ns: 5 },
        [`${root}/content/a.md`]: { hash: 'b'.repeat(64), size: 7 },
      },
    },
    {
      'effects.json': {
        effects: [
          {
            metadata: { source_path: `${root}/content/a.md` },
            outputs: [`${root}/public/a/index.html`],
            depends_on: [],
          },
        ],
      },
      'page_metadata.json': { pages: { 'content/a.md': { metadata: { tags: ['Oil'] } } } },
    },
  );
  const state = await stateOf(rig);
  assert.equal(state.recordedRoot, root);
  assert.deepEqual([...state.pages.keys()], ['content/a.md']);
  assert.deepEqual(state.pages.get('content/a.md')?.outputs, ['a/index.html']);
  assert.deepEqual([...(state.tags.get('oil') ?? [])], ['content/a.md']);
  const file = state.files.get('content/a.md');
  assert.deepEqual([file?.hashes, file?.mtimeNs, file?.size], [[hash, 'b'.repeat(64)], 5n, 7]);
  assert.equal(state.files.size, 1);
});

test('outputs that lie outside the output directory are none of ours', async () => {
  const root = '/s';
  const effect = (source: string, ...outputs: string[]): unknown => ({ metadata: { source_path: source }, outputs });
  await using rig = await plainState(
    { version: 8, url_claims: { '/../x/': { owner: 'content', source: 'content/c.md' } } },
    {
      'effects.json': {
        effects: [
          effect('/s/content/a.md', '/s/publicity/a.html', '/etc/passwd', '/s/public', '/s/public/../secret.html'),
          effect('/s/content/b.md', `${root}/public/b/index.html`),
        ],
      },
      'page_metadata.json': {
        pages: Object.fromEntries(['a', 'b', 'c'].map((n) => [`content/${n}.md`, { metadata: {} }])),
      },
    },
  );
  const outputs = [...(await stateOf(rig)).pages.values()].map((page) => [page.key, page.outputs]);
  assert.deepEqual(Object.fromEntries(outputs), {
    'content/a.md': [],
    'content/b.md': ['b/index.html'],
    'content/c.md': [],
  });
});

test('a state that keeps rendered HTML says so, and an empty store does not count', async () => {
  await using rig = await lighthouseState();
  await rig.write('.bengal/stores/rendered_output.json', '{"content/a.md":{"html":"x"}}');
  assert.equal((await stateOf(rig)).replaysRenderedOutput, true);
  await rig.remove('.bengal/stores');
  assert.equal((await stateOf(rig)).replaysRenderedOutput, false);
});

test('an address that leads to a page is no page, and neither is one that Bengal makes for itself', async () => {
  await using rig = await plainState({
    version: 8,
    url_claims: {
      '/a/': { owner: 'content', source: 'content/a.md' },
      '/old-a/': { owner: 'redirect', source: 'alias:/old-a/' },
      '/search/': { owner: 'special_pages', source: 'search' },
    },
  });
  assert.deepEqual([...(await stateOf(rig)).pages.keys()], ['content/a.md']);
});
