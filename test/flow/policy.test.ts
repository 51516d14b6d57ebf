import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyFor } from '../../src/flow/policy.ts';

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
