import { lstatSync, statSync, type BigIntStats, type Stats } from './node.ts';
import { ifPresent, outcomeOf, type Outcome } from './outcome.ts';

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

/** The same to the nanosecond. */
export function lookThroughExactly(path: string): Outcome<BigIntStats> {
  return outcomeOf(path, () => statSync(path, { throwIfNoEntry: false, bigint: true }));
}

/** Whether a path leads to anything. Throws `DiskTrouble` where nobody can tell. */
export function isThere(path: string): boolean {
  return ifPresent(lookThrough(path)) !== undefined;
}
