/**
 * Makes a real Bengal callable: `node scripts/install-bengal.ts [FOLDER [VERSION]]` leaves `FOLDER/bin/bengal` and
 * `FOLDER/bin/python` behind (FOLDER is `.cache/bengal` of this project unless told, VERSION the one that we test with).
 * A second run returns at once.
 *
 * FOLDER is a virtual environment of the first Python 3.14 (Bengal needs `compression.zstd`) that can be had: one on
 * the PATH, the one of this project's own Bengal, else, on Debian, the one of the testing suite, unpacked below FOLDER.
 * That takes no root, no chroot and no mount, and leaves the packages of the machine alone.
 *
 * Exits with 0 when Bengal is there, 2 when called wrongly, 3 with one line that says why Bengal cannot be had here.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

const VERSION = '0.5.1';
const OWN = join(import.meta.dirname, '..', '.cache', 'bengal');
const CANNOT = 3;

interface Interpreter {
  readonly command: string;
  /** A wheel to run pip from. Without one the interpreter puts pip into its environments itself. */
  readonly pipWheel?: string;
}

/** Why Bengal cannot be had on this machine. Not a bug: tests that want Bengal skip with this message. */
class Unavailable extends Error {}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unavailable)) throw error;
  console.error(`Bengal cannot be installed: ${error.message}`);
  process.exitCode = CANNOT;
}

function main(args: readonly string[]): number {
  const folder = resolve(args[0] ?? OWN);
  const version = args[1] ?? VERSION;
  if (args.length > 2 || args[0]?.startsWith('-') === true || !/^[\d.]+\w*$/.test(version) || isForeign(folder)) {
    console.error(
      'Usage: node scripts/install-bengal.ts [FOLDER [VERSION]], where FOLDER is new, empty or from an earlier run',
    );
    return 2;
  }
  if (!isComplete(folder, version)) install(folder, version);
  console.log(join(folder, 'bin', 'bengal'));
  return 0;
}

function install(folder: string, version: string): void {
  if (process.platform === 'win32') throw new Unavailable('this script knows POSIX systems only');
  console.error(`Installing ${requirement(version)} into ${folder}`);
  // An interrupted run may have left half of anything, and a virtual environment does not survive a move.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(noteOf(folder), 'unfinished\n');
  const interpreter = interpreterOnPath() ?? interpreterOfProject(folder) ?? interpreterFromDebian(folder);
  installBengal(folder, version, interpreter);
  writeFileSync(noteOf(folder), completionNote(folder, version));
}

function requirement(version: string): string {
  return `bengal==${version}`;
}

// The note in FOLDER tells a whole installation from an interrupted one, and our folder from one we must not clear.

function noteOf(folder: string): string {
  return join(folder, 'install-bengal.txt');
}

function completionNote(folder: string, version: string): string {
  return `${requirement(version)} in ${folder}\n`;
}

function isForeign(folder: string): boolean {
  return existsSync(folder) && !existsSync(noteOf(folder)) && readdirSync(folder).length > 0;
}

/** Follows the links of the environment, so an interpreter that has gone since then counts as incomplete. */
function isComplete(folder: string, version: string): boolean {
  const note = noteOf(folder);
  return (
    existsSync(note) &&
    readFileSync(note, 'utf8') === completionNote(folder, version) &&
    ['python', 'bengal'].every((program) => existsSync(join(folder, 'bin', program)))
  );
}

function installBengal(folder: string, version: string, { command, pipWheel }: Interpreter): void {
  const withoutPip = pipWheel === undefined ? [] : ['--without-pip'];
  run('create a virtual environment', [command, '-m', 'venv', ...withoutPip, folder]);
  const env = pipWheel === undefined ? process.env : { ...process.env, PYTHONPATH: pipWheel };
  const wanted = requirement(version);
  run(`install ${wanted}`, [join(folder, 'bin', 'python'), '-m', 'pip', 'install', wanted], env);
}

function interpreterOnPath(): Interpreter | undefined {
  const command = ['python3', 'python', 'python3.14'].find(isUsable);
  return command === undefined ? undefined : { command };
}

