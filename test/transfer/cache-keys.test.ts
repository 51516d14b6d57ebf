import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SiteConfig } from '../../src/config/site-config.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { cacheKeys, keyBelow, keyPart, type CacheKeys, type KeyOptions } from '../../src/transfer/cache-keys.ts';
import { siteInputs } from '../support/inputs.ts';

function siteConfig(overrides: Partial<SiteConfig> = {}): SiteConfig {
  return {
    environment: 'production',
    fingerprint: sha256('configuration'),
    files: [],
    documented: [],
    problems: [],
    errors: [],
    outputDir: 'public' as SitePath,
    contentDir: 'content' as SitePath,
    explicitBaseUrl: true,
    perPage: 10,
    ...overrides,
  } as SiteConfig;
}

interface Given {
  readonly folder?: string;
  readonly inputs?: Partial<KeyOptions['inputs']>;
  readonly site?: Partial<SiteConfig>;
  readonly options?: Partial<KeyOptions>;
}

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;
const WORKSPACE = '/home/runner/work/repo/repo';

function keysOf({ folder = '', inputs = {}, site = {}, options = {} }: Given = {}): CacheKeys {
  const workspace = options.workspace ?? WORKSPACE;
  return cacheKeys({
    prefix: 'bengal-cache',
    inputs: siteInputs({ site: `${workspace}${folder === '' ? '' : `/${folder}`}`, ...inputs }),
    site: siteConfig(site),
    workspace,
    platform: 'linux',
    tree: { digest: sha256('tree') },
    now: NOW,
    ...options,
  });
}

test('a key reads from what a state must share to what it may differ in', () => {
  assert.match(
    keysOf({ folder: 'docs', inputs: { profile: 'writer' } }).key,
    /^bengal-cache\/v3\/linux\/python-3\.14\/site-docs\/production\+writer\/bengal-0\.5\.1\/config-[0-9a-f]{16}\/at-[0-9a-f]{8}\/tree-[0-9a-f]{32}$/,
  );
});

test('the prefixes leave out tree, place, configuration and version one after the other, from near to far', () => {
  const { key, restoreKeys } = keysOf();
  assert.deepEqual(
    restoreKeys.map((prefix) => key.slice(prefix.length).split('/').length),
    [1, 2, 3, 4],
  );
  for (const prefix of restoreKeys) assert.ok(key.startsWith(prefix) && prefix.endsWith('/'), prefix);
  assert.equal(restoreKeys.at(-1), 'bengal-cache/v3/linux/python-3.14/site-./production/');
});

/** What differs from the usual run, and how many of the usual prefixes still find it. */
const OTHERS: readonly (readonly [what: string, given: Given, found: number])[] = [
  ['other sources', { options: { tree: { digest: sha256('x') } } }, 4],
  ['another place on the disk', { options: { workspace: '/__w/repo/repo' } }, 3],
  ['another configuration', { site: { fingerprint: sha256('x') } }, 2],
  ['other build flags', { inputs: { buildFlags: ['--fast'] } }, 2],
  ['further paths', { options: { extraPaths: ['.cache/images'] } }, 2],
  ['another Bengal', { inputs: { bengalVersion: '0.5.2' } }, 1],
  ['a Bengal that nobody told', { inputs: { bengalVersion: undefined } }, 1],
  ['another environment', { site: { environment: 'preview' } }, 0],
  ['a profile', { inputs: { profile: 'writer' } }, 0],
  ['another folder', { folder: 'docs' }, 0],
  ['another Python', { inputs: { pythonVersion: '3.15' } }, 0],
  ['another system', { options: { platform: 'win32' } }, 0],
  ['another prefix', { options: { prefix: 'x' } }, 0],
];

for (const [what, given, found] of OTHERS) {
  test(`${what}: another key, and ${String(found)} of the prefixes find it`, () => {
    const [usual, other] = [keysOf(), keysOf(given)];
    assert.notEqual(other.key, usual.key);
    assert.equal(usual.restoreKeys.filter((prefix) => other.key.startsWith(prefix)).length, found);
  });
}

