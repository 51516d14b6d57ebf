import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bengalVariables,
  environmentFileNames,
  environmentName,
  platformVariables,
  type Variables,
} from '../../src/config/environment.ts';

const ON_GITHUB = { GITHUB_ACTIONS: 'true' };

const RULES: readonly (readonly [why: string, option: string | undefined, variables: Variables, expected: string])[] = [
  ['nothing is told', undefined, {}, 'local'],
  ['the option says so', 'Preview', { BENGAL_ENV: 'local', ...ON_GITHUB }, 'preview'],
  ['BENGAL_ENV says so, in any case of letters', undefined, { BENGAL_ENV: 'Staging', ...ON_GITHUB }, 'staging'],
  ['BENGAL_ENV is empty, which says nothing', undefined, { BENGAL_ENV: '', ...ON_GITHUB }, 'production'],
  ['GitHub builds it', undefined, ON_GITHUB, 'production'],
  ['GITHUB_ACTIONS is not true', undefined, { GITHUB_ACTIONS: '1' }, 'local'],
  ['Netlify builds its production', undefined, { NETLIFY: 'true', CONTEXT: 'production' }, 'production'],
  ['Netlify builds a preview', undefined, { NETLIFY: 'true', CONTEXT: 'deploy-preview', ...ON_GITHUB }, 'preview'],
  ['Vercel builds its production', undefined, { VERCEL: '1', VERCEL_ENV: 'production' }, 'production'],
  ['Vercel builds a preview', undefined, { VERCEL: 'true', VERCEL_ENV: 'preview' }, 'preview'],
];

for (const [why, option, variables, expected] of RULES) {
  test(`the environment is ${expected} when ${why}`, () => {
    assert.equal(environmentName(option, variables), expected);
  });
}

test('an environment file may have any alias of the environment, looked for in the order of Bengal', () => {
  assert.deepEqual(environmentFileNames('production'), ['production', 'prod']);
  assert.deepEqual(environmentFileNames('stage'), ['preview', 'staging', 'stage']);
  assert.deepEqual(environmentFileNames('dev'), ['local', 'dev', 'development']);
  assert.deepEqual(environmentFileNames('qa'), ['qa']);
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

test('of a platform those variables count from which Bengal infers the base URL', () => {
  assert.deepEqual(platformVariables({ ...ON_GITHUB, GITHUB_REF_NAME: 'main', GITHUB_SHA: 'abc', URL: 'x' }), [
    ['GITHUB_ACTIONS', 'true'],
    ['GITHUB_REF_NAME', 'main'],
  ]);
  assert.deepEqual(platformVariables({ GITHUB_REF_NAME: 'main' }), []);
  assert.deepEqual(platformVariables({ NETLIFY: 'true', URL: 'https://a', ...ON_GITHUB, GITHUB_REF_NAME: 'main' }), [
    ['NETLIFY', 'true'],
    ['URL', 'https://a'],
  ]);
  assert.deepEqual(platformVariables({ VERCEL: '1', VERCEL_URL: 'a.vercel.app' }), [
    ['VERCEL', '1'],
    ['VERCEL_URL', 'a.vercel.app'],
  ]);
});
