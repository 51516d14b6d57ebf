import { lookThrough } from '../disk/look.ts';
import { closeSync, openSync, readSync, realpathSync } from '../disk/node.ts';
import { atBest } from '../disk/outcome.ts';
import { delimiter, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import type { Variables } from './environment.ts';

/** A way to start a Python, and in whose name it was found. */
export interface Interpreter {
  /** Program, absolute or to be found on the PATH, and arguments before those of Python. */
  readonly command: readonly [program: string, ...args: readonly string[]];
  /** Where it was found, in words. */
  readonly from: string;
}

/** Where strangers can bring a job that has secrets to handle their code, nothing that lies in the checkout may run. */
export type InterpreterReach = 'anywhere' | 'outside-checkout';

export interface InterpreterSearch {
  /** Site root, absolute. */
  readonly site: string;
  /** Checkout that the site lies in, absolute. */
  readonly workspace: string;
  /** `python` as the workflow names it: a path relative to the workspace, or a name on the PATH. */
  readonly given: string | undefined;
  readonly variables: Variables;
  /** Whose interpreters may run; any, where nothing else is said. */
  readonly reach?: InterpreterReach | undefined;
  /** Node's name of the system. */
  readonly platform: string;
}

/** Enough for the first lines of a script, however long the path of its interpreter is. */
const HEAD_BYTES = 4096;

/**
 * Pythons that may have the Bengal of this job, the likeliest first. The one given by hand counts alone. Then comes the
 * one that runs the `bengal` on the PATH, since that is what a build step starts; virtual environments; any Python on
 * the PATH; and uv, which finds a project's environment by rules of its own.
 */
export function findInterpreters(search: InterpreterSearch): Interpreter[] {
  const { given, workspace, site, variables } = search;
  if (given !== undefined) {
    const isPath = /[\\/]/.test(given);
    const named = isPath
      ? resolve(workspace, given)
      : search.reach === 'outside-checkout'
        ? onPath(given, search)
        : given;
    return named === undefined || !mayRun(named, search) ? [] : [{ command: [named], from: 'the input python' }];
  }
  const environments = [
    [variables['VIRTUAL_ENV'], 'VIRTUAL_ENV'],
    [variables['UV_PROJECT_ENVIRONMENT'], 'UV_PROJECT_ENVIRONMENT'],
    [join(site, '.venv'), '.venv of the site'],
    [join(workspace, '.venv'), '.venv of the workspace'],
  ] as const;
  const found = [
    ...interpretersOfBengal(search),
    ...environments.flatMap(([folder, from]) =>
      folder === undefined || folder === ''
        ? []
        : interpretersIn(resolve(workspace, folder), search).map((path): Interpreter => ({ command: [path], from })),
    ),
    ...pythonsOnPath(search),
    ...uv(search),
  ];
  const seen = new Set<string>();
  const permitted = found.filter(({ command: [program] }) => mayRun(program, search));
  return permitted.filter(({ command }) => !seen.has(command.join('\0')) && seen.add(command.join('\0')));
}

/** Two names in one folder are one installation. */
function pythonsOnPath(search: InterpreterSearch): Interpreter[] {
  const [first, second] = [onPath('python3', search), onPath('python', search)];
  const other = first !== undefined && second !== undefined && dirname(first) === dirname(second) ? undefined : second;
  return [first, other].flatMap((path) =>
    path === undefined ? [] : [{ command: [path], from: `${path} on the PATH` }],
  );
}

/** A script names its interpreter in its first line; beside any other kind of launcher there may be one. */
function interpretersOfBengal(search: InterpreterSearch): Interpreter[] {
  const script = onPath('bengal', search);
  if (script === undefined) return [];
  const named = interpreterOfScript(headOf(script));
  const from = 'bengal on the PATH';
  if (named !== undefined) {
    const path = isAbsolute(named) ? named : onPath(named, search);
    if (path !== undefined) return [{ command: [path], from }];
  }
  const folder = dirname(script);
  const beside = search.platform === 'win32' ? [folder, dirname(folder)] : [folder];
  return beside
    .flatMap((place) => programsIn(place, ['python3', 'python'], search.platform))
    .map((path) => ({ command: [path], from }));
}

/** The Python that a script is run with: `#!/path/python`, `#!/usr/bin/env python3`, or a shell's `exec` of a long path. */
export function interpreterOfScript(head: string): string | undefined {
  const [first = '', second = ''] = head.split(/\r?\n/);
  if (!first.startsWith('#!')) return undefined;
  const inShell = /^'''exec'?\s+(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(second);
  const words = first.slice(2).trim().split(/\s+/);
  const program = inShell
    ? (inShell[1] ?? inShell[2] ?? inShell[3])
    : /(?:^|\/)env$/.test(words[0] ?? '')
      ? words.slice(1).find((word) => !word.startsWith('-'))
      : words[0];
  return program !== undefined && /(?:^|[\\/])(?:python|pypy)[\d.]*t?(?:\.exe)?$/i.test(program) ? program : undefined;
}

function headOf(path: string): string {
  const bytes = Buffer.alloc(HEAD_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.toString('utf8', 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    // What cannot be read names no interpreter; the next candidate may.
    return '';
  }
}

function interpretersIn(environment: string, { platform }: InterpreterSearch): string[] {
  const folder = join(environment, platform === 'win32' ? 'Scripts' : 'bin');
  return programsIn(folder, ['python3', 'python'], platform).slice(0, 1);
}

function uv(search: InterpreterSearch): Interpreter[] {
  if (search.reach === 'outside-checkout') return [];
  const program = onPath('uv', search);
  const project = [search.site, search.workspace].find((folder) => isFile(join(folder, 'pyproject.toml')));
  if (program === undefined || project === undefined) return [];
  // Nothing is installed or changed for a mere question.
  return [{ command: [program, 'run', '--project', project, '--no-sync', '--offline', 'python'], from: 'uv run' }];
}

/** Neither by its name nor by where its links lead may a program lie in the checkout. */
function mayRun(program: string, { reach, workspace, site }: InterpreterSearch): boolean {
  if (reach !== 'outside-checkout') return true;
  const checkouts = [workspace, site].flatMap((folder) => [folder, realPath(folder)]);
  return [program, dirname(program), realPath(program), realPath(dirname(program))].every((path) =>
    checkouts.every((folder) => path !== folder && !path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)),
  );
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // What is not there leads nowhere.
    return path;
  }
}

function onPath(name: string, search: InterpreterSearch): string | undefined {
  const { variables, platform } = search;
  const path = Object.entries(variables).find(([variable]) => variable.toUpperCase() === 'PATH')?.[1] ?? '';
  return path
    .split(platform === 'win32' ? ';' : delimiter)
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => programsIn(folder, [name], platform))
    .find((program) => mayRun(program, search));
}

function programsIn(folder: string, names: readonly string[], platform: string): string[] {
  const endings = platform === 'win32' ? ['.exe', ''] : [''];
  return names.flatMap((name) => endings.map((ending) => join(folder, `${name}${ending}`))).filter(isFile);
}

/** A folder on the PATH that this user may not look into gives no program: a shell passes over it as well. */
function isFile(path: string): boolean {
  return atBest(lookThrough(path))?.isFile() === true;
}
