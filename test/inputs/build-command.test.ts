import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseWords, takeApart, withCommand, type Words } from '../../src/inputs/build-command.ts';

const words = (text: string): Words => {
  const parsed = parseWords(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
};
const problemsOf = (text: string): string => {
  const parsed = parseWords(text);
  const result = parsed.ok ? takeApart(parsed.value) : parsed;
  assert.ok(!result.ok, text);
  return result.problems.join('\n');
};

test('a command is words, as quotes have it', () => {
  assert.deepEqual(words('  uv  run\tbengal build '), ['uv', 'run', 'bengal', 'build']);
  assert.deepEqual(words(`"my tools/bengal" build --profile='theme dev'x ''`), [
    ...['my tools/bengal', 'build', '--profile=theme devx', ''],
  ]);
});

const OF_A_SHELL: readonly (readonly [text: string, sign: string])[] = [
  ['make && bengal build', '&'],
  ['bengal build; true', ';'],
  ['bengal build | tee log', '|'],
  ['bengal build > log', '>'],
  ['bengal build $FLAGS', '$'],
  ['bengal build "$(flags)"x$Y', '$'],
  ['bengal build `flags`', '`'],
  ['bengal build *', '*'],
  ['~/bin/bengal build', '~'],
  ['A=b bengal build', 'A='],
  ['bengal build # all', '#'],
  ['bengal \\\n build', '\\'],
];
for (const [text, sign] of OF_A_SHELL)
  test(`there is no shell for ${JSON.stringify(text)}`, () => {
    assert.match(problemsOf(text), /^expected a program with its arguments, got .* needs a shell, and there is none/);
    assert.ok(problemsOf(text).includes(`: ${JSON.stringify(sign)} needs`), problemsOf(text));
  });

test('what is no command is said to be none', () => {
  assert.match(problemsOf('bengal build "x'), /a quote is not closed/);
  assert.match(problemsOf('   '), /such as bengal build/);
  assert.match(problemsOf("''"), /such as bengal build/);
});

test('quoted words come back as they were', () => {
  const word = fc.string().filter((text) => !text.includes("'"));
  fc.assert(
    fc.property(word, fc.array(word), (first, rest) => {
      const all = [`p${first}`, ...rest];
      assert.deepEqual(words(all.map((each) => `'${each}'`).join(' ')), all);
    }),
  );
});

test('what stands behind build is for the gate to know', () => {
  const taken = takeApart(words('uv run --with bengal bengal build --drafts --config=a.toml --environment preview'));
  assert.deepEqual(taken.ok && taken.value, {
    words: ['uv', 'run', '--with', 'bengal', 'bengal', 'build'],
    flags: ['--drafts'],
    settings: { config: 'a.toml', environment: 'preview' },
  });
  const module = takeApart(words('python -m bengal b --no-incremental --strict'));
  assert.deepEqual(module.ok && [module.value.words, module.value.flags], [
    ['python', '-m', 'bengal', 'b'],
    ['--strict'],
  ]);
  const script = takeApart(words('./scripts/site.sh --fast'));
  assert.deepEqual(script.ok && [script.value.words, script.value.flags], [['./scripts/site.sh', '--fast'], []]);
});

test('what the step decides itself, and what is no build, is refused', () => {
  for (const name of ['--incremental', '--clean-output', '--dry-run', '--source'])
    assert.match(problemsOf(`bengal build ${name}`), new RegExp(`expected a build without ${name}: `));
  assert.match(problemsOf('bengal serve'), /^expected bengal build, got bengal serve/);
  assert.match(problemsOf('uv run bengal'), /^expected bengal build/);
  assert.match(problemsOf('bengal build "--log-file=a b"'), /without blanks and quotes/);
  assert.match(problemsOf('bengal build --profile'), /a value after --profile/);
});

test('command and inputs are joined, and must not contradict each other', () => {
  const taken = takeApart(words('bengal build --strict --environment preview'));
  assert.ok(taken.ok);
  const joined = withCommand({ 'build-flags': '--drafts --strict', environment: 'preview' }, taken.value);
  assert.deepEqual(joined.ok && joined.value, { 'build-flags': '--drafts --strict', environment: 'preview' });
  const torn = withCommand({ environment: 'production' }, taken.value);
  assert.deepEqual(torn.ok || torn.problems, [
    'expected --environment once, got "preview" here and "production" as environment',
  ]);
});
