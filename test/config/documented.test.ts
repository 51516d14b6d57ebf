import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findDocumented } from '../../src/config/documented.ts';
import type { JsonObject } from '../../src/core/json.ts';

function documented(autodoc: JsonObject): readonly string[] {
  return findDocumented({ autodoc });
}

test('folders of Python modules, the OpenAPI file and the module of the command line are named', () => {
  assert.deepEqual(
    documented({
      python: { enabled: true, source_dirs: ['../bengal/', './src', 'src'] },
      openapi: { enabled: true, spec_file: 'api/x.yaml' },
      cli: { enabled: true, app_module: 'bengal.cli:main' },
    }),
    ['../bengal', 'api/x.yaml', 'src'],
  );
});

test('what is not enabled is not looked at, and what is has the defaults of Bengal', () => {
  assert.deepEqual(documented({ python: { source_dirs: ['src'] }, openapi: { enabled: false, spec_file: 'x' } }), []);
  assert.deepEqual(documented({ python: { enabled: true }, openapi: { enabled: true }, cli: { enabled: true } }), [
    '.',
    'api/openapi.yaml',
  ]);
});

test('a place that is absolute, or no path, is left out', () => {
  assert.deepEqual(
    documented({
      python: { enabled: true, source_dirs: ['/', '/etc', 'C:\\x', '', 'a\0b', 7, null, 'ok'] },
      cli: { enabled: true, app_module: '../../etc:x' },
    }),
    ['ok'],
  );
});

test('no configuration breaks it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (python, cli) => {
      const config = {
        autodoc: { python: { enabled: true, source_dirs: python }, cli: { enabled: true, app_module: cli } },
      };
      for (const path of findDocumented(config as JsonObject)) assert.ok(!path.startsWith('/') && path !== '');
    }),
  );
});
