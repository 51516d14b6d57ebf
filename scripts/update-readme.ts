/** `npm run readme`: writes the tables of inputs and outputs in README.md, docs/stages.md and docs/deploy.md from those in src/inputs/. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployPageWithTables, readmeWithTables, stagesPageWithTable } from './readme-tables.ts';

for (const [name, withTables] of [
  ['README.md', readmeWithTables],
  ['docs/stages.md', stagesPageWithTable],
  ['docs/deploy.md', deployPageWithTables],
] as const) {
  const path = join(import.meta.dirname, '..', name);
  writeFileSync(path, withTables(readFileSync(path, 'utf8')));
}
