import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';

// `npm test` is for everybody who comes by: what needs more than Node and Git, or starts our built programs, is for
// `npm run test:long`, and its file says so by its name.

const root = resolve(import.meta.dirname, '../..');

/** What only long tests may use, by the module that brings it. */
const FOR_LONG_TESTS = [
  'test/end-to-end/runner-job.ts',
  'test/support/azurite.ts',
  'test/support/browser.ts',
  'test/support/built-by-bengal.ts',
  'test/support/cache-service.ts',
  'test/support/deploy-tools.ts',
  'test/support/heavy-tools.ts',
];

const imports = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  const known = imports.get(file);
  if (known !== undefined) return known;
  const found = [...readFileSync(join(root, file), 'utf8').matchAll(/\bfrom '(\.{1,2}\/[^']+)'/g)]
    .map(([, name = '']) => join(dirname(file), name).replaceAll('\\', '/'))
    .filter((name) => name.startsWith('test/') && existsSync(join(root, name)));
  imports.set(file, found);
  return found;
}

function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const each of importsOf(file)) reachedFrom(each, reached);
  return reached;
}

test('a test that needs more than Node and Git, or starts what we ship, is named .long.test.ts', () => {
  const quick = globSync('test/**/*.test.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.long.test.ts') && !file.includes('node_modules/'));
  const wrong = quick.flatMap((file) => {
    const reached = reachedFrom(file);
    return FOR_LONG_TESTS.filter((module) => reached.has(module)).map((module) => `${file} uses ${module}`);
  });
  assert.deepEqual(wrong, []);
});

test('what only long tests may use is there', () => {
  for (const module of FOR_LONG_TESTS) assert.ok(readFileSync(join(root, module), 'utf8').length > 0);
});
