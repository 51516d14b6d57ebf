import type { BengalFacts, InstalledPackage, PageHash } from '../config/probe-answer.ts';
import type { FlagsVerdict, PackagesVerdict, Versions } from './gate-input.ts';

// Whether the Bengal that this job runs is the one that left the state, and is run in the same way. Pure.

type Installed = ReadonlyMap<string, InstalledPackage>;
type Recorded = ReadonlyMap<string, string>;

const MOST_NAMED = 3;

/** What Bengal is made of decides about every page, and it can change while Bengal's version stays. */
export function judgePackages(recorded: Recorded | undefined, now: Installed | undefined): PackagesVerdict {
  if (recorded === undefined && now === undefined) return { kind: 'not-asked' };
  if (recorded === undefined)
    return { kind: 'unknown', detail: 'nobody recorded the packages that Bengal was made of when it built the state' };
  if (now === undefined)
    return {
      kind: 'unknown',
      detail: 'nobody could tell the packages that Bengal is made of now, and they were recorded',
    };
  const names = [...new Set([...recorded.keys(), ...now.keys()])].sort();
  const differ = names.filter((name) => recorded.get(name) !== now.get(name)?.version);
  if (differ.length > 0) {
    const said = differ
      .slice(0, MOST_NAMED)
      .map((name) => `${name} is ${now.get(name)?.version ?? 'gone'} (was ${recorded.get(name) ?? 'not there'})`);
    const more = differ.length - said.length;
    return {
      kind: 'different',
      detail: `packages that Bengal is made of differ from the recorded ones: ${said.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`,
    };
  }
  const editable = names.find((name) => now.get(name)?.editable === true);
  return editable === undefined
    ? { kind: 'same', count: names.length }
    : { kind: 'unknown', detail: `${editable} is installed from a folder, where it can change without its version` };
}

/** Folders in site-packages whose files are the recorded ones, wherever that lies now: the version vouches for them. */
export function vouchedFolders(recorded: Recorded | undefined, now: Installed | undefined): ReadonlySet<string> {
  if (recorded === undefined || now === undefined) return new Set();
  return new Set(
    [...now].flatMap(([name, { version, editable, folders }]) =>
      !editable && recorded.get(name) === version ? folders : [],
    ),
  );
}

/** What the workflow says by hand, against what the job's own Bengal says. */
export function findVersionConflict(told: Versions, facts: BengalFacts | undefined): string | undefined {
  if (facts === undefined) return undefined;
  const pairs = [
    ['Bengal', 'bengal-version', told.bengal, facts.bengal],
    ['Python', 'python-version', told.python, facts.python],
  ] as const;
  for (const [name, input, said, is] of pairs)
    if (said !== undefined && is !== undefined && said !== is)
      return `the job's ${name} is ${is}, and the input ${input} says ${said}`;
  return undefined;
}

const CLEAN = '--clean-output';

export interface FlagFacts {
  /** Of the manifest; `undefined`: nobody recorded them. */
  readonly recordedFlags: readonly string[] | undefined;
  /** What this job says it gives to every build. */
  readonly flags: readonly string[];
  /** Hashes of the configuration that the pages were recorded with: one, if one build made them all. */
  readonly recordedHashes: ReadonlySet<string>;
  /** What the configuration would give now, by arguments. Empty: unknown. */
  readonly pageHashes: readonly PageHash[];
}

export interface FlagFindings {
  readonly verdict: FlagsVerdict;
  /** The pages carry the hash that this configuration and these arguments give, private settings included. */
  readonly samePageHash: boolean;
  /** The pages were built by a build that was told to clean the output: Bengal takes that for another configuration. */
  readonly cleaned: boolean;
}

/** Arguments such as `--drafts` change the output, and leave no trace in Bengal's hash of the configuration. */
export function judgeFlags(facts: FlagFacts): FlagFindings {
  const { recordedFlags, flags, pageHashes } = facts;
  const none = { samePageHash: false, cleaned: false };
  if (recordedFlags !== undefined && recordedFlags.join(' ') !== flags.join(' ')) {
    const detail = `the state was built with ${inWords(recordedFlags)}, and the builds of this job are given ${inWords(flags)}`;
    return { verdict: { kind: 'different', detail }, ...none };
  }
  const [recorded] = facts.recordedHashes;
  if (recorded === undefined || facts.recordedHashes.size > 1) return { verdict: { kind: 'same' }, ...none };
  const known = new Set(pageHashes.flatMap((entry) => entry.flags));
  const declared = flags.filter((flag) => known.has(flag) && flag !== CLEAN);
  const expected = (given: readonly string[]): string | undefined =>
    pageHashes.find((entry) => sameSet(entry.flags, given))?.hash;
  const [plain, cleaning] = [expected(declared), expected([...declared, CLEAN])];
  if (recorded === plain) return { verdict: { kind: 'same' }, samePageHash: true, cleaned: false };
  if (recorded === cleaning) return { verdict: { kind: 'same' }, samePageHash: true, cleaned: true };
  const actual = pageHashes.find(({ hash }) => hash === recorded)?.flags.filter((flag) => flag !== CLEAN);
  if (actual === undefined) return { verdict: { kind: 'same' }, ...none };
  const detail = `the pages were built with ${inWords(actual)}, and the input build-flags names ${inWords(declared)}`;
  return { verdict: { kind: 'different', detail }, ...none };
}

function inWords(flags: readonly string[]): string {
  return flags.length === 0 ? 'no further arguments' : flags.join(' ');
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
}
