/** What asking the disk came to. A thing that cannot be read is not a thing that is absent: it may well be there. */
export type Outcome<Value> =
  | { readonly kind: 'present'; readonly value: Value }
  | { readonly kind: 'absent' }
  /** `why` is a sentence that names the file; `reason` is the part of it that does not. */
  | { readonly kind: 'unreadable'; readonly why: string; readonly reason: string };

/** Thrown where the work makes no sense without what cannot be read. The message is a sentence for people. */
export class DiskTrouble extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause });
    this.name = 'DiskTrouble';
  }
}

const ABSENT = { kind: 'absent' } as const;

/** The outcome of something that answers `undefined`, or throws as Node does, where there is nothing. */
export function outcomeOf<Value>(path: string, ask: () => Value | undefined): Outcome<Value> {
  try {
    const value = ask();
    return value === undefined ? ABSENT : { kind: 'present', value };
  } catch (thrown) {
    return isAbsence(thrown) ? ABSENT : unreadable(path, thrown);
  }
}

function unreadable(path: string, thrown: unknown): Outcome<never> {
  const reason = reasonOf(thrown);
  return { kind: 'unreadable', why: `${JSON.stringify(path)} cannot be read: ${reason}`, reason };
}

/** The value, or `undefined` where there is nothing. Throws `DiskTrouble` where nobody can tell. */
export function ifPresent<Value>(outcome: Outcome<Value>): Value | undefined {
  if (outcome.kind === 'unreadable') throw new DiskTrouble(outcome.why);
  return outcome.kind === 'present' ? outcome.value : undefined;
}

/** The value of what has to be there: it was listed a moment ago, say. Throws `DiskTrouble` without one. */
export function needed<Value>(path: string, outcome: Outcome<Value>): Value {
  const value = ifPresent(outcome);
  if (value === undefined) throw new DiskTrouble(`${JSON.stringify(path)} is gone since it was listed`);
  return value;
}

/** The value, or `undefined` for whatever reason: for what may be missing without anybody being told. */
export function atBest<Value>(outcome: Outcome<Value>): Value | undefined {
  return outcome.kind === 'present' ? outcome.value : undefined;
}

/** No such name, or a file where a folder would have to be. */
export function isAbsence(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** What the system says, in words that tell people what to do. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EBUSY: 'something else holds it',
  EINVAL: 'no file can have this name',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'a symbolic link leads in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOMEM: 'there is not enough memory',
  ENOSPC: 'the disk is full',
  ENXIO: 'it is no regular file',
  EROFS: 'the disk is read-only',
  ESTALE: 'the network disk has lost it',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
  ERR_INVALID_ARG_VALUE: 'no file can have this name',
};

/** Why the disk refused, without the path. */
export function reasonOf(thrown: unknown): string {
  const code = codeOf(thrown);
  if (code === undefined) return thrown instanceof Error ? thrown.message : String(thrown);
  const words = WORDS[code];
  return words === undefined ? code : `${words} (${code})`;
}

/** The code of an error of the system; `undefined` for any other. */
export function codeOf(thrown: unknown): string | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
