/**
 * Audits the recorder of the companion with real Bengal. What would have been kept is rendered all the same, and compared.
 *
 *     npm run audit:random -- 300 [--seed 2] [--site authors ...]
 *     npm run audit -- equal|steady|order|place|scan [--site ...]
 *
 * `--python PATH` takes another Bengal than the project's own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
export const BENGAL_PYTHON = join(root, '.cache/bengal/bin/python');
const AUDIT = join(root, 'companion/tests/audit');

export interface Audit {
  /** 0: nothing was found. */
  readonly status: number | null;
  /** Its last line is JSON. */
  readonly stdout: string;
  readonly stderr: string;
}

export function audit(what: string, options: readonly string[], python: string = BENGAL_PYTHON): Audit {
  const program = join(AUDIT, what === 'scan' ? 'scan.py' : 'audit.py');
  const args = what === 'scan' ? [program, ...options] : [program, what, ...options];
  const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };
  return spawnSync(python, args, { cwd: AUDIT, encoding: 'utf8', env, maxBuffer: 2 ** 28 });
}

function main(words: readonly string[]): number {
  const [what = 'random', ...rest] = words;
  const at = rest.indexOf('--python');
  const python = at < 0 ? BENGAL_PYTHON : (rest[at + 1] ?? BENGAL_PYTHON);
  const options = at < 0 ? rest : rest.toSpliced(at, 2);
  if (!existsSync(python)) {
    process.stderr.write('There is no Bengal here: node scripts/install-bengal.ts gets it.\n');
    return 1;
  }
  const [number] = options;
  const named = what === 'random' && number !== undefined && /^\d+$/.test(number) ? ['-n', ...options] : options;
  const { status, stdout, stderr } = audit(what, named, python);
  process.stderr.write(stderr);
  process.stdout.write(stdout);
  return status ?? 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
