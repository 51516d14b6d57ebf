/**
 * `npm run equality:table -- FILE...`: writes docs/measured-gate.md from what runs of the equality suite measured
 * (`npm run equality -- --results FILE`). The last result of each question counts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measuredGate } from './equality/table.ts';
import { readResults } from './equality/results.ts';
import { BENGAL } from './gate-suite/bengal-site.ts';
import { measuredWith } from './measuring-machine.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('usage: npm run equality:table -- FILE...\n');
  process.exitCode = 2;
} else {
  const target = join(import.meta.dirname, '..', 'docs', 'measured-gate.md');
  writeFileSync(target, measuredGate(readResults(files), measuredWith(BENGAL)));
}
