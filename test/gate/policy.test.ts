import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyReason } from '../../src/gate/policy.ts';
import { GATE_SETTINGS } from '../../src/inputs/inputs.ts';

test('there are two settings, and neither asks who looks at the result', () => {
  assert.deepEqual([...GATE_SETTINGS], ['auto', 'always-full']);
});

test('a policy says why it is what it is, in words that begin a sentence', () => {
  assert.equal(policyReason({ policy: 'always-full', setting: 'always-full' }), 'the gate is set to always-full');
  assert.equal(policyReason({ policy: 'auto', setting: 'auto' }), 'the gate is set to auto');
  // A state that this run may not use.
  assert.equal(policyReason({ policy: 'always-full', setting: 'auto' }), 'nothing that lies there may be built upon');
});
