/**
 * `npm run readme`: writes the tables in README.md and in docs/ of the action, stages and deployments: of inputs and outputs from those in
 * src/inputs/, of what was measured from docs/measured-builds.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionPageWithTables, deployPageWithTables, readmeWithTable, stagesPageWithTable } from './readme-tables.ts';

const root = join(import.meta.dirname, '..');
const measured = readFileSync(join(root, 'docs/measured-builds.md'), 'utf8');
for (const [name, withTables] of [
  ['README.md', (text: string) => readmeWithTable(text, measured)],
  ['docs/action.md', actionPageWithTables],
  ['docs/stages.md', stagesPageWithTable],
  ['docs/deploy.md', deployPageWithTables],
] as const) {
  const path = join(root, name);
  writeFileSync(path, withTables(readFileSync(path, 'utf8')));
}
