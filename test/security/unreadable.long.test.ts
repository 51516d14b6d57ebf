import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startCacheService, type CacheService } from '../support/cache-service.ts';
import { valuesIn, type StepResult } from '../support/runner-steps.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { BUILT_WITH, otherUsersSite, SAVED_WITH, whyNotAsAnother, type OtherUsersSite } from './other-user.ts';

/** `SLOW_TESTS=1` takes every path away in turn; without it, one of each kind. */
const ALL = process.env['SLOW_TESTS'] === '1';

/**
 * What no skip rests on, and why: a skip runs no Bengal, and each byte of the output has been held against the manifest.
 * These hold what an incremental build is faster with; it is asked for by name, and a build that lacks it makes it anew.
 */
const NO_INPUT_OF_A_SKIP = [
  /^\.gitignore$/,
  /^\.bengal\/(?:asset_deps|generated_page_cache)\.json\.zst$/,
  /^\.bengal\/(?:cache|indexes|page-artifacts)(?:\/|$)/,
  /^\.bengal\/stores\/(?:parsed_content|rendered_output|synthetic_pages|validation_results)\.json$/,
  /^\.bengal\/provenance\/(?:dependency-index|subvenance)\.json$/,
];

const STAGE = { name: 'links', inputs: 'content/**\npublic/**', cache: 'false', outcome: '' };

/** Paths that are read in the same way: pages by their names, what lies in a folder of the state by the folder. */
function kindOf(path: string): string {
  const end = extname(path) === '' ? 'folder' : basename(path);
  if (path.startsWith('public/')) return `public ${end}`;
  if (/^\.bengal\/.+\/./.test(path)) return extname(path) === '' ? 'folder of the state' : dirname(path);
  if (/^(?:content|data|templates)\/./.test(path)) return `${path.slice(0, 4)} ${extname(path)}`;
  return path;
}

function onePerKind(paths: readonly string[]): readonly string[] {
  return [...new Map(paths.map((path) => [kindOf(path), path])).values()];
}

/** Ended well, with at most one warning: that there is no cache service is said in each of these jobs besides. */
function assertGreen(step: StepResult, path: string): void {
  assert.equal(step.status, 0, `${path}: ${step.log}`);
  assert.doesNotMatch(step.log, /^::error/m, path);
  const warnings = (step.log.match(/^::warning.*$/gm) ?? []).filter((line) => !line.includes('no cache service here'));
  assert.ok(warnings.length <= 1, `${path}: ${warnings.join('\n')}`);
  assert.doesNotMatch(step.log, /made a mistake/, `${path}: the disk's reason is told, not a mistake of ours`);
}

