import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sitePage } from '../../scripts/docs-site.ts';

test('links for GitHub become links of the site, and those to the rest of the repository lead to GitHub', () => {
  const text =
    '# The `gate`\n\n[a](graph.md#b) [home](../README.md) [s](../SECURITY.md) [x](https://e.org) [h](#h) `[c](graph.md)`\n';
  assert.deepEqual(sitePage('docs/gate.md', text), {
    file: 'gate.md',
    text: '---\ntitle: "The gate"\nweight: 8\n---\n\n[a](../graph/#b) [home](../) [s](https://github.com/OWNER/bengal-cache/blob/main/SECURITY.md) [x](https://e.org) [h](#h) `[c](graph.md)`\n',
  });
});

test('README.md is the home page', () => {
  const { file, text } = sitePage('README.md', '# Bengal Cache\n\n[gate](docs/gate.md)\n');
  assert.equal(file, '_index.md');
  assert.match(text, /\[gate\]\(gate\/\)/);
});
