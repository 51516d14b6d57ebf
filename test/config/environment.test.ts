import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'smol-toml';
import {
  bengalVariables,
  environmentFileNames,
  environmentName,
  settingOfVariable,
} from '../../src/config/environment.ts';
import { inferFromPlatform, withVariables } from '../../src/config/platform.ts';
import type { JsonObject } from '../../src/core/json.ts';

interface Vector {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly toml: string;
  readonly environment: string;
  /** `null`: the setting is not there. */
  readonly settings: Readonly<Record<string, string | null>>;
}

// What a real Bengal made of these variables, recorded by scripts/platform-vectors.py.
const { vectors, candidates } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'platform-vectors.json'), 'utf8'),
) as { readonly vectors: readonly Vector[]; readonly candidates: Readonly<Record<string, readonly string[]>> };

function settingOf(config: JsonObject, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as JsonObject | undefined)?.[key], config);
}

for (const { name, variables, toml, environment, settings } of vectors) {
  test(`with ${name}, environment and inferred settings are Bengal's`, () => {
    assert.equal(environmentName(undefined, variables), environment);
    const config = withVariables(parse(toml) as JsonObject, variables);
    const { settings: inferred, hasBranch } = inferFromPlatform({ config, kind: 'file', variables });
    const found = new Map(inferred);
    assert.equal(hasBranch, found.has('params.colab_branch'));
    for (const [path, value] of Object.entries(settings)) {
      // What Bengal takes from the variable itself is known by the variable.
      const given = path === 'site.baseurl' ? (variables['BENGAL_BASEURL'] ?? variables['BENGAL_BASE_URL']) : undefined;
      const known =
        found.get(path) ??
        given?.replace(/\/$/, '') ??
        settingOf(config, path) ??
        (path === 'site.baseurl' ? (config['baseurl'] ?? '') : null);
      assert.equal(known, value, path);
    }
  });
}

test('an option for the environment is taken as it is, whatever the variables say', () => {
  assert.equal(environmentName('Preview', { BENGAL_ENV: 'local', GITHUB_ACTIONS: 'true' }), 'Preview');
});

for (const [name, files] of Object.entries(candidates)) {
  test(`the file of ${name} is looked for under the names that Bengal tries`, () => {
    assert.deepEqual(
      environmentFileNames(name).flatMap((stem) => [`${stem}.yaml`, `${stem}.yml`]),
      files,
    );
  });
}

test('an environment named like a part of JavaScript has its own file and no other', () => {
  assert.deepEqual(environmentFileNames('constructor'), ['constructor']);
});

test('every variable of Bengal that is not empty counts, and nothing else does', () => {
  const variables = {
    BENGALxPARAMSxA: '2',
    BENGAL_NO_HINTS: '1',
    BENGAL_EMPTY: '',
    BENGALI: 'x',
    bengal_a: 'x',
    CI: 'true',
  };
  assert.deepEqual(bengalVariables(variables), [
    ['BENGAL_NO_HINTS', '1'],
    ['BENGALxPARAMSxA', '2'],
  ]);
});

test('a variable stands for a setting, with two ways to take its name apart', () => {
  assert.deepEqual(settingOfVariable('BENGAL_PARAMS_REPO_URL'), ['params', 'repo', 'url']);
  assert.deepEqual(settingOfVariable('BENGALxPARAMSxREPO_URL'), ['params', 'repo_url']);
  assert.deepEqual(settingOfVariable('BENGAL_'), []);
});
