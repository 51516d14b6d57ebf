import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { BENGAL } from '../../scripts/gate-suite/bengal-site.ts';
import { layOutDocs } from '../../scripts/docs-site.ts';
import { whyNoBengal } from '../support/built-by-bengal.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const skip = whyNoBengal();
const LINK = /<a\b[^>]*\bhref="([^"]*)"/g;

/** Bengal's default theme links a home page with pages beside it to a section "root", which it does not write (0.5.1). */
const OF_THE_THEME = 'https://OWNER.github.io/bengal-cache/root/';

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
  return links
    .filter((link) => link !== OF_THE_THEME && !leadsSomewhere(output, page, link))
    .map((link) => `${page}: ${link}`);
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
