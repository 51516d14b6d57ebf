/**
 * A companion that breaks, wherever it breaks, leaves a full build. A few faults are tried in every run, all of them with
 * COMPANION_FAULTS=all.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openBench, type Bench, type Built } from '../../scripts/equality/bench.ts';
import { suiteSites } from '../../scripts/gate-suite/edits.ts';
import { differences, readOutput, type Tree } from '../../scripts/equality/trees.ts';
import { whyNoBengal } from '../support/built-by-bengal.ts';

const TABLE = readFileSync(join(import.meta.dirname, '../../companion/bengal_cache_companion/hooks.py'), 'utf8');
const HOOKS = Array.from(TABLE.matchAll(/^ {4}"([a-z_.]+:[\w.]+)"/gm), ([, target = '']) => target);
const OWN = [
  'staging:keep_page',
  'staging:difference',
  'staging:draw',
  'staging:output_of',
  'staging:Places',
  'keep_assets:why_none',
  'keep_assets:compare',
  'keep_assets:why_not_all',
  'keep_assets:keep_assets',
  'machine:LastAssets.read',
  'machine:digest_of',
  'plugin:_was_used',
  'plugin:collect_seldom',
];
const ALL = [
  ...HOOKS.flatMap((target) => ['place', 'before', 'after'].map((when) => `${target}:${when}`)),
  ...OWN.flatMap((target) => ['before', 'after'].map((when) => `${target}:${when}`)),
];
const FEW = [
  'bengal.snapshots.scheduler:WaveScheduler.render_all:place',
  'bengal.rendering.pipeline.core:RenderingPipeline._render_and_write:before',
  'bengal.snapshots.scheduler:WaveScheduler.render_all:after',
  'bengal.orchestration.build.rendering:phase_assets:after',
  'staging:keep_page:after',
  'staging:difference:before',
];
const ARGS = ['--environment', 'production'];

describe('a build with a broken companion is a full build', { skip: whyNoBengal() }, () => {
  let folder: string;
  let bench: Bench;
  let full: Tree;
  let planned: string[];
  const [lighthouse] = suiteSites();
  const edit = lighthouse?.edits.find(({ name }) => name === 'title');

  before(() => {
    assert.ok(lighthouse !== undefined && edit !== undefined);
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'faults-')));
    const bengal = join(import.meta.dirname, '../../.cache/bengal/bin/bengal');
    bench = openBench({ folder, bengal, below: '', output: 'public' });
    bench.lay(lighthouse.source);
    const base = bench.build({ args: ARGS, judge: 'truth', plan: { mode: 'full' } });
    assert.equal(base.journal?.status, 'finished', base.log);
    const before = readOutput(join(bench.site, 'public'));
    bench.save(join(folder, 'base'));
    edit.apply(bench.repository);
    bench.build({ args: ARGS });
    full = readOutput(join(bench.site, 'public'));
    planned = differences(full, before)
      .map(({ file }) => file)
      .filter((file) => file.endsWith('.html'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function broken(fault: string): { built: Built; left: string } {
    bench.restore(join(folder, 'base'));
    edit?.apply(bench.repository);
    const left = join(folder, 'left');
    const variables = { FED_FAULT: fault, FED_LEFT: left };
    const plan = { mode: 'incremental', render: planned, sample: 3 } as const;
    const built = bench.build({ args: ARGS, judge: 'truth', plan, variables });
    return { built, left: readFileSync(left, 'utf8') };
  }

  test('names every hook', () => assert.ok(HOOKS.length >= 15, HOOKS.join(' ')));

  for (const fault of process.env['COMPANION_FAULTS'] === 'all' ? ALL : FEW) {
    test(fault, () => {
      const { built, left } = broken(fault);
      assert.equal(built.status, 0, built.log);
      assert.deepEqual(differences(readOutput(join(bench.site, 'public')), full), []);
      assert.equal(left, '', 'every function is what it was');
      if (
        !/isolated|_render_sequential|_render_parallel|autodoc|Virtual|page_to_markdown|macro_wrapper|PLACE/.test(fault)
      )
        assert.match(built.journal?.status ?? '', /^(?:failed|stood-aside)$/, JSON.stringify(built.journal));
    });
  }
});
