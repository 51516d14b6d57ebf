import { lstatSync, statSync, type BigIntStats, type Stats } from './node.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/** What stands at a path; a symbolic link is one. */
export function look(path: string): Outcome<Stats> {
  return outcomeOf(path, () => lstatSync(path, { throwIfNoEntry: false }));
}

/** The same to the nanosecond. */
export function lookExactly(path: string): Outcome<BigIntStats> {
  return outcomeOf(path, () => lstatSync(path, { throwIfNoEntry: false, bigint: true }));
}

/** What stands where a path leads to, through symbolic links. */
export function lookThrough(path: string): Outcome<Stats> {
  return outcomeOf(path, () => statSync(path, { throwIfNoEntry: false }));
}

/** Both: through symbolic links, to the nanosecond. */
export function lookExactlyThrough(path: string): Outcome<BigIntStats> {
  return outcomeOf(path, () => statSync(path, { throwIfNoEntry: false, bigint: true }));
}
