import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { orderByNeeds, withNeeds } from '../../src/stages/order-by-needs.ts';
import { parseStagesFile, STAGE_KEYS, STAGES_FILE } from '../../src/stages/stages-file.ts';

function problemsOf(text: string): readonly string[] {
  const parsed = parseStagesFile(text, 'stages.yaml');
  return parsed.ok ? [] : parsed.problems;
}

const GOOD = `version: 1
stages:
  report:
    inputs: [public/**, '!public/search/**']
    outputs: reports/
    command: node report.js
    needs: [links, build]
    verify-outputs: true
  links:
    inputs: &pages
      - public/**
      - "!public/search/**"
    code: scripts/links.js
    command: [node, scripts/links.js, --all]
    env: [NODE_ENV]
    salt: 2
    ttl: 7d
    needs: build
    cache-outputs: false
  build:
    inputs: content
    outputs: [public/]
    ttl: 3600
  again:
    inputs: *pages
`;

describe('a file of stages', () => {
  test('is read in an order in which needs come first', () => {
    const parsed = parseStagesFile(GOOD, STAGES_FILE, 'scope');
    assert.ok(parsed.ok, JSON.stringify(parsed));
    const { stages, lineOf } = parsed.value;
    assert.deepEqual(
      stages.map(({ name }) => name),
      ['build', 'again', 'links', 'report'],
    );
    const [build, again, links, report] = stages;
    assert.deepEqual(links?.command, { kind: 'program', argv: ['node', 'scripts/links.js', '--all'] });
    assert.deepEqual(report?.command, { kind: 'shell', line: 'node report.js' });
    assert.deepEqual([links.salt, links.ttl, build?.ttl, links.scope], ['2', 604_800, 3600, 'scope']);
    assert.deepEqual([report.verifyOutputs, links.verifyOutputs, report.outputs.folders], [true, false, ['reports']]);
    assert.deepEqual(again?.inputs, links.inputs);
    assert.deepEqual(
      [lineOf('links', '!public/search/**'), lineOf('build', 'content'), lineOf('links', '?')],
      [12, 21, 9],
    );
  });

  const WRONG: readonly (readonly [what: string, text: string, ...problems: string[]])[] = [
    ['an empty file', '', 'stages.yaml:1: expected a mapping with the key stages'],
    ['a list', '- a', 'stages.yaml:1: expected a mapping with the key stages'],
    ['no stages', 'version: 1', 'stages.yaml:1: expected the key stages'],
    ['no stage', 'stages: {}', 'stages.yaml:1: expected at least one stage'],
    ['another version', 'version: 2\nstages:\n  a: {}', 'stages.yaml:1: version: expected 1'],
    ['an unknown key', 'stage:\n  a: {}\nstages:\n  a: {}', 'stages.yaml:1: expected stages or version, got "stage"'],
    ['a stage without a mapping', 'stages:\n  a: echo', 'stages.yaml:2: expected a mapping for the stage a'],
    ['nothing below a stage', 'stages:\n  a:', 'stages.yaml:2: expected a mapping for the stage a'],
    [
      'an unknown field',
      'stages:\n  a:\n    input: x',
      'stages.yaml:3: stage a: expected one of inputs, outputs, code, command, env, salt, ttl, needs, verify-outputs, cache-outputs, got "input"',
    ],
    [
      'a name',
      'stages:\n  a b: {}',
      'stages.yaml:2: stage a b: name: expected a name of at most 100 letters, digits, ., _ and -, got "a b"',
    ],
    [
      'a stage twice',
      'stages:\n  a: {}\n  b: {}\n  a: {}',
      'stages.yaml:4: stage "a" is listed twice, first in line 2',
    ],
    [
      'a stage twice but for case',
      'stages:\n  a: {}\n  A: {}',
      'stages.yaml:3: stage "A" is listed twice, first in line 2',
    ],
    ['a field twice', 'stages:\n  a:\n    ttl: 1\n    ttl: 2', 'stages.yaml:4: "ttl" is listed twice, first in line 3'],
    [
      'a ttl',
      'stages:\n  a:\n    ttl: soon',
      'stages.yaml:3: stage a: ttl: expected seconds, or a number with s, m, h, d or w, up to ten years, got "soon"',
    ],
    [
      'a ttl of another kind',
      'stages:\n  a:\n    ttl: [1]',
      'stages.yaml:3: stage a: ttl: expected seconds, or a text such as 12h or 7d',
    ],
    [
      'a flag',
      'stages:\n  a:\n    verify-outputs: yes',
      'stages.yaml:3: stage a: verify-outputs: expected true or false',
    ],
    [
      'a list of other things',
      'stages:\n  a:\n    inputs: [a, 1]',
      'stages.yaml:3: stage a: inputs: expected a list of texts',
    ],
    [
      'a command of another kind',
      'stages:\n  a:\n    command: { x: 1 }',
      'stages.yaml:3: stage a: command: expected a text, or a list of a program and its arguments',
    ],
    [
      'a pattern',
      'stages:\n  a:\n    inputs:\n      - ok\n      - ../x',
      'stages.yaml:5: stage a: inputs: expected a pattern inside the site, got "../x"',
    ],
    [
      'an output outside',
      'stages:\n  a:\n    outputs: /tmp/x',
      'stages.yaml:3: stage a: outputs: expected a pattern inside the site, relative to it, got "/tmp/x"',
    ],
    ['a need that is not there', 'stages:\n  a:\n    needs: b', 'stages.yaml:2: stage a: needs: there is no stage "b"'],
    [
      'a stage that needs itself',
      'stages:\n  a:\n    needs: a',
      'stages.yaml:2: expected stages that can be put in an order, but a needs a',
    ],
    [
      'a cycle',
      'stages:\n  x:\n    needs: a\n  a:\n    needs: b\n  b:\n    needs: [c]\n  c:\n    needs: a',
      'stages.yaml:4: expected stages that can be put in an order, but a needs b needs c needs a',
    ],
    ['a key of another kind', 'stages:\n  ? [a]\n  : {}', 'stages.yaml:2: expected a plain text as key'],
    [
      'several things at once',
      'stages:\n  a:\n    ttl: x\n    inputs: /y\n  b:\n    env: 1A\n',
      'stages.yaml:4: stage a: inputs: expected a pattern inside the site, relative to it, got "/y"',
      'stages.yaml:3: stage a: ttl: expected seconds, or a number with s, m, h, d or w, up to ten years, got "x"',
      'stages.yaml:6: stage b: env: expected the name of an environment variable, got "1A"',
    ],
  ];

  for (const [what, text, ...problems] of WRONG) {
    test(`${what}: the error names the file and the line`, () => assert.deepEqual(problemsOf(text), problems));
  }

  test('what is no YAML is told by its first line', () => {
    for (const text of ['stages: [', 'a: b: c', '\tstages:', 'stages:\n  a: *nowhere']) {
      const [problem = '', ...more] = problemsOf(text);
      assert.match(problem, /^stages\.yaml:[12]: .{5,}/);
      assert.deepEqual(more, []);
    }
  });

  test('a bomb of aliases is refused or harmless, and so is a huge file', () => {
    const levels = Array.from({ length: 20 }, (_, level) => `x${level}: &x${level} [*x${level - 1}, *x${level - 1}]`);
    assert.ok(problemsOf(['x0: &x0 [a]', ...levels.slice(1), 'stages: *x19'].join('\n')).length > 0);
    assert.match(problemsOf('#'.repeat(2 ** 20 + 1))[0] ?? '', /more than a megabyte/);
  });

  test('names of the language are names like any other', () => {
    const parsed = parseStagesFile('stages:\n  constructor:\n    needs: toString\n  toString: {}\n', 'f');
    assert.ok(parsed.ok, JSON.stringify(parsed));
    assert.deepEqual(
      parsed.value.stages.map(({ name }) => name),
      ['toString', 'constructor'],
    );
    assert.match(problemsOf('stages:\n  a:\n    constructor: x')[0] ?? '', /expected one of/);
    assert.match(problemsOf('stages:\n  a:\n    needs: constructor')[0] ?? '', /there is no stage/);
  });
});

