import type { Progress } from './port.ts';
import { printable } from './terminal.ts';

export interface ProgressOptions {
  readonly stream: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since any moment. */
  readonly clock?: () => number;
  /** Calls back every second until it is told to stop. */
  readonly everySecond?: (tick: () => void) => () => void;
}

export interface ProgressLine {
  readonly step: Progress;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

const START_OF_LINE = '\r\u001b[2K';
const ROOM_WHEN_UNKNOWN = 80;

/** One line that each step writes anew, at a terminal where somebody watches; nothing anywhere else. */
export function progressLine(options: ProgressOptions): ProgressLine {
  const { stream, variables, clock = () => performance.now(), everySecond = callEverySecond } = options;
  if (!isWatched(stream, variables)) return { step: () => undefined, clear: () => undefined };
  // Some terminals say that they have no columns.
  const room = stream.columns === undefined || stream.columns < 2 ? ROOM_WHEN_UNKNOWN : stream.columns;
  let stop: (() => void) | undefined;
  const clear = (): void => {
    if (stop === undefined) return;
    stop();
    stop = undefined;
    stream.write(START_OF_LINE);
  };
  return {
    clear,
    step(doing) {
      stop?.();
      const began = clock();
      const draw = (): void => {
        const seconds = Math.floor((clock() - began) / 1000);
        const text = `${printable(doing)} ...${seconds < 1 ? '' : ` ${String(seconds)} s`}`;
        // A line that wraps could not be taken away again.
        stream.write(START_OF_LINE + text.slice(0, room - 1));
      };
      draw();
      stop = everySecond(draw);
    },
  };
}

/** Shows the steps of some work while it goes on, whatever becomes of it. */
export async function withProgress<Result>(
  options: ProgressOptions,
  work: (step: Progress) => Promise<Result>,
): Promise<Result> {
  const line = progressLine(options);
  try {
    return await work(line.step);
  } finally {
    line.clear();
  }
}

function callEverySecond(tick: () => void): () => void {
  const timer = setInterval(tick, 1000);
  // Nothing waits for a line.
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

/** A log keeps every line, and an editor's terminal may not know how to rewrite one. */
function isWatched({ isTTY }: ProgressOptions['stream'], variables: ProgressOptions['variables']): boolean {
  const ci = variables['CI'] ?? '';
  return isTTY === true && variables['TERM'] !== 'dumb' && (ci === '' || ci === 'false');
}
