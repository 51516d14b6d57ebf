import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerLooks, lookQuestion, subjectOfLook } from '../../src/changes/looks.ts';
import type { Read } from '../../src/trace/trace.ts';
import { siteRig } from '../support/site-rig.ts';

const READS: readonly Read[] = [
  { kind: 'file', arguments: ['notes/a b.txt'] },
  { kind: 'listing', arguments: ['notes'] },
  { kind: 'exists', arguments: ['notes/a b.txt', 'exists'] },
  { kind: 'environment', arguments: ['SHOWN'] },
];

test('a question names what it is about, whatever is asked of it', () => {
  const about = READS.map((read) => subjectOfLook(lookQuestion(read)));
  assert.deepEqual(about, ['notes/a b.txt', 'notes', 'notes/a b.txt', 'SHOWN']);
});

test('the same question has another answer when what it is about is another one', async () => {
  await using rig = await siteRig();
  const ask = (shown: string): string[] => [
    ...answerLooks({ site: rig.path, reads: READS, variables: { SHOWN: shown } }).values(),
  ];
  const before = ask('1');
  assert.deepEqual(before.slice(0, 3), ['missing', 'missing', 'missing']);
  await rig.write('notes/a b.txt', 'text');
  const after = ask('2');
  for (const [index, answer] of after.entries()) assert.notEqual(answer, before[index]);
  assert.deepEqual(ask('2'), after);
});