function probed(packages: Readonly<Record<string, string>>): KeyOptions['probe'] {
  const installed = Object.entries(packages).map(
    ([name, version]) => [name, { version, editable: false, folders: [] }] as const,
  );
  const facts = { bengal: '0.5.1', python: '3.14', settings: undefined, pageHashes: [], asksToProceed: false };
  return {
    kind: 'answered',
    from: 'bengal on the PATH',
    facts: { ...facts, configHash: '0'.repeat(16), packages: new Map(installed) },
  };
}

test('other packages below Bengal make another key, which the wider prefixes find; their order makes none', () => {
  const usual = keysOf({ options: { probe: probed({ bengal: '0.5.1', patitas: '0.1.0' }) } });
  const sorted = keysOf({ options: { probe: probed({ patitas: '0.1.0', bengal: '0.5.1' }) } });
  const upgraded = keysOf({ options: { probe: probed({ bengal: '0.5.1', patitas: '0.2.0' }) } });
  assert.equal(sorted.key, usual.key);
  assert.notEqual(upgraded.key, usual.key);
  assert.equal(usual.restoreKeys.filter((prefix) => upgraded.key.startsWith(prefix)).length, 1);
  assert.match(usual.key, /\/bengal-0\.5\.1\+[0-9a-f]{8}\/config-/);
});

test('the kind of processor is no part of the key, and the systems have their usual names', () => {
  assert.deepEqual(
    ['linux', 'darwin', 'win32'].map((platform) => keysOf({ options: { platform } }).key.split('/')[2]),
    ['linux', 'macos', 'windows'],
  );
});

test('where a state may become too old, its key holds for no longer than that, and prefixes find it in any case', () => {
  const keyAt = (now: number, maxAge: number | undefined): CacheKeys => keysOf({ options: { now, maxAge } });
  assert.equal(keyAt(NOW + DAY, undefined).key, keyAt(NOW, undefined).key);
  assert.match(keyAt(NOW, DAY).key, /\/from-20261121000000\/tree-[0-9a-f]{32}$/);
  assert.deepEqual(keyAt(NOW, DAY).restoreKeys, keysOf().restoreKeys);
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 400 * DAY }),
      fc.nat(DAY * 800),
      fc.nat(DAY * 800),
      (maxAge, early, late) => {
        const [saved, restored] = [NOW + Math.min(early, late), NOW + Math.max(early, late)];
        if (keyAt(saved, maxAge).key === keyAt(restored, maxAge).key) assert.ok(restored - saved < maxAge);
      },
    ),
  );
});

test('prefixes of the user come last, once, and all keys together are not too many', () => {
  const given = ['mine/a', 'mine/b', 'mine/c', 'mine/d', keysOf().restoreKeys[0] ?? ''];
  const { restoreKeys } = keysOf({ options: { restoreKeys: given } });
  assert.deepEqual(restoreKeys.slice(4), given.slice(0, 4));
  assert.ok(keysOf({ options: { restoreKeys: ['a', 'b', 'c', 'd', 'e'] } }).restoreKeys.length <= 9);
});

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 90 }),
  fc.constantFrom(
    'site-1',
    'site-10',
    'a-b',
    'a/b',
    'a~b',
    'A/b',
    'a b',
    'a,b',
    'Docs',
    'docs',
    '.',
    '',
    '~',
    'x~1a2b3c4d',
  ),
  fc.stringMatching(/^[a-z0-9~/_.-]{1,70}$/),
);

test('two names never make the same part, nor a part that some cache server takes for another', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      for (const given of [one, other]) {
        const part = keyPart(given);
        assert.match(part, /^[a-z0-9._~-]{1,69}$/);
        assert.equal(keyPart(given), part);
      }
      if (one !== other) assert.notEqual(keyPart(one), keyPart(other));
    }),
    { numRuns: 3000 },
  );
  const plain = keyPart('A/b');
  assert.notEqual(keyPart(plain), plain, 'not even a name that looks like the part of another');
});

