/** `node scripts/cached-paths.ts`: writes the table in docs/cached-paths.md from the one in src/bengal/cacheable.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHED_PATHS } from '../src/bengal/cacheable.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'cached-paths.md');
const TABLE = /<!-- paths -->[\s\S]*?<!-- \/paths -->/;

/** The page with the table that the source tells better than a person remembers. */
export function pageWithTable(page: string): string {
  if (!TABLE.test(page)) throw new Error('docs/cached-paths.md has no <!-- paths --> ... <!-- /paths -->');
  const rows = CACHED_PATHS.map(({ path, cached, why }) => `| ${path} | ${cached ? 'yes' : '**no**'} | ${why} |`);
  const table = `| path | cached | why |\n|---|---|---|\n${rows.join('\n')}`;
  return page.replace(TABLE, () => `<!-- paths -->\n\n${table}\n\n<!-- /paths -->`);
}

if (import.meta.main) writeFileSync(PAGE, pageWithTable(readFileSync(PAGE, 'utf8')));
