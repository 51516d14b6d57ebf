import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOfPlan, planText } from '../../src/companion/plan.ts';
import { buildPlan } from '../support/journals.ts';

test('a plan has the names that the companion reads, each of the kind that it expects', () => {
  const plan = JSON.parse(planText(buildPlan())) as Readonly<Record<string, unknown>>;
  const kinds = Object.fromEntries(
    Object.entries(plan).map(([name, value]) => [name, Array.isArray(value) ? 'list' : typeof value]),
  );
  assert.deepEqual(kinds, {
    ...{ schemaVersion: 'number', tool: 'string', id: 'string' },
    ...{ site: 'string', output: 'string', previous: 'string', journal: 'string' },
    ...{ mode: 'string', trace: 'boolean', keepAssets: 'boolean', render: 'list' },
    ...{ sample: 'number', sampleSeed: 'string', verify: 'string', bytecode: 'boolean', earlier: 'object' },
  });
  assert.equal(plan['schemaVersion'], 1);
  assert.equal((JSON.parse(planText(buildPlan({ previous: null }))) as typeof plan)['previous'], null);
});

test('its digest is that of the bytes in the file', () => {
  const text = planText(buildPlan({ render: ['é/index.html'] }));
  assert.equal(digestOfPlan(text), digestOfPlan(Buffer.from(text, 'utf8')));
  assert.notEqual(digestOfPlan(text), digestOfPlan(planText(buildPlan({ id: '1'.repeat(32) }))));
});
