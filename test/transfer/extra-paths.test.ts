import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSiteConfig } from '../../src/config/site-config.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { findPathProblems } from '../../src/transfer/extra-paths.ts';
import { siteRig } from '../support/site-rig.ts';

async function problemsOf(...paths: readonly string[]): Promise<string[]> {
  await using rig = await siteRig({
    'bengal.toml':
      '[build]\ncontent_dir = "text"\noutput_dir = "out/site"\n[autodoc.python]\nenabled = true\nsource_dirs = ["package"]\n',
  });
  const options = { environment: undefined, profile: undefined, configFile: undefined, outputDir: undefined };
  const site = readSiteConfig({ site: rig.path, ...options, variables: {} });
  return findPathProblems(paths as SitePath[], site);
}

test('a source of the site cannot travel: what a cache brings back is old', async () => {
  for (const path of [
    'text',
    'text/generated',
    'templates',
    'assets/node_modules',
    'data/x.yaml',
    'package/a.py',
    'bengal.toml',
  ])
    assert.match(
      (await problemsOf(path))[0] ?? '',
      /^Input `path`: expected no source of the site \(.*\), .*got "/,
      path,
    );
});

test('nor can what travels anyway, nor a folder around it, nor the same twice', async () => {
  for (const path of ['.bengal', '.bengal/cache', 'out/site', 'out/site/x', 'out'])
    assert.match((await problemsOf(path))[0] ?? '', /expected something besides \.bengal and the output/, path);
  assert.deepEqual(await problemsOf('a', 'a/b', 'c', 'c'), [
    'Input `path`: expected a path that does not overlap with a, got "a/b"',
    'Input `path`: expected a path that does not overlap with c, got "c"',
  ]);
});

test('nor can what could run in the next job, or is secret', async () => {
  for (const path of ['.git', '.github/workflows', 'node_modules/.bin', 'tool/run.exe', '.env', 'a/model.pkl'])
    assert.match(
      (await problemsOf(path))[0] ?? '',
      /^Input `path`: expected something that may be cached \(.*, got "/,
      path,
    );
});

test('anything else of the site can', async () => {
  assert.deepEqual(await problemsOf('.cache/images', 'textual', 'content', 'db.sqlite', 'packages'), []);
});
