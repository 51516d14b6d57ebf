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
export function buildCommand({ buildArgs }: Decision, given: GivenOptions): string {
  const { site = '.', 'build-flags': flags = '' } = given;
  const change = /^(?:\.\/?)?$/.test(site) ? [] : [`cd ${quoted(site)} &&`];
  const own = flags.split(/\s+/).filter((flag) => flag !== '');
  const args = buildArgs.concat(own.filter((flag) => !buildArgs.includes(flag)).map(quoted));
  // The preparation leaves there what the build needs in its environment.
  const variables = [`. ${ENVIRONMENT_FILE} &&`];
  return [...change, ...variables, 'bengal build', ...optionsOf(given, BENGALS_TOO), ...args].join(' ');
}

function optionsOf(given: GivenOptions, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = given[name] ?? '';
    return value === '' ? [] : [`--${name} ${quoted(value)}`];
  });
}

/** As a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
