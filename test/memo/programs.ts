import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import type { Memo } from '../../src/memo/memo.ts';
import { readTracked, trackFile } from '../../src/memo/run-call.ts';

/** What a function of a random program does, one after another; its result is all that it saw. */
type Step =
  | { readonly kind: 'read'; readonly file: number }
  | {
      readonly kind: 'call';
      readonly callees: readonly { readonly next: number; readonly argument: number | undefined }[];
    }
  /** Calls, and goes on when that fails. */
  | { readonly kind: 'try'; readonly next: number }
  | { readonly kind: 'wait' }
  /** Fails when a file holds this. */
  | { readonly kind: 'demand'; readonly file: number };

export interface Program {
  readonly functions: readonly (readonly Step[])[];
}

export type Action =
  | { readonly kind: 'edit'; readonly file: number; readonly content: string | undefined }
  | { readonly kind: 'version'; readonly of: number }
  | { readonly kind: 'process' }
  | { readonly kind: 'call'; readonly calls: readonly { readonly of: number; readonly argument: number }[] };

const FILES = 3;
const FUNCTIONS = 4;
export const fileName = (file: number): string => `${String(file)}.txt`;
const BAD = 'bad';

const file = fc.nat({ max: FILES - 1 });
// Few arguments, so that a call is often made again.
const argument = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.constant(1));
/** Counted from the caller's own number, so that most programs end. */
const next = fc.integer({ min: 1, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const), file }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('call' as const),
      callees: fc.array(fc.record({ next, argument: fc.option(argument, { nil: undefined }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('try' as const), next }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('demand' as const), file }) },
);

export const anyProgram: fc.Arbitrary<Program> = fc.record({
  functions: fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: FUNCTIONS, maxLength: FUNCTIONS }),
});

const one = fc.record({ of: fc.nat({ max: FUNCTIONS - 1 }), argument });
export const anyHistory: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        file,
        content: fc.constantFrom('one', 'two', BAD, undefined),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('version' as const), of: fc.nat({ max: FUNCTIONS - 1 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('process' as const) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('call' as const),
        calls: fc.array(one, { minLength: 1, maxLength: 4 }),
      }),
    },
  ),
  { minLength: 4, maxLength: 20 },
);

type Callable = (argument: number) => Promise<string>;

/** The functions of a program, as a process would define them. */
export function define(memo: Memo, program: Program, versions: readonly number[]): Callable[] {
  const functions: Callable[] = [];
  for (const [own, steps] of program.functions.entries()) {
    const version = `${String(versions[own])} ${JSON.stringify(steps)}`;
    const compute = async (given: number): Promise<string> => {
      const seen: string[] = [];
      for (const each of steps) seen.push(await perform(each, { own, given, functions }));
      return `f${String(own)} v${String(versions[own])}(${String(given)}): [${seen.join(', ')}]`;
    };
    functions.push(memo.cached(compute, { name: `f${String(own)}`, version }));
  }
  return functions;
}

interface Place {
  readonly own: number;
  readonly given: number;
  readonly functions: readonly Callable[];
}

async function perform(each: Step, { own, given, functions }: Place): Promise<string> {
  const call = async (by: number, other: number | undefined): Promise<string> =>
    (await functions[own + by]?.(other ?? given)) ?? 'nobody';
  switch (each.kind) {
    case 'read':
      return readText(each.file);
    case 'call':
      return (await Promise.all(each.callees.map((callee) => call(callee.next, callee.argument)))).join(' & ');
    case 'try':
      return await call(each.next, undefined).catch(() => 'failed');
    case 'wait':
      await nextTurn();
      return 'waited';
    case 'demand':
      trackFile(fileName(each.file));
      if (readText(each.file) === BAD) throw new Error(`${fileName(each.file)} is bad for f${String(own)}`);
      return 'fine';
  }
}

function readText(number: number): string {
  try {
    return readTracked(fileName(number), 'utf8');
  } catch {
    return 'nothing';
  }
}
