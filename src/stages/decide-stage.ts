import type { EntryOutcome, StageEntry } from './stage-entry.ts';
import type { FileChanges } from './file-record.ts';
import type { FileDoubt } from './find-files.ts';
import type { Fingerprint, Part } from './stage-fingerprint.ts';
import type { Stage } from './stage-definition.ts';
import type { NeededStage, RunReason, Verdict } from './stage-verdict.ts';

/** Everything that decides about a stage, as data. */
export interface Situation {
  readonly stage: Pick<Stage, 'inputs' | 'ttl' | 'needs'>;
  readonly fingerprint: Fingerprint;
  readonly entry: EntryOutcome;
  /** Including patterns that name no file. */
  readonly unmatched: Readonly<Record<'inputs' | 'code', readonly string[]>>;
  readonly doubts: readonly FileDoubt[];
  readonly outputs: OutputsThen;
  /** What differs from the files of the entry; asked only when their digests differ. */
  readonly changes: (of: 'inputs' | 'code') => FileChanges;
  /** A needed stage that is not among them counts as one that runs. */
  readonly needed: ReadonlyMap<string, NeededStage>;
  readonly forced: boolean;
  /** Why no record counts here, whatever it says; `undefined`: records count. */
  readonly distrusted: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The declared outputs, held against those of the last success. */
export type OutputsThen =
  | { readonly kind: 'compared'; readonly missing: readonly string[]; readonly differing: FileChanges | undefined }
  /** The entry does not say which outputs there were. */
  | { readonly kind: 'unknown'; readonly why: string };

/** Skip only if nothing speaks against it; every reason is told. */
export function decideStage(situation: Situation): Verdict {
  const { entry: outcome, fingerprint, now } = situation;
  const { key } = fingerprint;
  const entry = outcome.kind === 'read' ? outcome.entry : undefined;
  const age = entry === undefined ? undefined : Math.floor((now - entry.recorded) / 1000);
  const [first, ...more] = [
    ...presentReasons(situation),
    ...recordReasons(outcome),
    ...(entry === undefined ? [] : [...changeReasons(situation, entry), ...neededReasons(situation, entry)]),
    ...(entry === undefined ? [] : [...outputReasons(situation.outputs), ...ageReasons(situation, entry)]),
  ];
  if (first !== undefined) return { kind: 'run', key, age, reasons: [first, ...more] };
  if (entry?.key === key && age !== undefined) return { kind: 'skip', key, age };
  return { kind: 'run', key, age, reasons: [{ kind: 'record-damaged', why: 'its key is another one' }] };
}

/** What speaks for a run whatever happened before. */
function presentReasons({ stage, unmatched, doubts, forced, distrusted, needed }: Situation): RunReason[] {
  const running = stage.needs.filter((name) => needed.get(name)?.kind !== 'up-to-date');
  return [
    ...(forced ? [{ kind: 'forced' } as const] : []),
    ...(distrusted === undefined ? [] : [{ kind: 'no-record-counts', why: distrusted } as const]),
    ...(stage.inputs.length === 0 ? [{ kind: 'no-inputs' } as const] : []),
    ...(running.length > 0 ? [{ kind: 'dependency-runs', stages: running } as const] : []),
    ...(unmatched.inputs.length > 0 ? [{ kind: 'input-missing', patterns: unmatched.inputs } as const] : []),
    ...(unmatched.code.length > 0 ? [{ kind: 'code-missing', patterns: unmatched.code } as const] : []),
    ...(doubts.length > 0 ? [{ kind: 'unverifiable', files: doubts } as const] : []),
  ];
}

function recordReasons(outcome: EntryOutcome): RunReason[] {
  switch (outcome.kind) {
    case 'absent':
      return [{ kind: 'never-recorded' }];
    case 'damaged':
      return [{ kind: 'record-damaged', why: outcome.why }];
    case 'read':
      return [];
  }
}

function changeReasons({ fingerprint, changes }: Situation, entry: StageEntry): RunReason[] {
  if (entry.key === fingerprint.key) return [];
  const differs = (part: Part): boolean => entry.parts[part] !== fingerprint.parts[part];
  const names = [...fingerprint.environment].flatMap(([name, value]) =>
    entry.environment.get(name) === value ? [] : [name],
  );
  const gone = [...entry.environment.keys()].filter((name) => !fingerprint.environment.has(name));
  return [
    ...(differs('inputs') ? [{ kind: 'inputs-changed', changes: changes('inputs') } as const] : []),
    ...(differs('code') ? [{ kind: 'code-changed', changes: changes('code') } as const] : []),
    ...(differs('command') ? [{ kind: 'command-changed' } as const] : []),
    ...(differs('environment') ? [{ kind: 'environment-changed', names: [...names, ...gone].sort() } as const] : []),
    ...(differs('salt') ? [{ kind: 'salt-changed' } as const] : []),
    ...(differs('scope') ? [{ kind: 'scope-changed' } as const] : []),
  ];
}

/** A needed stage may have run in between while this one failed: then it is still to be run upon the new result. */
function neededReasons({ stage, needed }: Situation, entry: StageEntry): RunReason[] {
  const ran = stage.needs.filter((name) => {
    const now = needed.get(name);
    return now?.kind === 'up-to-date' && entry.needs.get(name) !== now.success;
  });
  return ran.length > 0 ? [{ kind: 'dependency-ran', stages: ran }] : [];
}

function outputReasons(outputs: OutputsThen): RunReason[] {
  if (outputs.kind === 'unknown') return [{ kind: 'record-damaged', why: outputs.why }];
  return [
    ...(outputs.missing.length > 0 ? [{ kind: 'output-missing', outputs: outputs.missing } as const] : []),
    ...(outputs.differing === undefined ? [] : [{ kind: 'output-differs', changes: outputs.differing } as const]),
  ];
}

/** An entry of the future is of a clock that was wrong, then or now: nobody can say how old it is. */
function ageReasons({ stage: { ttl }, now }: Situation, entry: StageEntry): RunReason[] {
  if (ttl === undefined) return [];
  const seconds = (now - entry.recorded) / 1000;
  if (seconds < 0) return [{ kind: 'from-the-future', ahead: Math.ceil(-seconds) }];
  return seconds < ttl ? [] : [{ kind: 'expired', age: Math.floor(seconds), ttl }];
}
