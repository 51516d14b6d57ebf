/** `npm run readme`: writes the tables of inputs and outputs in README.md from the table in src/inputs/. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeWithTables } from './readme-tables.ts';

const path = join(import.meta.dirname, '..', 'README.md');
writeFileSync(path, readmeWithTables(readFileSync(path, 'utf8')));
