/**
 * The main job, end to end, on the sample site: what a workflow does with the action, here with the committed bundle,
 * a folder as the cache store, and a local git repository in place of GitHub.
 *
 * Plain JavaScript, with nothing but what Node brings, so that it runs in a fresh clone before anything is installed,
 * on any Node from 20 on.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DEMO_EDITS } from './demo-edits.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');
const example = join(root, 'examples', 'lighthouse');
/** What a job's own Bengal would tell; the recorded state was built with these. */
const BUILT_WITH = ['--environment', 'production', '--bengal-version', '0.5.1', '--python-version', '3.14'];
/** However old the recorded build is by now. */
const WHENEVER = ['--full-every', 'never'];

const HELP = `Shows the whole job on the sample site: save, restore after an edit, report; and build, where Bengal is on the PATH.

Usage: npm run demo -- [--edit NAME] [--keep FOLDER]

  --edit NAME    what an author does between the two jobs [template]
${Object.entries(DEMO_EDITS)
  .map(([name, { what }]) => `                   ${name.padEnd(12)} ${what}`)
  .join('\n')}
  --keep FOLDER  leave the report, its summary, the picture, the site and the store there; else nothing stays
  --help
`;

/** What ends the demo; its message is for the user. */
class Ended extends Error {
  /**
   * @param {string} message
   * @param {number} status
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** @returns {number} */
function main() {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { name, keep } = options;
  const edit = Object.hasOwn(DEMO_EDITS, name) ? DEMO_EDITS[name] : undefined;
  if (edit === undefined)
    throw new Ended(`Option --edit: expected ${Object.keys(DEMO_EDITS).join(', ')}, got ${JSON.stringify(name)}`, 2);
  if (!existsSync(cli)) throw new Ended('dist/cli.js is missing: run npm run build', 1);
  const folder = keep === undefined ? realpathSync(mkdtempSync(join(tmpdir(), 'bengal-cache-demo-'))) : kept(keep);
  try {
    show(folder, edit);
    if (keep !== undefined)
      step(
        'Have a look',
        readdirSync(folder)
          .map((each) => join(folder, each))
          .join('\n'),
      );
    return 0;
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {{ help: boolean, name: string, keep: string | undefined }} */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: { edit: { type: 'string', default: 'template' }, keep: { type: 'string' }, help: { type: 'boolean' } },
    });
    return { help: values.help === true, name: values.edit, keep: values.keep };
  } catch {
    throw new Ended(`expected --edit NAME, --keep FOLDER or --help, got ${process.argv.slice(2).join(' ')}`, 2);
  }
}

/**
 * @param {string} name
 * @returns {string}
 */
function kept(name) {
  const folder = resolve(name);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Ended(`Option --keep: ${folder} is not empty`, 2);
  return realpathSync(folder);
}

/**
 * @param {string} folder
 * @param {import('./demo-edits.js').DemoEdit} edit
 */
function show(folder, edit) {
  const [repository, store] = [join(folder, 'repository'), join(folder, 'store')];
  // On GitHub every job of a repository checks out into the same folder.
  const checkout = join(folder, 'checkout');
  cpSync(join(example, 'site'), repository, { recursive: true });
  commit(repository, 'The site');
  run('git', ['clone', '--quiet', repository, checkout], folder);
  cpSync(join(example, 'recorded'), checkout, { recursive: true });
  const saved = answer(['save', '--site', checkout, '--store', store, ...BUILT_WITH]);
  step('1  The last build', `What Bengal 0.5.1 built in a checkout is saved: ${saved.files} files, state and output.`);
  rmSync(checkout, { recursive: true });

  run('git', ['clone', '--quiet', repository, checkout], folder);
  edit.apply(checkout);
  if (run('git', ['status', '--porcelain'], checkout) !== '') commit(checkout, 'The edit');
  const restored = answer(['restore', '--site', checkout, '--store', store, ...BUILT_WITH]);
  const from = restored.kind === 'exact' ? 'of the same sources' : 'of the sources before the edit';
  step('2  The next job', `A fresh checkout, with an edit: ${edit.what}.\nRestored: ${restored.files} files ${from}.`);

  const files = Object.entries({ report: 'report.json', summary: 'summary.md', picture: 'picture.mmd' });
  const asked = files.flatMap(([option, file]) => [`--${option}`, join(folder, file)]);
  const text = bengalCache(['report', '--prepare', '--site', checkout, ...asked, ...BUILT_WITH, ...WHENEVER]);
  step('3  What has to be built?', text);
  build({ checkout, store, gate: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).gate });
}

/**
 * With Bengal on the PATH, the job goes on: build as the report says, record, save.
 *
 * @param {{ checkout: string, store: string, gate: { mode: string, buildArgs: string[] } }} job
 */
function build({ checkout, store, gate }) {
  const title = '4  Build and save';
  if (gate.mode === 'skip') return step(title, 'Nothing to build.');
  if (!onPath('bengal')) return step(title, 'Left out: there is no bengal on the PATH.');
  const started = performance.now();
  // The preparation left there what the build needs in its environment.
  const command = '. ./.bengal-cache/build.env && exec bengal build --environment production "$@"';
  run('sh', ['-c', command, 'sh', ...gate.buildArgs], checkout);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  bengalCache(['record', '--site', checkout, ...BUILT_WITH]);
  const saved = answer(['save', '--site', checkout, '--store', store, ...BUILT_WITH]);
  step(
    title,
    `bengal build --environment production ${gate.buildArgs.join(' ')}: ${seconds} s.
Recorded and saved: ${saved.files} files.`,
  );
}

/**
 * @param {readonly string[]} args
 * @returns {string} What people read.
 */
function bengalCache(args) {
  return run(process.execPath, [cli, ...args], root).trimEnd();
}

/**
 * @param {readonly string[]} args
 * @returns {any} What programs read.
 */
function answer(args) {
  return JSON.parse(bengalCache([...args, '--format', 'json']));
}

/**
 * @param {string} folder
 * @param {string} message
 */
function commit(folder, message) {
  const author = ['-c', 'user.name=Keeper', '-c', 'user.email=keeper@lighthouse.example'];
  run('git', ['init', '--quiet', '--initial-branch', 'main', '.'], folder);
  run('git', ['add', '--all'], folder);
  run('git', [...author, 'commit', '--quiet', '--message', message], folder);
}

/**
 * Runs a program and returns what it printed; ends the demo with its error when it fails.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(program, args, cwd) {
  const result = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 });
  if (result.status === 0) return result.stdout;
  throw new Ended(`${program} ${args.join(' ')} failed: ${result.error?.message ?? result.stderr}`, 1);
}

/** @param {string} program */
function onPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/**
 * @param {string} title
 * @param {string} text
 */
function step(title, text) {
  process.stdout.write(`\n== ${title}\n${text}\n`);
}

// Whoever stops the demo stops the program that it waits for; it then ends as after any failure, and leaves nothing.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof Ended)) throw error;
  process.stderr.write(`demo: ${error.message}\n`);
  process.exitCode = error.status;
}
