/** A point in time at which work ends, whatever it is waiting for. */
export interface Deadline {
  /** Aborted at that time. The message of its reason says so: `gave up restoring after 30 s`. */
  readonly signal: AbortSignal;
  /** To be called when the work has ended before. */
  readonly clear: () => void;
}

/** `doing` completes "gave up ...". */
export function startDeadline(milliseconds: number, doing: string): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`gave up ${doing} after ${milliseconds / 1000} s`));
  }, milliseconds);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