describe('what another user may not read costs a build at most', { skip: whyNotAsAnother() }, () => {
  let service: CacheService;
  let folder: TemporaryFolder;
  let site: OtherUsersSite;

  before(async () => {
    service = await startCacheService();
    folder = await temporaryFolder();
    site = await otherUsersSite(service, folder.path);
  });
  after(async () => {
    await folder[Symbol.asyncDispose]();
    await service[Symbol.asyncDispose]();
  });

  /** Runs a step over the site without one path after another. */
  async function sweep(paths: readonly string[], step: (path: string) => Promise<void>): Promise<void> {
    for (const path of paths) {
      site.reset();
      site.takeAway(path);
      await step(path);
    }
  }

  const chosen = (): readonly string[] => (ALL ? site.paths : onePerKind(site.paths));
  /** For steps that read as `main.js` does, or write: one path of each part of the site. */
  const parts = (): readonly string[] =>
    ALL ? site.paths : ['', '.bengal', '.bengal/cache.json.zst', 'public', 'public/index.html', 'content', 'config'];

  test('main.js skips where all can be read', async () => {
    site.reset();
    const main = await site.run({ file: 'main.js', action: 'action.yml', inputs: BUILT_WITH });
    assert.equal(main.outputs['build-mode'], 'skip', main.log);
  });

  test('main.js: never a failed step, and a skip only without what is no input of one', async () => {
    await sweep(chosen(), async (path) => {
      const main = await site.run({ file: 'main.js', action: 'action.yml', inputs: BUILT_WITH });
      assertGreen(main, path);
      const { 'build-mode': mode = '', 'build-args': args = '' } = main.outputs;
      if (NO_INPUT_OF_A_SKIP.some((pattern) => pattern.test(path))) assert.equal(mode, 'skip', `${path}: ${main.log}`);
      else {
        assert.notEqual(mode, 'skip', path);
        assert.match(args, /--no-incremental/, path);
      }
    });
  });

  test('restore.js: the same', async () => {
    await sweep(parts(), async (path) => {
      const restore = await site.run({ file: 'restore.js', action: 'restore/action.yml', inputs: BUILT_WITH });
      assertGreen(restore, path);
      if (!NO_INPUT_OF_A_SKIP.some((kind) => kind.test(path)))
        assert.notEqual(restore.outputs['build-mode'], 'skip', `${path}: ${restore.log}`);
    });
  });

  test('restore.js with a stored state puts it into place or leaves the site as it is, and never fails', async () => {
    await sweep(parts(), async (path) => {
      const asked = { file: 'restore.js', action: 'restore/action.yml', inputs: BUILT_WITH, cache: true };
      const restore = await site.run(asked);
      assertGreen(restore, path);
      // What was restored stands in for what could not be read; sources and the site itself do not come from a cache.
      const healed = path.startsWith('.bengal') || path.startsWith('public');
      if (!healed && !NO_INPUT_OF_A_SKIP.some((kind) => kind.test(path)))
        assert.notEqual(restore.outputs['build-mode'], 'skip', `${path}: ${restore.log}`);
      if (restore.outputs['build-mode'] === 'skip') assert.ok(existsSync(join(site.site, 'public/index.html')));
    });
  });

  test('save.js and post.js: a warning at most', async () => {
    site.reset();
    const main = await site.run({ file: 'main.js', action: 'action.yml', inputs: BUILT_WITH, cache: true });
    const state = valuesIn(site.stateFile);
    assert.notEqual(state['handoff'], undefined, main.log);
    await sweep(parts(), async (path) => {
      assertGreen(
        await site.run({ file: 'save.js', action: 'save/action.yml', inputs: SAVED_WITH, cache: true }),
        path,
      );
      assertGreen(await site.run({ file: 'post.js', action: 'action.yml', inputs: BUILT_WITH, state }), path);
    });
  });

  test('stage.js and stage-post.js: the guarded step runs, and nothing is recorded of what nobody could read', async () => {
    const step = { action: 'stage/action.yml', inputs: STAGE };
    await sweep(parts(), async (path) => {
      const stage = await site.run({ ...step, file: 'stage.js' });
      assertGreen(stage, path);
      assert.equal(stage.outputs['skip'], 'false', path);
      const inputs = { ...STAGE, outcome: 'success' };
      const post = await site.run({ ...step, inputs, file: 'stage-post.js', state: valuesIn(site.stateFile) });
      assertGreen(post, path);
      if (/^(?:content|public)/.test(path)) assert.doesNotMatch(post.log, /is recorded/, `${path}: ${post.log}`);
    });
  });

  test('cli.js report ends with a report, or with 1 and one sentence', async () => {
    await sweep(parts(), async (path) => {
      const args = ['report', '--site', site.site, '--no-probe', '--environment', 'production'];
      const report = await site.run({ file: 'cli.js', args });
      assert.ok(report.status === 0 || report.status === 1, `${path}: ${report.log}`);
      assert.doesNotMatch(report.log, /^\s+at /m, `${path}: no stack unless somebody asks for it`);
      if (report.status === 1) assert.match(report.log, /^bengal-cache: .*permission denied \(EACCES\)\n$/, path);
    });
  });
});
