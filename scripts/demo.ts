/**
 * The main job, end to end, on the sample site: what a workflow does with the action, here with the committed bundle,
 * a folder as the cache store, and a local git repository in place of GitHub.
 *
 *   npm run demo -- [--edit NAME]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_EDITS, type DemoEdit } from './demo-edits.ts';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist', 'cli.js');
const example = join(root, 'examples', 'lighthouse');
/** What a job's own Bengal would tell; the recorded state was built with these. */
const BUILT_WITH = ['--environment', 'production', '--bengal-version', '0.5.1', '--python-version', '3.14'];
/** However old the recorded build is by now. */
const WHENEVER = ['--full-every', 'never'];

function main(): void {
  const { edit, name } = readArguments();
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'bengal-cache-demo-')));
  // On GitHub every job of a repository checks out into the same folder.
  const [repository, checkout, store] = ['repository', 'checkout', 'store'].map((folder) => join(scratch, folder)) as [
    string,
    string,
    string,
  ];
  step(
    '1  The last build',
    'a checkout of the sample site, and what Bengal 0.5.1 built in it and we recorded is saved',
  );
  cpSync(join(example, 'site'), repository, { recursive: true });
  commit(repository, 'The site');
  run('git', ['clone', '--quiet', repository, checkout], scratch);
  cpSync(join(example, 'recorded'), checkout, { recursive: true });
  bengalCache(['save', '--site', checkout, '--store', store, ...BUILT_WITH]);
  rmSync(checkout, { recursive: true });

  step(
    '2  The next job',
    `a fresh checkout, with an edit: ${edit.what} (--edit ${name}; others: ${Object.keys(DEMO_EDITS).join(', ')})`,
  );
  run('git', ['clone', '--quiet', repository, checkout], scratch);
  edit.apply(checkout);
  if (run('git', ['status', '--porcelain'], checkout) !== '') commit(checkout, 'The edit');
  bengalCache(['restore', '--site', checkout, '--store', store, ...BUILT_WITH]);

  step('3  What has to be built?', '');
  const files = {
    report: join(scratch, 'report.json'),
    summary: join(scratch, 'summary.md'),
    picture: join(scratch, 'picture.mmd'),
  };
  const fileOptions = Object.entries(files).flatMap(([option, file]) => [`--${option}`, file]);
  bengalCache(['report', '--prepare', '--site', checkout, ...fileOptions, ...BUILT_WITH, ...WHENEVER]);
  build({ checkout, store, report: files.report });

  step('Have a look', '');
  for (const [what, file] of Object.entries({ ...files, site: checkout, store })) print(`${what.padEnd(8)} ${file}`);
}

/** With Bengal on the PATH, the job goes on: build as the report says, record, save. */
function build({ checkout, store, report }: { checkout: string; store: string; report: string }): void {
  if (!onPath('bengal')) {
    step('4  Build and save', 'left out: there is no bengal on the PATH');
    return;
  }
  const { gate } = JSON.parse(readFileSync(report, 'utf8')) as { gate: { mode: string; buildArgs: string[] } };
  step(
    '4  Build and save',
    gate.mode === 'skip' ? 'nothing to build' : `bengal build --environment production ${gate.buildArgs.join(' ')}`,
  );
  if (gate.mode === 'skip') return;
  const started = performance.now();
  // The preparation left there what the build needs in its environment.
  const command = '. ./.bengal-cache/build.env && exec bengal build --environment production "$@"';
  run('sh', ['-c', command, 'sh', ...gate.buildArgs], checkout);
  print(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  bengalCache(['record', '--site', checkout, ...BUILT_WITH]);
  bengalCache(['save', '--site', checkout, '--store', store, ...BUILT_WITH]);
}

function readArguments(): { edit: DemoEdit; name: string } {
  const { values } = parseArgs({ options: { edit: { type: 'string', default: 'template' } } });
  const edit = Object.hasOwn(DEMO_EDITS, values.edit) ? DEMO_EDITS[values.edit] : undefined;
  if (edit === undefined)
    fail(`Option --edit: expected ${Object.keys(DEMO_EDITS).join(', ')}, got ${JSON.stringify(values.edit)}`, 2);
  if (!existsSync(cli)) fail('dist/cli.js is missing: run npm run build', 1);
  return { edit, name: values.edit };
}

function bengalCache(args: readonly string[]): void {
  print(run(process.execPath, [cli, ...args], root).trimEnd());
}

function commit(folder: string, message: string): void {
  run('git', ['init', '--quiet', '--initial-branch', 'main', '.'], folder);
  run('git', ['add', '--all'], folder);
  run(
    'git',
    ['-c', 'user.name=Keeper', '-c', 'user.email=keeper@lighthouse.example', 'commit', '--quiet', '--message', message],
    folder,
  );
}

/** Runs a program and returns what it printed; ends the demo with its error when it fails. */
function run(program: string, args: readonly string[], cwd: string): string {
  const result = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (result.status !== 0) fail(`${program} ${args.join(' ')} failed: ${result.error?.message ?? result.stderr}`, 1);
  return result.stdout;
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function step(title: string, what: string): void {
  print(`\n== ${title}${what === '' ? '' : `: ${what}`}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(message: string, status: number): never {
  process.stderr.write(`demo: ${message}\n`);
  process.exit(status);
}

main();
