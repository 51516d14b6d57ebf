import type { Recorded } from '../record/record.ts';
import type { StageEnd } from '../stage-job/stage-run.ts';
import type { SavedState } from '../transfer/transfer.ts';
import type { Explanation } from '../flow/why.ts';
import type { ReportCache } from '../report/report.ts';

/** What a command tells a script. */
const STATUS = { done: 0, wrong: 1, usage: 2 } as const;
type Ending = keyof typeof STATUS;

/** Help and the like. */
export const DONE = STATUS.done;
/** Bad input: nothing was done. */
export const USAGE = STATUS.usage;

/**
 * How each outcome of each command ends. `wrong` is what a script has to hear of: something that should have been done
 * was not, or nobody knows what was asked about. A new outcome does not compile until it stands here.
 */
export const ENDINGS = {
  /** A build that fails passes its own status on. */
  build: {
    skipped: 'done',
    succeeded: 'done',
    /** `--expect-mode`, and the mode is another. */
    unexpected: 'wrong',
  },
  report: {
    answered: 'done',
    /** `--expect-mode`, and the mode is another. */
    unexpected: 'wrong',
  },
  why: { page: 'done', file: 'done', unknown: 'wrong' } satisfies Table<Explanation['kind']>,
  record: { recorded: 'done', nothing: 'wrong' } satisfies Table<Recorded['kind']>,
  save: { saved: 'done', exists: 'done', 'not-saved': 'wrong' } satisfies Table<SavedState['kind']>,
  restore: {
    exact: 'done',
    prefix: 'done',
    found: 'done',
    /** The first run of a tree finds nothing. */
    miss: 'done',
    'not-asked': 'wrong',
    off: 'wrong',
    rejected: 'wrong',
    unavailable: 'wrong',
  } satisfies Table<ReportCache['kind']>,
  inspect: { found: 'done', unknown: 'wrong' },
  graph: { found: 'done', unknown: 'wrong' },
  delta: {
    answered: 'done',
    /** An address that answered before leads nowhere, and `--vanished` is error. */
    vanished: 'wrong',
  },
  init: {
    done: 'done',
    /** `--check`, and the file is not what would be written. */
    differs: 'wrong',
    /** Another file is there, and `--force` was not given. */
    refused: 'wrong',
  },
  doctor: { sound: 'done', errors: 'wrong' },
  stage: {
    told: 'done',
    skipped: 'done',
    succeeded: 'done',
    /** After `--` the status of the command itself is passed on. */
    failed: 'wrong',
    unfit: 'wrong',
    'held-back': 'wrong',
  } satisfies Table<StageEnd['kind'] | 'told'>,
} as const;

type Table<Outcome extends string> = Readonly<Record<Outcome, Ending>>;
type Command = keyof typeof ENDINGS;

/** The exit status for an outcome of a command. */
export function exitStatus<Name extends Command>(
  command: Name,
  outcome: keyof (typeof ENDINGS)[Name] & string,
): number {
  const table: Readonly<Record<string, Ending>> = ENDINGS[command];
  return STATUS[table[outcome] ?? 'wrong'];
}
