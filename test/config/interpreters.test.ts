import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { findInterpreters, interpreterOfScript, type InterpreterSearch } from '../../src/config/interpreters.ts';
import { writeBengalScript } from '../support/fake-python.ts';
import { siteRig, type SiteRig } from '../support/site-rig.ts';

const SHEBANGS: readonly (readonly [head: string, python: string | undefined])[] = [
  ['#!/opt/py/bin/python3.14\nimport sys', '/opt/py/bin/python3.14'],
  ['#! /opt/py/bin/python -I\n', '/opt/py/bin/python'],
  ['#!/usr/bin/env python3\n', 'python3'],
  ['#!/usr/bin/env -S python3.14t -X gil=0\n', 'python3.14t'],
  // What pip and uv write where the path is too long for a first line, or holds blanks.
  [`#!/bin/sh\n'''exec' "/a long/path/bin/python" "$0" "$@"\n' '''\n`, '/a long/path/bin/python'],
  [`#!/bin/sh\n'''exec' /long/path/bin/python3 "$0" "$@"\n' '''\n`, '/long/path/bin/python3'],
  ['#!/bin/sh\nexec pyenv exec bengal "$@"\n', undefined],
  ['#!/usr/bin/env bash\n', undefined],
  ['#!/opt/python/bin/ruby\n', undefined],
  ['MZ\u0000binary', undefined],
  ['', undefined],
];

for (const [head, python] of SHEBANGS) {
  test(`a script that begins with ${JSON.stringify(head.slice(0, 50))} is run by ${python ?? 'no Python'}`, () => {
    assert.equal(interpreterOfScript(head), python);
  });
}

function search(rig: SiteRig, overrides: Partial<InterpreterSearch> = {}): InterpreterSearch {
  return {
    site: join(rig.path, 'docs'),
    workspace: rig.path,
    given: undefined,
    variables: {},
    platform: 'linux',
    ...overrides,
  };
}

async function programs(rig: SiteRig, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) await rig.write(path, '');
}

function found(rig: SiteRig, overrides: Partial<InterpreterSearch> = {}): string[] {
  return findInterpreters(search(rig, overrides)).map(({ command }) =>
    command.map((part) => part.replace(`${rig.path}/`, '')).join(' '),
  );
}

const windows = process.platform === 'win32' ? 'these paths are those of POSIX systems' : false;

describe('Pythons that may have the Bengal of this job', { skip: windows }, () => {
  test('are one, if the workflow names it: a path in the workspace, or a name', async () => {
    await using rig = await siteRig();
    await programs(rig, 'bin/python3');
    const variables = { PATH: join(rig.path, 'bin') };
    assert.deepEqual(found(rig, { given: '.venv/bin/python', variables }), ['.venv/bin/python']);
    assert.deepEqual(found(rig, { given: 'python3.14', variables }), ['python3.14']);
    assert.deepEqual(found(rig, { given: '/opt/python', variables }), ['/opt/python']);
  });

  test('of the checkout never run where strangers can bring a job that has secrets to handle their code', async () => {
    await using rig = await siteRig();
    await using elsewhere = await siteRig();
    await programs(rig, 'docs/.venv/bin/python', '.venv/bin/python3', 'bin/python3', 'bin/uv', 'pyproject.toml');
    await programs(elsewhere, 'bin/python3', 'bin/uv');
    // Outside by its name, inside by where it leads.
    await elsewhere.link('led/python3', join(rig.path, '.venv/bin/python3'));
    await elsewhere.link('venv/bin', join(rig.path, '.venv/bin'));
    await writeBengalScript(join(elsewhere.path, 'led'), `#!${rig.path}/.venv/bin/python3`);
    const variables = {
      PATH: ['led', 'bin'].map((name) => join(elsewhere.path, name)).join(':') + `:${rig.path}/bin`,
      VIRTUAL_ENV: join(elsewhere.path, 'venv'),
    };
    const reach = 'outside-checkout';
    assert.deepEqual(found(rig, { variables, reach }), [join(elsewhere.path, 'bin/python3')]);
    assert.deepEqual(found(rig, { variables: { PATH: `${rig.path}/bin` }, reach }), []);
    for (const given of ['.venv/bin/python3', join(elsewhere.path, 'led/python3'), 'uv'])
      assert.equal(found(rig, { given, variables: { PATH: `${rig.path}/bin` }, reach }).length, 0, given);
    assert.deepEqual(found(rig, { given: 'python3', variables, reach }), [join(elsewhere.path, 'bin/python3')]);
  });

  test('come in the order of likelihood, each once', async () => {
    await using rig = await siteRig();
    await programs(rig, 'own/python3', 'venv/bin/python3', 'docs/.venv/bin/python', '.venv/bin/python3', 'bin/python3');
    await programs(rig, 'bin/python', 'other/python', 'bin/uv', 'pyproject.toml');
    await writeBengalScript(join(rig.path, 'bin'), `#!${rig.path}/own/python3`);
    const variables = { PATH: `${rig.path}/bin:${rig.path}/other`, VIRTUAL_ENV: 'venv' };
    assert.deepEqual(found(rig, { variables }), [
      'own/python3',
      'venv/bin/python3',
      'docs/.venv/bin/python',
      '.venv/bin/python3',
      'bin/python3',
      `bin/uv run --project ${rig.path} --no-sync --offline python`,
    ]);
    const active = { PATH: `${rig.path}/venv/bin`, VIRTUAL_ENV: `${rig.path}/venv` };
    await writeBengalScript(join(rig.path, 'venv', 'bin'), `#!${rig.path}/venv/bin/python3`);
    assert.deepEqual(found(rig, { variables: active, site: rig.path }), ['venv/bin/python3', '.venv/bin/python3']);
  });

  test('lie beside a launcher that does not name its own', async () => {
    await using rig = await siteRig();
    await programs(rig, 'shims/python3');
    await writeBengalScript(join(rig.path, 'shims'), '#!/usr/bin/env bash');
    assert.deepEqual(found(rig, { variables: { PATH: join(rig.path, 'shims') } }), ['shims/python3']);
  });

  test('have other places and endings on Windows', async () => {
    await using rig = await siteRig();
    await programs(rig, 'venv/Scripts/python.exe', 'Python314/Scripts/bengal.exe', 'Python314/python.exe');
    const variables = { Path: join(rig.path, 'Python314', 'Scripts'), VIRTUAL_ENV: join(rig.path, 'venv') };
    assert.deepEqual(found(rig, { variables, platform: 'win32' }), ['Python314/python.exe', 'venv/Scripts/python.exe']);
  });

  test('are not looked for in folders that the PATH names relative to wherever one stands', async () => {
    await using rig = await siteRig();
    await programs(rig, 'docs/python3', 'python3');
    assert.deepEqual(found(rig, { variables: { PATH: '.:docs::bin' } }), []);
  });

  test('are files: a folder or a broken link of that name is none', async () => {
    await using rig = await siteRig();
    await mkdir(join(rig.path, 'bin', 'python3'), { recursive: true });
    await rig.link('bin/python', 'nowhere');
    assert.deepEqual(found(rig, { variables: { PATH: join(rig.path, 'bin') } }), []);
  });

  test('are not asked of uv where there is no project', async () => {
    await using rig = await siteRig();
    await programs(rig, 'bin/uv');
    assert.deepEqual(found(rig, { variables: { PATH: join(rig.path, 'bin') } }), []);
    await writeFile(join(rig.path, 'pyproject.toml'), '');
    assert.equal(found(rig, { variables: { PATH: join(rig.path, 'bin') } }).length, 1);
  });
});
