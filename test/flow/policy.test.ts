import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Policy } from '../../src/gate/decision.ts';
import type { GateSetting } from '../../src/inputs/inputs.ts';
import { policyFor, policyReason } from '../../src/flow/policy.ts';

const on = (event: string): Record<string, string> => ({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event });

test('what was set by hand counts everywhere', () => {
  for (const setting of ['strict', 'preview', 'always-full'] as const) {
    assert.equal(policyFor(setting, on('pull_request')), setting);
    assert.equal(policyFor(setting, {}), setting);
  }
});

test('auto is strict wherever a workflow may publish, unknown events included', () => {
  for (const event of ['push', 'schedule', 'workflow_dispatch', 'release', 'an event of tomorrow', ''])
    assert.equal(policyFor('auto', on(event)), 'strict');
});

test('auto is preview where people look before it is published', () => {
  for (const event of ['pull_request', 'pull_request_target', 'merge_group'])
    assert.equal(policyFor('auto', on(event)), 'preview');
  assert.equal(policyFor('auto', {}), 'preview');
});

test('a policy says why it is what it is, in words that begin a sentence', () => {
  const run = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main' };
  const reason = (policy: Policy, setting: GateSetting, variables = {}): string =>
    policyReason({ policy, setting, variables });
  assert.equal(reason('strict', 'auto', run), 'a run of push on main may publish its result');
  assert.equal(reason('strict', 'auto', { GITHUB_EVENT_NAME: 'release' }), 'a run of release may publish its result');
  assert.equal(reason('strict', 'auto'), 'a run may publish its result');
  assert.equal(reason('strict', 'strict', run), 'the gate is set to strict');
  assert.equal(reason('preview', 'auto', run), 'the result is looked at, and not published');
  assert.equal(reason('always-full', 'always-full'), 'the gate is set to always-full');
  // A state that this run may not use.
  assert.equal(reason('always-full', 'auto', run), 'nothing that lies there may be built upon');
});
