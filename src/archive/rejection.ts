/** A reason to refuse an archive. Thrown inside `archive/` only: both entry points turn it into their outcome. */
export class Rejection extends Error {}

/** The sentence for whatever stopped the work: our own reasons as they are, errors of Node with their code. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof Rejection || code === undefined || error.message.includes(code)) return error.message;
  return `${error.message} (${code})`;
}
