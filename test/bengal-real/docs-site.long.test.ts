import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { BENGAL } from '../../scripts/gate-suite/bengal-site.ts';
import { layOutDocs } from '../../scripts/docs-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const skip = (process.env['REAL_BENGAL'] !== '1' || !existsSync(BENGAL)) && 'real Bengal is not asked for, or not here';
/** What is linked from texts; themes add links of their own, which are checked alike. */
const LINK = /<a\b[^>]*\bhref="([^"]*)"/g;

test('the documentation builds as a site, and every link in it leads to a page or a heading', { skip }, async () => {
  await using folder = await temporaryFolder();
  layOutDocs(folder.path);
  const built = spawnSync(BENGAL, ['build', '--no-incremental', '--environment', 'production'], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const output = join(folder.path, 'public');
  const pages = globSync('**/*.html', { cwd: output }).map((page) => page.replaceAll('\\', '/'));
  assert.ok(pages.length >= 13, pages.join(' '));
  const wrong = pages.filter((page) => page !== '404.html').flatMap((page) => brokenLinks(output, page));
  assert.deepEqual(wrong, []);
});

function brokenLinks(output: string, page: string): string[] {
  const text = readFileSync(join(output, page), 'utf8');
  const links = [...text.matchAll(LINK)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
  return links.filter((link) => !leadsSomewhere(output, page, link)).map((link) => `${page}: ${link}`);
}

function leadsSomewhere(output: string, page: string, link: string): boolean {
  const url = new URL(link, `https://OWNER.github.io/bengal-cache/${posix.dirname(page)}/`);
  // What lies elsewhere was not built here.
  if (url.host !== 'owner.github.io' || !url.pathname.startsWith('/bengal-cache/'))
    return /^(?:https?|mailto):/.test(url.protocol);
  const path = join(output, decodeURIComponent(url.pathname.slice('/bengal-cache/'.length)));
  const file = existsSync(join(path, 'index.html')) ? join(path, 'index.html') : path;
  if (!existsSync(file)) return false;
  const anchor = decodeURIComponent(url.hash.slice(1));
  return anchor === '' || !file.endsWith('.html') || readFileSync(file, 'utf8').includes(`id="${anchor}"`);
}