describe('the shipped JSON Schema', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/stages.schema.json'), 'utf8')) as {
    definitions: { stage: { properties: Record<string, unknown> } };
  };
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

  test('knows the keys that the parser knows', () => {
    assert.deepEqual(Object.keys(schema.definitions.stage.properties), Object.keys(STAGE_KEYS));
  });

  test('accepts what the parser accepts, and refuses most of what it refuses', () => {
    assert.ok(validate(parse(GOOD)), JSON.stringify(validate.errors));
    for (const text of [
      'stages: {}',
      'version: 2\nstages: { a: {} }',
      'stages: { a b: {} }',
      'stages: { a: { input: x } }',
      'stages: { a: { ttl: soon } }',
      'stages: { a: { ttl: 0 } }',
      'stages: { a: { env: [1A] } }',
      'stages: { a: { verify-outputs: "yes" } }',
      'stages: { a: { command: [] } }',
    ]) {
      assert.equal(validate(parse(text)), false, text);
      assert.ok(problemsOf(text).length > 0, text);
    }
  });
});

test('an order keeps what it can of the given one', () => {
  const item = (name: string, ...needs: string[]): { name: string; needs: string[] } => ({ name, needs });
  const items = [item('d', 'b', 'c'), item('b', 'a'), item('x'), item('c', 'a', 'elsewhere'), item('a')];
  const ordered = orderByNeeds(items);
  assert.deepEqual(ordered.kind === 'ordered' && ordered.items.map(({ name }) => name), ['x', 'a', 'b', 'c', 'd']);
  assert.deepEqual(
    withNeeds(items, ['b', 'x']).map(({ name }) => name),
    ['b', 'x', 'a'],
  );
  assert.deepEqual(orderByNeeds([item('x', 'b'), item('a', 'b'), item('b', 'a')]), {
    kind: 'cycle',
    names: ['b', 'a', 'b'],
  });
});
