import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { reportSchema, SCHEMA_PATH } from '../../scripts/report-schema.ts';
import { reportJson } from '../../src/report/report.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { report, reportSaying, TYPICAL_REPORTS } from '../support/reports.ts';

const shipped = readFileSync(SCHEMA_PATH, 'utf8');
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(shipped) as object,
);

test('the shipped schema is made from the type of the report (npm run schema writes it)', async () => {
  assert.equal(shipped, await reportSchema());
});

test('every report fits the schema', () => {
  for (const each of [report(), ...Object.values(TYPICAL_REPORTS), ...HOSTILE_NAMES.map(reportSaying)]) {
    assert.ok(validate(JSON.parse(reportJson(each))), JSON.stringify(validate.errors));
  }
});

test('a later report of the same version, with further fields, fits too', () => {
  assert.ok(validate({ ...report(), later: { more: true }, gate: { ...report().gate, later: 1 } }));
});

const WRONG: readonly (readonly [string, object])[] = [
  ['another version', { schemaVersion: 2 }],
  ['a mode that does not exist', { gate: { ...report().gate, mode: 'maybe' } }],
  ['no list of changes', { changes: { added: 'content/a.md' } }],
  [
    'a page without reasons',
    { affected: { ...report().affected, pages: [{ output: 'a.html', url: '/a', source: null }] } },
  ],
];
for (const [what, wrong] of WRONG)
  test(`a report with ${what} does not fit`, () => {
    assert.equal(validate({ ...report(), ...wrong }), false);
  });
