import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { EXPECTED_MODES } from '../../src/inputs/inputs.ts';
import { INPUTS, OUTPUTS } from '../../src/inputs/spec.ts';
import { docsWithTable } from '../gate/table.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'gate.md'), 'utf8');

test('the table in docs/gate.md is what the gate decides (npm run gate:table)', () => {
  assert.equal(document, docsWithTable(document));
});

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>> | null;
}

const workflows = [...document.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text = '']) => parse(text) as { readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>> },
);
const steps = workflows.flatMap(({ jobs = {} }) => Object.values(jobs).flatMap((job) => job.steps));

test('the examples give the action inputs that it has, and ask it for outputs that it has', () => {
  const ours = steps.filter((step) => step.id === 'cache');
  assert.equal(ours.length, 4);
  for (const { with: given } of ours)
    for (const name of Object.keys(given ?? {})) assert.ok(name in INPUTS, `there is no input ${name}`);
  const asked = [...document.matchAll(/steps\.cache\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
  assert.ok(asked.length > 0);
  for (const name of asked) assert.ok(name in OUTPUTS, `there is no output ${name}`);
});

test('the examples expand no text of the repository in a shell', () => {
  for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/, run);
});

test('the examples compare with modes that there are', () => {
  const modes = steps.flatMap((step) =>
    [...(step.if ?? '').matchAll(/build-mode [!=]= '(\w+)'/g)].map(([, mode]) => mode),
  );
  assert.ok(modes.length > 0);
  for (const mode of modes)
    assert.ok(
      EXPECTED_MODES.some((known) => known === mode),
      mode,
    );
});
