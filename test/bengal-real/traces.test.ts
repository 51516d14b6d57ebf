import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { audit, BENGAL_PYTHON } from '../../scripts/audit.ts';

const root = resolve(import.meta.dirname, '../..');
const SITES = ['examples/lighthouse/site', 'test/cases/orchard/site', 'test/cases/ferry/site'].map((site) =>
  join(root, site),
);
const HARBOUR = resolve(root, '../shared/cases/harbour/site');

function whyNot(): string | false {
  if (process.env['REAL_BENGAL'] === undefined || process.env['SLOW_TESTS'] === undefined)
    return 'audits of the recorder take long: SLOW_TESTS=1 npm run test:bengal';
  return existsSync(BENGAL_PYTHON) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

interface Figures {
  readonly builds: number;
  readonly pages: number;
  readonly edits: number;
  readonly missed: readonly unknown[];
}

function figuresOf(what: string, options: readonly string[]): Figures {
  const { stdout, stderr } = audit(what, options);
  const line = stdout.trim().split('\n').at(-1) ?? '';
  assert.ok(line.startsWith('{'), stderr.slice(-2000));
  return JSON.parse(line) as Figures;
}

describe('recording with real Bengal', { skip: whyNot() }, () => {
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
    const { missed } = figuresOf('steady', []);
    const others = missed.filter((page) => !JSON.stringify(page).includes('calls filter shout'));
    assert.deepEqual(others, []);
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
    const { missed, edits } = figuresOf('random', ['-n', '30', '--seed', '11']);
    assert.deepEqual(missed, []);
    assert.ok(edits >= 25);
  });

  test('knows every cache, clock and way out of this version', () => {
    const { status, stdout } = audit('scan', []);
    assert.equal(status, 0, stdout);
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
