import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  environmentOfBuild,
  environmentOfCacheClient,
  environmentOfCommands,
  environmentOfTools,
} from '../../src/core/child-environment.ts';

/** What programs need, and what they may read. */
const HARMLESS = {
  PATH: '/usr/bin',
  HOME: '/home/runner',
  LC_ALL: 'C',
  TMPDIR: '/tmp',
  PWD: '/work',
  PYTHONPATH: '/lib',
  VIRTUAL_ENV: '/venv',
  GITHUB_REPOSITORY: 'someone/site',
  GIT_AUTHOR_NAME: 'someone',
  NETLIFY: 'true',
  MONKEY: 'a name that only ends like one of a secret',
};
/** Every kind of secret: by its name, by its value, and what only actions are given. */
const SECRETS = {
  GITHUB_TOKEN: 'x',
  GH_PAT: 'x',
  NPM_CONFIG__AUTH: 'x',
  DATABASE_PASSWORD: 'x',
  DEPLOY_KEY: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  CI_JOB_JWT: 'x',
  SSH_AUTH_SOCK: '/tmp/agent',
  SENTRY_DSN: 'x',
  SITE_CACHE_SIGNING_KEY: 'x',
  INNOCENT: 'ghs_0123456789abcdefghijklmnopqrstuvwxyz',
  MIRROR: 'https://user:password@mirror.example/',
  CERTIFICATE: '-----BEGIN PRIVATE KEY-----',
  INPUT_TOKEN: 'x',
  'INPUT_SIGNING-KEY': 'x',
  STATE_handoff: '{}',
  ACTIONS_RUNTIME_TOKEN: 'x',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
  ACTIONS_RESULTS_URL: 'https://results.example/',
};
const ALL = { ...HARMLESS, ...SECRETS };

test('no kind of secret gets to the job\u2019s own Bengal, and everything else that it may ask for does', () => {
  assert.deepEqual(environmentOfBuild(ALL), HARMLESS);
});

test('what Bengal makes configuration of stays, whatever it is called: the build step has it too', () => {
  const own = { BENGAL_PARAMS_API_TOKEN: 'x', BENGALxPARAMSxKEY: 'y' };
  assert.deepEqual(environmentOfBuild({ ...own, ...SECRETS }), own);
});

test('a tool gets what any program needs, and nothing of the job', () => {
  const { PATH, HOME, LC_ALL, TMPDIR } = HARMLESS;
  assert.deepEqual(environmentOfTools({ ...ALL, GIT_DIR: '/elsewhere', PERL5LIB: '/evil', BASH_ENV: '/evil' }), {
    PATH,
    HOME,
    LC_ALL,
    TMPDIR,
  });
});

test('of all secrets the cache client gets the token of the cache service, and a proxy with its password', () => {
  const proxy = { HTTPS_PROXY: 'https://user:password@proxy.example/' };
  const { ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL } = SECRETS;
  assert.deepEqual(environmentOfCacheClient({ ...ALL, ...proxy }), {
    ...HARMLESS,
    ...proxy,
    ACTIONS_RUNTIME_TOKEN,
    ACTIONS_RESULTS_URL,
  });
});

test('a command of the user keeps the secrets that its author gave it, and gets none of ours', () => {
  const got = environmentOfCommands(ALL);
  assert.equal(got['GITHUB_TOKEN'], 'x');
  for (const name of ['INPUT_TOKEN', 'STATE_handoff', 'ACTIONS_RUNTIME_TOKEN', 'SITE_CACHE_SIGNING_KEY'])
    assert.equal(name in got, false, name);
});
