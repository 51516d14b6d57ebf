/** A reason to refuse an archive. Thrown inside `archive/` only: both entry points turn it into their outcome. */
export class Rejection extends Error {}

/** The sentence for whatever stopped the work: our own reasons as they are, errors of Node with their code. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof Rejection || code === undefined || error.message.includes(code)) return error.message;
  return `${error.message} (${code})`;
}

/** What this machine lacks, whatever an archive holds. */
const MACHINE_TROUBLE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the system allows no file of that size',
  EROFS: 'the disk cannot be written',
  EACCES: 'the permission is missing',
  EPERM: 'the permission is missing',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOMEM: 'the memory is used up',
  EIO: 'the disk reports an error',
};

/** What the machine could not do; `undefined` when the error is about the archive. */
export function machineTrouble(error: unknown): string | undefined {
  const { code, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const trouble = code === undefined || syscall === undefined ? undefined : MACHINE_TROUBLE[code];
  return trouble === undefined ? undefined : `${trouble} (${sentenceFor(error)})`;
}
