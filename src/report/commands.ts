import type { Decision } from '../gate/decision.ts';
import type { Report } from './report.ts';

/** Options of the command line by name, as they were given to us: `environment` -> `production`. */
export type GivenOptions = Readonly<Record<string, string>>;

/** Below the site; a POSIX shell reads it. */
const ENVIRONMENT_FILE = './.bengal-cache/build.env';

/** Options that Bengal has under the same name. */
const BENGALS_TOO = ['environment', 'profile', 'config'];

/** What to run, in this order. Nothing where the build can be skipped. */
export function commandsOf({ gate, prepared }: Pick<Report, 'gate' | 'prepared'>, given: GivenOptions): string[] {
  if (gate.mode === 'skip') return [];
  return [...(prepared ? [] : [prepareCommand(given)]), buildCommand(gate, given)];
}

/** The command that prepares the build, for a shell in the folder where the report was asked for. */
export function prepareCommand(given: GivenOptions): string {
  return ['bengal-cache report --prepare', ...optionsOf(given, Object.keys(given))].join(' ');
}

/** The command that builds. Bengal has to be run in the site's own folder. */
export function buildCommand(gate: Pick<Decision, 'buildArgs'>, given: GivenOptions): string {
  const { site = '.' } = given;
  const change = /^(?:\.\/?)?$/.test(site) ? [] : [`cd ${quoted(site)} &&`];
  // The preparation leaves there what the build needs in its environment.
  const variables = [`. ${ENVIRONMENT_FILE} &&`];
  return [...change, ...variables, 'bengal build', shellWords(buildWords(gate, given))].join(' ');
}

/** What stands after `bengal build`, word by word: the site's own options, what the mode asks for, the job's own flags. */
export function buildWords({ buildArgs }: Pick<Decision, 'buildArgs'>, given: GivenOptions): string[] {
  const flags = (given['build-flags'] ?? '').split(/\s+/).filter((flag) => flag !== '');
  return [...wordsOf(given, BENGALS_TOO), ...buildArgs, ...flags.filter((flag) => !buildArgs.includes(flag))];
}

/** Words as one line for a POSIX shell. */
export function shellWords(words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

function optionsOf(given: GivenOptions, names: readonly string[]): string[] {
  return wordsOf(given, names).map(quoted);
}

function wordsOf(given: GivenOptions, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = given[name] ?? '';
    return value === '' ? [] : [`--${name}`, value];
  });
}

/** As a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
