import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { INSIDE_PACKAGES } from '../../scripts/licences-inside.ts';
import { licencesOf } from '../../scripts/licences.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const moduleOf = (name: string): string => fileURLToPath(import.meta.resolve(name));

describe('the licences of what is bundled', () => {
  test('name Graphviz, its version, its licence and where its source is, though its package does not', async () => {
    const text = licencesOf([moduleOf('@hpcc-js/wasm-graphviz')], ROOT);
    const version = (await Graphviz.load()).version();
    assert.match(text, /^@hpcc-js\/wasm-graphviz@[\d.]+ \(Apache-2\.0\)$/m);
    assert.ok(text.includes(`\n@hpcc-js/wasm-graphviz, inside: Graphviz ${version} (EPL-1.0)\n`), version);
    assert.ok(text.includes(`Source: https://gitlab.com/graphviz/graphviz, tag ${version}\n`));
    assert.match(text, /Eclipse Public License/);
    assert.match(text, /, inside: Expat \(MIT\)$/m);
  });

  test('say so of that package alone, and once', () => {
    assert.doesNotMatch(licencesOf([moduleOf('yaml')], ROOT), /inside:/);
    const [module] = [moduleOf('@hpcc-js/wasm-graphviz')];
    assert.equal(licencesOf([module, module], ROOT), licencesOf([module], ROOT));
  });

  test('of every package that holds others there is a module', () => {
    for (const name of INSIDE_PACKAGES.keys()) assert.match(moduleOf(name), /node_modules/);
  });
});
