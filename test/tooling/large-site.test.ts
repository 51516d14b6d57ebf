import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LARGE_SITE_PAGES, writeLargeSite } from '../../scripts/large-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function filesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const;
    }),
  );
}

test('the large site has its number of pages, the same bytes each time, and links that lead somewhere', async () => {
  await using folder = await temporaryFolder();
  const [one, two] = [join(folder.path, 'one'), join(folder.path, 'two')];
  for (const each of [one, two]) writeLargeSite(each);
  const files = filesIn(one);
  assert.deepEqual(files, filesIn(two));
  const pages = [...files.keys()].filter((path) => path.endsWith('.md'));
  assert.equal(pages.length, LARGE_SITE_PAGES);
  const addresses = new Set(
    pages.map((path) => `/${path.replace(/^content\//, '').replace(/(?:_index)?\.md$/, '/')}`.replaceAll('//', '/')),
  );
  const links = pages.flatMap((path) =>
    Array.from((files.get(path) ?? '').matchAll(/\]\((\/[^)]*)\)/g), ([, link]) => link),
  );
  assert.equal(links.length, LARGE_SITE_PAGES);
  assert.deepEqual(
    links.filter((link) => !addresses.has(link ?? '')),
    [],
  );
});
