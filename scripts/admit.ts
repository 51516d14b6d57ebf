/**
 * Admits a version of Bengal, so that pages may be kept in builds with it: runs all that shows whether the trace sees
 * everything in it, and writes its row into the table of versions, or says why not and writes nothing.
 *
 *     npm run admit -- VERSION [--python FILE] [--edits N] [--seed N]
 *
 * Without `--python` that Bengal is installed into `.cache/admit/VERSION`. A version that has no row means full builds.
 * Exits with 0 when the row is there, 1 when it is refused, 2 when called wrongly, 3 when that Bengal cannot be had.
 */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresOf, unknownPlaces } from './audit.ts';
import { mergeRows, type Table } from './admit/table.ts';

const root = join(import.meta.dirname, '..');
const COMPANION = join(root, 'companion');
const TABLE = join('bengal_cache_companion', 'versions.json');
const KNOWN = join(COMPANION, 'tests/audit/known_state.json');
const PACKAGE = 'bengal';

/** Why a version is not admitted. */
class Refused extends Error {}

if (import.meta.main) process.exitCode = main();

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      python: { type: 'string' },
      edits: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [version] = positionals;
  if (version === undefined || positionals.length > 1 || !/^[\d.]+\w*$/.test(version)) {
    return say(2, 'Usage: npm run admit -- VERSION [--python FILE] [--edits N] [--seed N]');
  }
  const python = values.python === undefined ? install(version) : resolve(values.python);
  if (python === undefined || !existsSync(python)) return say(3, `Bengal ${version} cannot be had here`);
  try {
    admit(version, python, ['-n', values.edits, '--seed', values.seed]);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return say(1, `Bengal ${version} is not admitted: ${error.message}`);
  }
}

function install(version: string): string | undefined {
  const folder = join(root, '.cache', 'admit', version);
  const script = join(root, 'scripts', 'install-bengal.ts');
  const { status } = spawnSync(process.execPath, [script, folder, version], { stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0 ? join(folder, 'bin', 'python') : undefined;
}

/** From what is quick and tells most to what takes long. */
function admit(version: string, python: string, edits: readonly string[]): void {
  const rows = rowsOf(version, python);
  tell('every function that is stood in for is there');
  const unknown = unknownPlaces(python);
  if (unknown.length > 0) {
    const list = unknown.map((place) => `\n    ${place}`).join('');
    throw new Refused(
      `${String(unknown.length)} places of it that could hide what a page reads have not been looked at. Each needs a ` +
        `hook, or a line in companion/tests/audit/known_state.json that says why it needs none:${list}`,
    );
  }
  tell('every cache, clock and way out of it is known');
  for (const [what, passed, options] of [
    ['equal', 'recording changes no page', []],
    ['steady', 'with nothing edited every page holds', []],
    ['order', 'pages read the same, whichever comes first', []],
    ['random', 'nothing was missed', edits],
  ] as const) {
    const figures = figuresOf(what, options, python);
    if (figures.missed.length > 0) throw new Refused(`audit ${what}: ${JSON.stringify(figures.missed.slice(0, 3))}`);
    tell(`${passed} (${String(figures.pages)} pages, ${String(figures.edits)} edits)`);
  }
  checkEquality(rows, python);
  tell('builds that keep pages equal full builds');
  const before = readFileSync(join(COMPANION, TABLE), 'utf8');
  const after = mergeRows(before, rows);
  writeFileSync(join(COMPANION, TABLE), after);
  addKnownVersion(version);
  tell(before === after ? `its row in ${TABLE} is as it was` : `its row was written into ${TABLE}`);
}

function rowsOf(version: string, python: string): Table {
  const { status, stdout, stderr } = run(python, ['-m', 'bengal_cache_companion.versions'], { PYTHONPATH: COMPANION });
  if (status !== 0) throw new Refused(`what the companion stands in for is not all there: ${lastLine(stderr)}`);
  const rows = JSON.parse(stdout) as Table;
  const [found] = Object.keys(rows[PACKAGE] ?? {});
  if (found !== version) throw new Refused(`${python} has Bengal ${found ?? '(none)'}`);
  return rows;
}

/** With a copy of the companion that knows the version already: the table itself is written last. */
function checkEquality(rows: Table, python: string): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bengal-admit-')));
  try {
    const companion = join(folder, 'companion');
    cpSync(COMPANION, companion, { recursive: true });
    writeFileSync(join(companion, TABLE), mergeRows(readFileSync(join(COMPANION, TABLE), 'utf8'), rows));
    const script = join(root, 'scripts', 'equality.ts');
    const bengal = join(dirname(python), 'bengal');
    const args = [script, '--short', '--bengal', bengal, '--companion', companion];
    const { status, stdout, stderr } = run(process.execPath, args);
    if (status !== 0) throw new Refused(`a build that keeps pages is not what a full one is:\n${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function addKnownVersion(version: string): void {
  const known = JSON.parse(readFileSync(KNOWN, 'utf8')) as { versions: string[] };
  known.versions = [...new Set([...known.versions, version])].sort();
  writeFileSync(KNOWN, `${JSON.stringify(known, undefined, 2)}\n`);
}

function run(
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, ...variables } });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function tell(passed: string): void {
  process.stdout.write(`  ${passed}\n`);
}

function say(status: number, text: string): number {
  process.stderr.write(`${text}\n`);
  return status;
}