const folder = fc
  .array(fc.constantFrom('a', 'b', 'a-b', 'docs', 'Docs', 'docs-1', 'docs-10', 'd,x', 'caf\u00e9'), { maxLength: 3 })
  .map((parts) => parts.join('/'));
const anyGiven: fc.Arbitrary<Given> = fc.record({
  folder,
  site: fc.record({ environment: name }),
  inputs: fc.record({
    profile: fc.option(name, { nil: undefined }),
    bengalVersion: fc.constantFrom('0.5.1', '0.5.10', '0.5.1.dev1+g18a41bd17', undefined),
    pythonVersion: fc.constantFrom('3.1', '3.14', undefined),
  }),
  options: fc.record({ prefix: name }),
});

test('keys fit into every store, and no prefix of one site reaches a key of another', () => {
  fc.assert(
    fc.property(anyGiven, anyGiven, (one, other) => {
      const [mine, theirs] = [keysOf(one), keysOf(other)];
      for (const key of [mine.key, ...mine.restoreKeys]) {
        assert.ok(key.length <= 440, String(key.length));
        assert.match(key, /^[^,\s\p{Lu}]+$/u);
      }
      const hard = ({ folder: at, site, inputs, options }: Given): string =>
        JSON.stringify([at, site?.environment, inputs?.profile, inputs?.pythonVersion, options?.prefix]);
      if (hard(one) !== hard(other))
        for (const prefix of [mine.key, ...mine.restoreKeys])
          assert.ok(!theirs.key.startsWith(prefix), `${prefix} finds ${theirs.key}`);
    }),
    { numRuns: 1000 },
  );
});

test('what is less than a full build is found as a prefix of the tree, and never as the tree', () => {
  const { key } = keysOf();
  const lesser = ['incremental', 'partial', 'unfinished-123-1'].map((what) => keyBelow(key, what));
  assert.deepEqual(
    lesser.map((below) => below.slice(key.length)),
    ['/incremental', '/partial', '/unfinished-123-1'],
  );
  assert.ok(keyBelow('x'.repeat(400), 'y'.repeat(500)).length <= 512);
});

const REQUEST = { event: 'pull_request' };

test('a pull request looks among its own states, then among those of branches, and no branch looks among its', () => {
  const branch = keysOf();
  const request = keysOf({ options: { run: REQUEST } });
  assert.match(request.key, /^bengal-cache\/v3-request\/linux\//);
  assert.deepEqual(request.branch, { key: branch.key, prefix: branch.restoreKeys.at(-1) });
  const isOwn = request.restoreKeys.map((key) => request.key.startsWith(key));
  assert.deepEqual(isOwn, [true, true, false, false, false, false]);
  for (const key of request.restoreKeys.slice(2)) assert.ok(branch.key.startsWith(key), key);
  for (const key of branch.restoreKeys) assert.ok(!request.key.startsWith(key), key);
  assert.equal(keysOf({ options: { run: { event: 'push' } } }).branch, undefined);
});

test('the prefixes of a user fit beside those of a pull request', () => {
  for (let given = 0; given <= 5; given++) {
    const restoreKeys = Array.from({ length: given }, (_, at) => `mine-${String(at)}/`);
    const keys = keysOf({ options: { run: REQUEST, restoreKeys } });
    assert.ok(keys.restoreKeys.length <= 9, String(keys.restoreKeys.length));
    assert.deepEqual(keys.restoreKeys.slice(keys.restoreKeys.length - given), restoreKeys);
    assert.ok(
      keys.restoreKeys.includes(keys.branch?.key ?? '') && keys.restoreKeys.includes(keys.branch?.prefix ?? ''),
    );
  }
});
