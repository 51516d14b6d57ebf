import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topicsOf } from '../../src/affected/read-topics.ts';
import { topic } from '../../src/affected/topics.ts';

const asked = (...given: readonly string[]): readonly unknown[] => topicsOf({ kind: 'has', arguments: given });

test('asking an object for an attribute of its class depends on the object being there, not on what the attribute holds', () => {
  assert.deepEqual(asked('section:docs', 'subsections'), [topic.section('docs', 'is')]);
  assert.deepEqual(asked('page:content/a.md', 'subsections'), [topic.page('content/a.md', 'is')]);
  assert.deepEqual(asked('site', 'of_a_plugin'), []);
  assert.deepEqual(asked('page:content/a.md', 'title'), [topic.page('content/a.md', 'is')]);
});
