import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDeltaInputs, type DeltaInputContext } from '../../src/inputs/delta-parse.ts';

const FOLDERS = new Set(['/work', '/work/public', '/work/old']);
const FILES = new Set(['/work/deployed.json', '/work/state.zst']);
const CONTEXT: DeltaInputContext = {
  workspace: '/work',
  limit: '/work',
  look: (path) => (FOLDERS.has(path) ? 'folder' : FILES.has(path) ? 'file' : 'missing'),
  hasStore: true,
};

function problemsOf(raw: Parameters<typeof parseDeltaInputs>[0], context = CONTEXT): readonly string[] {
  const parsed = parseDeltaInputs(raw, context);
  return parsed.ok ? [] : parsed.problems;
}

test('what to compare with is what stands on the disk, a manifest that is not there yet, or a key', () => {
  const base = (given: string): unknown => {
    const parsed = parseDeltaInputs({ base: given }, CONTEXT);
    return parsed.ok ? parsed.value.base : parsed.problems;
  };
  assert.deepEqual(base(''), { kind: 'recorded' });
  assert.deepEqual(base('old'), { kind: 'folder', path: '/work/old', name: 'old' });
  assert.deepEqual(base('deployed.json'), { kind: 'file', path: '/work/deployed.json', name: 'deployed.json' });
  assert.deepEqual(base('state.zst'), { kind: 'file', path: '/work/state.zst', name: 'state.zst' });
  assert.deepEqual(base('first.json'), { kind: 'file', path: '/work/first.json', name: 'first.json' });
  assert.deepEqual(base('bengal-cache/v3/linux'), { kind: 'key', key: 'bengal-cache/v3/linux' });
  assert.match(problemsOf({ base: 'typo' }, { ...CONTEXT, hasStore: false }).join(), /a key needs a store/);
});

test('every problem is told at once, with the input, what it takes and what it got', () => {
  const problems = problemsOf({
    output: '../elsewhere',
    'base-url': 'ftp://example.org',
    'preview-url': 'https://example.org/{page}',
    vanished: 'maybe',
    deploy: 'some',
    'bucket-folder': 'a/../b',
    'indexnow-key': 'short',
    comment: 'loud',
  });
  assert.deepEqual(
    problems.map((problem) => /^Input `([a-z-]+)`: expected .+, got ".+"$/.exec(problem)?.[1]),
    ['output', 'base-url', 'preview-url', 'vanished', 'deploy', 'bucket-folder', 'indexnow-key', 'comment'],
  );
});

test('addresses are taken without what could end a link, and a preview without {path} gets it at its end', () => {
  const parsed = parseDeltaInputs(
    {
      'base-url': 'https://example.org/docs/',
      'preview-url': 'https://pr-{pr}.example.org/',
      'bucket-folder': '/docs/',
    },
    CONTEXT,
  );
  assert.ok(parsed.ok);
  assert.equal(parsed.value.baseUrl, 'https://example.org/docs');
  assert.equal(parsed.value.previewUrl, 'https://pr-{pr}.example.org{path}');
  assert.equal(parsed.value.bucketFolder, 'docs/');
  for (const given of [
    'javascript:alert(1)',
    'https://e.org/a b',
    'https://e.org/)',
    'https://e.org/"',
    'https://e.org/<x>',
  ])
    assert.notDeepEqual(problemsOf({ 'preview-url': given }), [], given);
  assert.notDeepEqual(problemsOf({ 'base-url': 'https://user:secret@e.org/' }), []);
});
