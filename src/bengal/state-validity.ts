import type { StateOutcome } from './state.ts';

/** Whether a state can be built upon, in the words of the report. */
export type StateStatus = 'usable' | 'absent' | 'stale' | 'corrupt' | 'incompatible';

export interface StateVerdict {
  readonly status: StateStatus;
  /** A sentence for people. */
  readonly why: string;
}

export interface Expectations {
  /** `major.minor` of the Python that will run Bengal, when somebody told it. */
  readonly python: string | undefined;
  /** Whether there is an output directory: without one, Bengal starts cold whatever the state says. */
  readonly outputExists: boolean;
}

/** Schema of the caches that we understand: Bengal 0.2.4 to 0.5.1. */
const SCHEMA = 8;

/** Judges a state by itself. Whether its configuration still holds is judged in `config/`. Pure. */
export function judgeState(outcome: StateOutcome, expected: Expectations): StateVerdict {
  if (outcome.kind !== 'read') return { status: outcome.kind, why: outcome.why };
  const { schema, python } = outcome.state;
  if (schema !== SCHEMA) return { status: 'incompatible', why: otherSchema(schema) };
  if (expected.python !== undefined && python !== undefined && expected.python !== python) {
    return {
      status: 'incompatible',
      why: `it was written by Python ${python}, and Bengal on Python ${expected.python} does not read it`,
    };
  }
  if (!expected.outputExists)
    return { status: 'stale', why: 'the output directory is missing, and Bengal starts cold without it' };
  return { status: 'usable', why: 'Bengal can build upon it' };
}

function otherSchema(schema: number): string {
  const understood = `${String(SCHEMA)} (Bengal 0.2.4 to 0.5.1) is understood`;
  return schema < SCHEMA
    ? `its schema is ${schema === 0 ? 'missing' : `${String(schema)}, too old`}: Bengal discards it, and only ${understood}`
    : `its schema is ${String(schema)}, newer than this tool: only ${understood}`;
}
