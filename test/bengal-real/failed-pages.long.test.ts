import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import type { FailedPage } from '../../src/manifest/failed-pages.ts';
import { builtSite, layLighthouse, whyNoBengal, type BuiltSite } from '../support/built-by-bengal.ts';

const INCLUDE = '---\ntitle: Includes\n---\n:::{include} about.md\n:::\n';
const UNCLOSED = '{% extends "base.html" %}{% block content %}{% if %}{% endblock %}';

/** The sample site with one page that Bengal 0.5.1 cannot parse, and one whose template is broken. */
function layBroken(path: string): void {
  layLighthouse(path);
  write(path, 'content/includes.md', INCLUDE);
  write(path, 'templates/broken.html', UNCLOSED);
  write(path, 'content/broken.md', '---\ntitle: Broken\ntemplate: broken.html\n---\nText\n');
}

function write(path: string, name: string, content: string): void {
  mkdirSync(dirname(join(path, name)), { recursive: true });
  writeFileSync(join(path, name), content);
}

async function recordedBuild(site: BuiltSite): Promise<{ build: string; failed: readonly FailedPage[] }> {
  site.build('--no-incremental');
  const recorded = await site.record();
  assert.equal(recorded.kind, 'recorded');
  return { build: recorded.build, failed: recorded.failedPages };
}

describe('pages that real Bengal loses while it exits with 0', { skip: whyNoBengal() }, () => {
  test('are named with its own message, are no full build, and settle when a second build loses them alike', async () => {
    await using site = await builtSite(layBroken);
    const first = await recordedBuild(site);
    assert.equal(existsSync(join(site.path, 'public/includes/index.html')), false);
    assert.deepEqual(
      first.failed.map(({ page, how, repeated }) => [page, how, repeated]),
      [
        ['content/broken.md', 'error-page', false],
        ['content/includes.md', 'not-parsed', false],
      ],
    );
    const [template, include] = first.failed.map(({ message }) => message);
    assert.match(
      template ?? '',
      /^Kida Parse Error \[K-PAR-003\]: Unexpected token: block_end .*templates\/broken\.html:1/,
    );
    assert.equal(include, 'Object of type PosixPath is not JSON serializable');
    assert.equal(first.build, 'partial');
    const second = await recordedBuild(site);
    assert.deepEqual([second.build, second.failed.map(({ repeated }) => repeated)], ['failing', [true, true]]);
    write(site.path, 'content/includes.md', INCLUDE.replace('Includes', 'Included'));
    assert.equal((await recordedBuild(site)).build, 'partial');
    for (const name of ['content/includes.md', 'content/broken.md'])
      write(site.path, name, '---\ntitle: Mended\n---\nText\n');
    assert.deepEqual(await recordedBuild(site), { build: 'full', failed: [] });
  });
});
