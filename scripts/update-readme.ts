/** `npm run readme`: writes the tables of inputs and outputs in README.md and docs/stages.md from those in src/inputs/. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeWithTables, stagesPageWithTable } from './readme-tables.ts';

for (const [name, withTables] of [
  ['README.md', readmeWithTables],
  ['docs/stages.md', stagesPageWithTable],
] as const) {
  const path = join(import.meta.dirname, '..', name);
  writeFileSync(path, withTables(readFileSync(path, 'utf8')));
}
