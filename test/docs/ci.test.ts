import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { CI_SYSTEMS } from '../../src/config/ci-systems.ts';
import { parseBuildCli } from '../../src/entry/cli-build-options.ts';
import { takeApart } from '../../src/inputs/build-command.ts';
import { BUILD_INPUTS } from '../../src/inputs/build-spec.ts';
import { readDocsPage } from '../support/docs-examples.ts';

const page = readDocsPage('ci.md');

interface Recipe {
  readonly system: string;
  readonly language: string;
  readonly text: string;
}

const recipes: readonly Recipe[] = [...page.matchAll(/^## (.*)$\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].flatMap(
  ([, system = '', section = '']) =>
    [...section.matchAll(/^```(yml|groovy)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
      system,
      language,
      text,
    })),
);

/** Every string of a parsed value, at whatever depth. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** What a recipe runs: of YAML its strings as a parser gives them, of a Jenkinsfile what its steps hand to the shell. */
function linesOf({ language, text }: Recipe): string[] {
  return language === 'yml'
    ? stringsIn(parse(text))
    : [...text.matchAll(/\bsh '([^']*)'/g)].map(([, line = '']) => line);
}

const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);

test('there is a recipe for each system that is promised, and the contents name them', () => {
  assert.deepEqual(
    recipes.map(({ system }) => system),
    ['GitLab', 'Forgejo and Gitea', 'CircleCI', 'Azure Pipelines', 'Buildkite', 'Jenkins'],
  );
  const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);
  assert.deepEqual(
    [...page.matchAll(/^- \[(.*)\]\(#(.*)\)$/gm)].map(([, title, anchor]) => [title, anchor]),
    sections.map((title) => [title, title.toLowerCase().replaceAll(' ', '-')]),
  );
  for (const { name } of CI_SYSTEMS) assert.ok(page.includes(name.replace(' Pipelines', '')), name);
});

for (const recipe of recipes.filter(({ system }) => system !== 'Forgejo and Gitea'))
  test(`${recipe.system}: the command is one, and its store is what the system keeps`, () => {
    const builds = linesOf(recipe).filter((line) => line.includes(' build --'));
    assert.equal(builds.length, 1, recipe.text);
    const [tool = '', ...args] = (builds[0] ?? '').replace(/^node /, '').split(/ +/);
    const parsed = parseBuildCli(args.slice(1));
    assert.ok(parsed.ok, builds[0]);
    const { store = '', command, raw } = parsed.value;
    assert.ok(takeApart(command).ok);
    assert.equal(raw.environment, 'production');
    assert.ok(recipe.text.split(store).length > 2, `${store} is named where it is used and where it is kept`);
    assert.ok(
      linesOf(recipe).some((line) => line.includes(`git clone`) && line.endsWith(tool.replace('/dist/cli.js', ''))),
      'the tool is fetched to where it is run from',
    );
    assert.ok(linesOf(recipe).some((line) => line.includes('pip install bengal==')));
  });

describe('what each system keeps stands where it looks for it', () => {
  const recipeOf = (wanted: string): Recipe => {
    const found = recipes.find(({ system }) => system === wanted);
    assert.ok(found, wanted);
    return found;
  };
  const yamlOf = (wanted: string): unknown => parse(recipeOf(wanted).text);

  test('GitLab', () => {
    assert.deepEqual(at(yamlOf('GitLab'), 'pages', 'cache', 'paths'), ['.bengal-store/']);
    assert.ok(Array.isArray(at(yamlOf('GitLab'), 'pages', 'script')));
  });

  test('Forgejo and Gitea: the action, with inputs that it has', () => {
    const steps = at(yamlOf('Forgejo and Gitea'), 'jobs', 'docs', 'steps') as { uses?: string; with?: object }[];
    const step = steps.find(({ uses }) => uses?.includes('/bengal-cache/build@') === true);
    assert.ok(step?.with);
    for (const name of Object.keys(step.with)) assert.ok(Object.hasOwn(BUILD_INPUTS, name), name);
  });

  test('CircleCI: restored before the build, and saved under a key that is new and begins alike', () => {
    const steps = at(yamlOf('CircleCI'), 'jobs', 'docs', 'steps') as (
      string | Record<string, Record<string, unknown>>
    )[];
    const index = (name: string): number => steps.findIndex((step) => typeof step === 'object' && name in step);
    const restored = at(steps, index('restore_cache'), 'restore_cache', 'keys') as string[];
    const saved = at(steps, index('save_cache'), 'save_cache', 'key') as string;
    assert.ok(index('restore_cache') < index('save_cache'));
    for (const key of restored) assert.ok(saved.startsWith(key), key);
    assert.match(saved, /\{\{ \.Revision \}\}$/);
  });

  test('Azure Pipelines', () => {
    const steps = at(yamlOf('Azure Pipelines'), 'steps') as { task?: string; inputs?: Record<string, string> }[];
    const cache = steps.find(({ task }) => task === 'Cache@2')?.inputs ?? {};
    for (const key of (cache['restoreKeys'] ?? '').trim().split('\n')) assert.ok(cache['key']?.startsWith(key), key);
    assert.equal(cache['path'], '$(Pipeline.Workspace)/bengal-store');
  });

  test('Buildkite', () => {
    assert.deepEqual(at(yamlOf('Buildkite'), 'cache', 'paths'), ['.bengal-store']);
    assert.ok(Array.isArray(at(yamlOf('Buildkite'), 'steps', 0, 'command')));
  });

  test('Jenkins: a declarative pipeline, whole', () => {
    const { text } = recipeOf('Jenkins');
    assert.match(text, /^pipeline \{\n {2}agent \{[\s\S]*\n {2}stages \{\n {4}stage\('docs'\) \{\n {6}steps \{/);
    assert.equal(text.split('{').length, text.split('}').length);
    assert.match(text, /-v bengal-store:\/bengal-store/);
  });
});
