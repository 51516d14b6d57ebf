import type { Decision } from '../gate/decision.ts';
import type { Report } from './report.ts';

/** Options of the command line by name, as they were given to us: `environment` -> `production`. */
export type GivenOptions = Readonly<Record<string, string>>;

/** Options that Bengal has under the same name. */
const BENGALS_TOO = ['environment', 'profile', 'config'];

/** What to run, in this order. Nothing where the build can be skipped. */
export function commandsOf({ gate, repair }: Pick<Report, 'gate' | 'repair'>, given: GivenOptions): string[] {
  if (gate.mode === 'skip') return [];
  const prepare = gate.mode === 'incremental' && !repair.done ? [repairCommand(given)] : [];
  return [...prepare, buildCommand(gate, given)];
}

/** The command that prepares the state, for a shell in the folder where the report was asked for. */
export function repairCommand(given: GivenOptions): string {
  return ['bengal-cache report --repair', ...optionsOf(given, Object.keys(given))].join(' ');
}

/** The command that builds. Bengal has to be run in the site's own folder. */
export function buildCommand({ buildArgs }: Decision, given: GivenOptions): string {
  const { site = '.', 'build-flags': flags = '' } = given;
  const change = /^(?:\.\/?)?$/.test(site) ? [] : [`cd ${quoted(site)} &&`];
  const own = flags.split(/\s+/).filter((flag) => flag !== '');
  const args = buildArgs.concat(own.filter((flag) => !buildArgs.includes(flag)).map(quoted));
  return [...change, 'bengal build', ...optionsOf(given, BENGALS_TOO), ...args].join(' ');
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
