/** `npm run gate:table`: writes the decision table in docs/gate.md from the rows that the tests hold. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsWithTable } from '../test/gate/table.ts';

const path = join(import.meta.dirname, '..', 'docs', 'gate.md');
writeFileSync(path, docsWithTable(readFileSync(path, 'utf8')));
