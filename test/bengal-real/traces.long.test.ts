import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { BENGAL_PYTHON, figuresOf, unknownPlaces } from '../../scripts/audit.ts';

const root = resolve(import.meta.dirname, '../..');
const SITES = ['examples/lighthouse/site', 'test/cases/orchard/site', 'test/cases/ferry/site'].map((site) =>
  join(root, site),
);
const HARBOUR = resolve(root, '../shared/cases/harbour/site');

function whyNot(): string | false {
  if (process.env['REAL_BENGAL'] === undefined) return 'npm run test:bengal runs this with real Bengal';
  return existsSync(BENGAL_PYTHON) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

function whyNotLong(): string | false {
  const long = 'long audits of the recorder: SLOW_TESTS=1 npm run test:bengal';
  return process.env['SLOW_TESTS'] === undefined ? long : whyNot();
}

describe('recording with real Bengal, in short', { skip: whyNot() }, () => {
  test('knows every cache, clock and way out of this version', () => {
    assert.deepEqual(unknownPlaces(), []);
  });

  test('reads the same whatever page comes first, where caches hide reads', () => {
    const { missed, pages } = figuresOf('order', ['--site', 'fragments', 'versions', 'languages', 'menus']);
    assert.deepEqual(missed, []);
    assert.ok(pages > 30);
  });

  test('misses nothing in a few random edits', () => {
    const { missed, edits } = figuresOf('random', [
      '-n',
      '12',
      '--seed',
      '5',
      '--site',
      'samples',
      'queries',
      'letters',
    ]);
    assert.deepEqual(missed, []);
    assert.ok(edits >= 10);
  });
});

describe('recording with real Bengal', { skip: whyNotLong() }, () => {
  test('changes no page of the small sites', () => {
    const { missed, pages } = figuresOf('equal', []);
    assert.deepEqual(missed, []);
    assert.ok(pages > 150);
  });

  test('changes no page of the lighthouse and the recorded cases', () => {
    const harbour = existsSync(HARBOUR) ? [HARBOUR] : [];
    assert.deepEqual(figuresOf('equal', ['--site', ...SITES, ...harbour]).missed, []);
  });

  test('finds that everything holds when nothing was edited, but for functions from elsewhere', () => {
    assert.deepEqual(figuresOf('steady', []).missed, []);
  });

  test('reads the same whatever page comes first', () => {
    assert.deepEqual(figuresOf('order', []).missed, []);
  });

  test('reads the same in another folder, to the byte', () => {
    // Not API documentation: its pages hold the path of their source as a text, which they may show.
    const sites = SITES.filter((site) => !site.includes('ferry'));
    assert.deepEqual(figuresOf('place', ['--site', 'lists', ...sites]).missed, []);
  });

  test('misses nothing in random edits', () => {
    const { missed, edits } = figuresOf('random', ['-n', '60', '--seed', '11']);
    assert.deepEqual(missed, []);
    assert.ok(edits >= 50);
  });
});

describe('the sample of a trace', () => {
  test('is as the schema says', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schema/trace.schema.json'), 'utf8')) as object;
    const packed = readFileSync(join(root, 'examples/lighthouse/recorded/.bengal/trace.zst'));
    const ajv = new Ajv();
    assert.ok(ajv.validate(schema, JSON.parse(zstdDecompressSync(packed).toString())), ajv.errorsText());
  });
});
