import { engineWords } from './engine-words.ts';

/** The outcome of parsing: a value, or every problem found. Used at parse edges only. */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function failed<Problem>(...problems: readonly Problem[]): Result<never, Problem> {
  return { ok: false, problems };
}

/** The message of anything that was thrown, in words for people. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? (engineWords(thrown) ?? thrown.message) : String(thrown);
}
