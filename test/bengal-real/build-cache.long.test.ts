import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { BuildCache } from '../../src/bengal/build-cache.ts';
import { withCacheLock } from '../../src/bengal/cache-lock.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const BENGAL = join(root, '.cache/bengal/bin/bengal');
const PYTHON = join(root, '.cache/bengal/bin/python');

function whyNot(): string | false {
  if (process.env['REAL_BENGAL'] === undefined) return 'real Bengal takes a while: npm run test:bengal';
  return existsSync(BENGAL) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

interface BuiltSite extends TemporaryFolder {
  /** What Bengal says. */
  build(...options: readonly string[]): string;
  /** What Bengal's own class makes of the cache, as JSON. */
  asBengalReads(expression: string): unknown;
}

/** The lighthouse, built in full by Bengal. */
async function builtSite(): Promise<BuiltSite> {
  const folder = await temporaryFolder();
  const path = join(folder.path, 'lighthouse');
  cpSync(join(root, 'examples/lighthouse/site'), path, { recursive: true });
  const run = (command: string, args: readonly string[]): string => {
    const env = { ...process.env, PYTHONHASHSEED: '0' };
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: path, encoding: 'utf8', env });
    assert.equal(status, 0, `${stdout}\n${stderr}`);
    return stdout;
  };
  const site: BuiltSite = {
    path,
    build: (...options) => run(BENGAL, ['build', '--environment', 'production', ...options]),
    asBengalReads(expression) {
      const said = run(PYTHON, ['-c', READ_BY_BENGAL.replace('EXPRESSION', expression)]);
      return JSON.parse(said.split('\n').at(-2) ?? 'null') as unknown;
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
  site.build();
  // This site has no feed, and Bengal 0.5.1 takes a missing one for a lost output: it would never skip a build.
  writeFileSync(join(path, 'public/rss.xml'), '');
  return site;
}

const READ_BY_BENGAL = `
import json, pathlib
from bengal.cache.build_cache import BuildCache
cache = BuildCache.load(pathlib.Path(".bengal/cache.json"), site_root=pathlib.Path(".").resolve())
assert not cache._recovered_from_error
print()
print(json.dumps(EXPRESSION))
`;

describe('real Bengal', { skip: whyNot() }, () => {
  test('skips a build with the cache that we saved unchanged', async () => {
    await using site = await builtSite();
    assert.match(site.build('--incremental'), /No changes detected - build skipped/);
    const cache = await BuildCache.load(join(site.path, '.bengal'), { warn: (sentence) => assert.fail(sentence) });
    const tracked = [...cache.maps.fileFingerprints.keys()];
    await cache.save();
    assert.equal(site.asBengalReads('len(cache.file_fingerprints)'), tracked.length);
    assert.match(site.build('--incremental'), /No changes detected - build skipped/);
  });

  test('reads what we changed, and skips a build with it', async () => {
    await using site = await builtSite();
    const folder = join(site.path, '.bengal');
    const cache = await BuildCache.load(folder);
    // Every table is taken apart and written anew, in canonical form.
    cache.updateFile('content/about.md');
    cache.addDependency('content/about.md', 'templates/page.html');
    cache.addTaxonomyDependency('tag:watch', 'content/about.md');
    const pages = cache.pagesForTag('watch');
    cache.updateTags('content/about.md', ['Watch', 'İstanbul']);
    cache.recordPageTemplates(join(site.path, 'content/about.md'), ['page.html']);
    cache.trackOutput('content/about.md', 'public/about/index.html', 'public');
    cache.setPageCache('ours', { text: 'é🎉', list: [1, null] });
    const metadata = { title: 'About', tags: ['é🎉', 'x'], weight: 2, draft: false };
    const terms = { metadata, template: 'page.html', parserVersion: 'p', outputDir: 'public' };
    cache.storeParsedContent('content/about.md', { html: '<p>é', toc: '', tocItems: [] }, terms);
    cache.storeRenderedOutput('content/about.md', { html: '<html>é', dependencies: ['templates/page.html'] }, terms);
    cache.cacheValidationResults('content/about.md', { validator: 'links', results: [{ message: 'm' }] });
    await cache.save();
    const asked = {
      pages: 'sorted(cache.taxonomy_index.get_pages_for_tag("watch"))',
      tags: 'sorted(cache.taxonomy_index.get_previous_tags("content/about.md"))',
      affected: 'sorted(cache.get_affected_pages(pathlib.Path("templates/page.html")))',
      outputs: 'cache.output_sources',
      synthetic: 'cache.get_page_cache("ours")',
      changed: 'cache.is_changed(pathlib.Path("content/about.md"))',
      parsed: `cache.get_parsed_content(pathlib.Path("content/about.md"), ${python(metadata)}, "page.html", "p")["html"]`,
      rendered: `cache.get_rendered_output(pathlib.Path("content/about.md"), "page.html", ${python(metadata)}, pathlib.Path("public"))`,
      checked: 'cache.get_cached_validation_results(pathlib.Path("content/about.md"), "links")',
    };
    assert.deepEqual(
      site.asBengalReads(
        `{${Object.entries(asked)
          .map(([name, code]) => `"${name}": ${code}`)
          .join(', ')}}`,
      ),
      {
        pages: [...pages, 'content/about.md'].sort(),
        tags: ['Watch', 'İstanbul'],
        affected: ['content/about.md'],
        outputs: { 'about/index.html': 'content/about.md' },
        synthetic: { text: 'é🎉', list: [1, null] },
        changed: false,
        parsed: '<p>é',
        rendered: '<html>é',
        checked: [{ message: 'm' }],
      },
    );
    assert.match(site.build('--incremental'), /No changes detected - build skipped/);
  });

  test('reads a fresh cache that we saved as one of its own', async () => {
    await using site = await builtSite();
    const cache = BuildCache.fresh(join(site.path, '.bengal'));
    cache.updateFile('content/about.md');
    await cache.save();
    assert.deepEqual(site.asBengalReads('[list(cache.file_fingerprints), cache.version, cache.config_hash]'), [
      ['content/about.md'],
      8,
      null,
    ]);
  });

  test('waits for the lock that we hold', async () => {
    await using site = await temporaryFolder();
    const take = `
import pathlib
from bengal.utils.io.file_lock import LockAcquisitionError, file_lock
try:
    with file_lock(pathlib.Path(".bengal/cache.json"), exclusive=EXCLUSIVE, timeout=0.3):
        print("taken")
except LockAcquisitionError:
    print("held")
`;
    const tryTo = (exclusive: 'True' | 'False'): string =>
      spawnSync(PYTHON, ['-c', take.replace('EXCLUSIVE', exclusive)], {
        cwd: site.path,
        encoding: 'utf8',
      }).stdout.trim();
    const folder = join(site.path, '.bengal');
    assert.equal(await withCacheLock({ folder, kind: 'exclusive' }, async () => tryTo('False')), 'held');
    assert.equal(await withCacheLock({ folder, kind: 'shared' }, async () => tryTo('False')), 'taken');
    assert.equal(await withCacheLock({ folder, kind: 'shared' }, async () => tryTo('True')), 'held');
    assert.equal(tryTo('True'), 'taken');
  });
});

/** A value as Python writes it: JSON but for three words. */
function python(value: object): string {
  const words: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: 'None' };
  return JSON.stringify(value).replaceAll(/(?<=:)(true|false|null)(?=[,}])/g, (word) => words[word] ?? word);
}