/** Debian and its like ship Pythons that cannot create environments before a further package is installed. */
function isUsable(command: string): boolean {
  const probe = 'import sys, venv, ensurepip; ensurepip.version(); sys.exit(sys.version_info < (3, 14))';
  try {
    execFileSync(command, ['-c', probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What an earlier run has unpacked for this project's own Bengal. */
function interpreterOfProject(folder: string): Interpreter | undefined {
  const root = join(OWN, 'debian');
  const command = join(root, 'usr/bin/python3.14');
  if (folder === OWN || !existsSync(command)) return undefined;
  return { command, pipWheel: pipWheelBelow(root) };
}

function pipWheelBelow(root: string): string {
  return findOne(join(root, 'usr/share/python-wheels'), /^pip-.*\.whl$/);
}

function interpreterFromDebian(folder: string): Interpreter {
  const release = debianRelease();
  if (release === undefined) {
    throw new Unavailable(
      'there is no Python 3.14 or newer on the PATH, and only on Debian do we know where to get one',
    );
  }
  const root = join(folder, 'debian');
  const scratch = join(folder, 'apt');
  downloadFromFirst(mirrors(release), scratch);
  unpackPackages(join(scratch, 'cache', 'archives'), root);
  rmSync(scratch, { recursive: true });
  return { command: wrapInterpreter(root), pipWheel: pipWheelBelow(root) };
}

/** The code name of the Debian that this is, if it is one. */
function debianRelease(): string | undefined {
  const description = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/m.test(description) ? /^VERSION_CODENAME="?([a-z]+)/m.exec(description)?.[1] : undefined;
}

/** Where this machine gets Debian from, read off the files that `apt-get update` would fetch. */
function mirrors(release: string): string[] {
  const files = run('read the configured apt sources', ['apt-get', 'update', '--print-uris']);
  const found = [...files.matchAll(/^'(\S+)\/dists\/([^/\s]+)\/InRelease'/gm)].filter(
    ([, , suite]) => suite === release || suite === 'stable',
  );
  return [...new Set(found.map(([, mirror = '']) => mirror))];
}

/** Other archives name their suites like Debian does, but only a mirror of Debian has the packages. */
function downloadFromFirst(candidates: readonly string[], scratch: string): void {
  let failure = new Unavailable('the apt sources of this machine name no mirror of Debian');
  for (const [index, mirror] of candidates.entries()) {
    try {
      downloadPackages(mirror, scratch);
      return;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      if (index === 0) failure = error;
    }
  }
  throw failure;
}

/**
 * Lets apt itself resolve, fetch and verify Python 3.14 of the testing suite with every library below it, for an
 * imaginary system that has nothing installed. How this machine reaches the mirror stays as configured.
 */
function downloadPackages(mirror: string, scratch: string): void {
  for (const part of ['state/lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(scratch, part), { recursive: true });
  }
  const status = join(scratch, 'state', 'status');
  const sources = join(scratch, 'testing.list');
  writeFileSync(status, '');
  writeFileSync(sources, testingSource(mirror));
  const apt = [
    `Dir::State=${join(scratch, 'state')}`,
    `Dir::State::status=${status}`,
    `Dir::Cache=${join(scratch, 'cache')}`,
    `Dir::Etc::SourceList=${sources}`,
    'Dir::Etc::SourceParts=/dev/null',
    'Dir::Etc::Preferences=/dev/null',
    'Dir::Etc::PreferencesParts=/dev/null',
    'APT::Update::Error-Mode=any',
    'APT::Default-Release=',
    'APT::Install-Recommends=false',
    'Acquire::Languages=none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
  ].map((option) => `--option=${option}`);
  run('read the package lists of Debian testing', ['apt-get', ...apt, 'update']);
  // Wheels may lean on the C++ library, which Python itself does without.
  const packages = ['python3.14-venv', 'libstdc++6'];
  run('download Python 3.14', ['apt-get', ...apt, 'install', '--download-only', '--yes', ...packages]);
}

function testingSource(mirror: string): string {
  return `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} testing main\n`;
}

/** Unpacks without installing: Python needs no package's set-up scripts. */
function unpackPackages(archives: string, root: string): void {
  for (const archive of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    run(`unpack ${archive}`, ['dpkg-deb', '--extract', join(archives, archive), root]);
  }
}

/**
 * Puts a script in the interpreter's place that starts it with the C library it was built for, which is newer than the
 * machine's own. Only this process gets those libraries: programs that Python starts find the machine's. `--argv0` lets
 * Python take the script for its executable, so environments link to it and child interpreters come through it too.
 */
function wrapInterpreter(root: string): string {
  const libraries = findOne(join(root, 'usr/lib'), /-linux-gnu/);
  const loader = findOne(libraries, /^ld-linux.*\.so\.\d+$/);
  const command = join(root, 'usr/bin/python3.14');
  const binary = `${command}.binary`;
  renameSync(command, binary);
  const call = [loader, '--inhibit-cache', '--library-path', libraries].map(quoted).join(' ');
  writeFileSync(command, `#!/bin/sh\nexec ${call} --argv0 "$0" ${quoted(binary)} "$@"\n`);
  chmodSync(command, 0o755);
  return command;
}

function findOne(folder: string, pattern: RegExp): string {
  const name = readdirSync(folder).find((entry) => pattern.test(entry));
  if (name === undefined) throw new Error(`Expected a file like ${String(pattern)} in ${folder}`);
  return join(folder, name);
}

/** One word for the shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Runs a step that depends on the machine and the network; its failure means that Bengal cannot be had here. */
function run(step: string, [command, ...args]: readonly [string, ...string[]], env = process.env): string {
  try {
    return execFileSync(command, args, {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    throw new Unavailable(`could not ${step}: ${lastWords(error)}`);
  }
}

/** The last line that a failed command printed, or what kept it from starting. */
function lastWords(error: unknown): string {
  const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
  const words = stderr?.trim().split('\n').at(-1) ?? '';
  return words === '' ? message : words;
}
