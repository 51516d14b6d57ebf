import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CACHED_PATHS, findExtraPathProblem, isCacheable } from '../../src/bengal/cacheable.ts';

const CACHED = [
  '.bengal/cache.json.zst',
  '.bengal/ci-manifest.json.zst',
  '.bengal/trace.zst',
  '.bengal/effects.json',
  '.bengal/provenance/records/0123456789abcdef.json',
  '.bengal/stores/rendered_output.json',
  '.bengal/page-artifacts/0f.json',
  '.bengal/cache/snapshots/snapshot_pages.json',
  '.bengal/cache/assets/optimized-style.css',
  '.bengal/indexes/section_index.json',
  '.bengal/build_history.json',
  '.bengal/stages/tests.stage',
  '.bengal/stages/tests.files',
  '.bengal/of-a-later-version.json.zst',
  'public/index.html',
  'public/assets/app.wasm',
  'public/logs/metrics/index.html',
  'public/Gemfile.lock',
  'public/tags/.net/index.html',
  'public/.well-known/security.txt',
  '.cache/images/a.webp',
];

const NEVER = [
  // Runs when it is read or loaded; odd endings and other cases are the same.
  '.bengal/cache/kida/__kida_py314_base.html_0123.pyc',
  '.bengal/cache/kida/harmless.json',
  '.bengal/Cache/KIDA/x.json',
  '.bengal/cache/\u212aida/x.json',
  '.bengal/templates/page.json',
  '.bengal/template\u017f/page.json',
  '.bengal/x.py',
  '.bengal/x.pth',
  '.bengal/run',
  'public/a.pyc',
  'public/a.PYC',
  'public/a.pyo ',
  'public/a.pyc.140234',
  'public/a.pyc.',
  'public/__pycache__/a',
  'public/model.pkl',
  'public/model.Pickle',
  'public/native.so',
  'public/native.so.1.2',
  'public/native.DLL',
  'public/addon.node',
  'public/setup.exe',
  // Hooks, programs and secrets, at any depth.
  'public/.git/hooks/pre-commit',
  'public/.GitHub/workflows/x.yml',
  'public/node_modules/.bin/x',
  'public/.env',
  'public/.env.production',
  'tool/.ssh/id_rsa',
  'tool/.netrc',
  // Of one run, one machine, one network.
  '.bengal/logs/build.log',
  '.bengal/metrics/a.json',
  '.bengal/profiles/a.json',
  '.bengal/server.pid',
  '.bengal/cache.json.lock',
  '.bengal/worktrees/v1/index.json',
  '.bengal/version-builds/a.json',
  '.bengal/content_cache/a.json',
  '.bengal/cache/external_refs/a.json',
  '.bengal/js_bundle/a.json',
  '.bengal/tmpabcdefgh.tmp',
  'public/.index.html.1.2.abc.tmp',
  'public/.incoming-1/entry',
  // What changes how Bengal goes on.
  '.bengal/cache.json',
  '.bengal/CACHE.JSON',
  'public/.bengal-cache.json',
  'public/.bengal-cache/cache.json.zst',
];

test('state and output travel', () => {
  assert.deepEqual(
    CACHED.filter((path) => !isCacheable(path)),
    [],
  );
});

test('vector 25: nothing that could run, no secret, and nothing of one machine or run travels', () => {
  assert.deepEqual(NEVER.filter(isCacheable), []);
});

test('every line of the table decides about some path', () => {
  const all = [...CACHED, ...NEVER];
  const deciding = new Set(all.map((path) => CACHED_PATHS.find((rule) => rule.matches.test(path))));
  // What a user adds is judged like output.
  const idle = CACHED_PATHS.filter((rule) => !deciding.has(rule)).map(({ path }) => path);
  assert.deepEqual(idle, ['`PATH/**`']);
});

test('a path that a user adds is refused when nothing below it could travel', () => {
  for (const path of ['.git', 'a/.github', 'node_modules/.bin', '.env', 'x.pyc', '.Bengal', '.bengal/logs'])
    assert.notEqual(findExtraPathProblem(path), undefined, path);
  for (const path of ['.cache', 'node_modules', 'vendor/.hidden', 'environment'])
    assert.equal(findExtraPathProblem(path), undefined, path);
});
