import { randomUUID } from 'node:crypto';
import { environmentOfBuild } from '../core/child-environment.ts';
import { unreachable } from '../core/never.ts';
import type { Variables } from './environment.ts';
import { findInterpreters, type Interpreter, type InterpreterReach } from './interpreters.ts';
import { PROBE_PROGRAM } from './probe-program.ts';
import { answerIn, parseAnswer, type BengalFacts } from './probe-answer.ts';
import { recall, remember, type ProbeMemory } from './probe-memory.ts';
import { runProgram, type ProgramOutcome } from './run-program.ts';

/** What came of asking the job's own Bengal. */
export type ProbeOutcome =
  | { readonly kind: 'answered'; readonly facts: BengalFacts; readonly from: string }
  /** There is a Bengal, and it gave no configuration: it could not read it, hung, or was too old. */
  | { readonly kind: 'failed'; readonly why: string }
  /** No Python was found that has a Bengal. */
  | { readonly kind: 'none'; readonly why: string }
  /** Nobody wanted to know, or nothing that is found here may be run. */
  | { readonly kind: 'off'; readonly why?: string };

export interface ProbeOptions {
  /** Site root, absolute. */
  readonly site: string;
  /** Checkout that the site lies in, absolute. */
  readonly workspace: string;
  readonly environment: string | undefined;
  readonly profile: string | undefined;
  /** Relative to the site root. */
  readonly configFile: string | undefined;
  /** `python` as it was given. */
  readonly python: string | undefined;
  readonly variables: Variables;
  /** Whose interpreters may run; any, where nothing else is said. */
  readonly reach?: InterpreterReach | undefined;
  /** For all Pythons together. */
  readonly timeoutMs?: number;
  /** Where this job keeps what was answered; without it, it is asked each time. */
  readonly memory?: ProbeMemory | undefined;
}

const TIMEOUT_MS = 20_000;
/** Where nothing from the checkout may run, no variable and no package of the user may lead to it either. */
const ISOLATION: Readonly<Record<InterpreterReach, readonly string[]>> = {
  anywhere: ['-P'],
  'outside-checkout': ['-I'],
};

/** A configuration has a few thousand bytes. */
const MAX_OUTPUT = 16 * 1024 * 1024;

/**
 * Asks the job's own Bengal for the hash of the configuration, its version and what it is made of.
 *
 * It runs what the build step will run anyway: the same interpreter, with the same packages, and the same variables but
 * for secrets and what only actions get. `-P` keeps modules that lie in the site from being imported in the place of Bengal's
 * own, as they are for the `bengal` command too; `-I` would go further, but it ignores `PYTHONPATH` and packages of the
 * user, by which some jobs have their Bengal, and then another one would answer. `-B` leaves no compiled files behind.
 */
export async function probeBengal(options: ProbeOptions): Promise<ProbeOutcome> {
  const interpreters = findInterpreters({ ...options, given: options.python, platform: process.platform });
  const deadline = performance.now() + (options.timeoutMs ?? TIMEOUT_MS);
  const looked: string[] = [];
  for (const interpreter of interpreters) {
    const outcome = await ask(interpreter, { ...options, timeoutMs: Math.max(1, deadline - performance.now()) });
    if (outcome.kind !== 'none') return outcome;
    looked.push(`${interpreter.from}: ${outcome.why}`);
  }
  const nothing =
    options.reach === 'outside-checkout' ? 'no Python was found outside of the checkout' : 'no Python was found';
  const why = looked.length === 0 ? nothing : looked.join('; ');
  return { kind: 'none', why };
}

async function ask(
  interpreter: Interpreter,
  options: ProbeOptions & { readonly timeoutMs: number },
): Promise<Exclude<ProbeOutcome, { kind: 'off' }>> {
  const mark = `bengal-cache ${randomUUID()} `;
  const given = [options.site, options.environment, options.profile, options.configFile].map((text) => text ?? '');
  const { memory } = options;
  const judged = (ended: ProgramOutcome): Exclude<ProbeOutcome, { kind: 'off' }> =>
    judge(ended, { mark, from: interpreter.from, given: options.python !== undefined });
  const command = [...interpreter.command, ...ISOLATION[options.reach ?? 'anywhere'], '-B', '-c', PROBE_PROGRAM];
  const variables = environmentOfBuild(options.variables);
  const question = { command: [...command, ...given], variables };
  const known = memory === undefined ? undefined : recall(memory, question);
  if (known !== undefined) return judged({ kind: 'ended', status: 0, output: `${mark}${known}`, errors: '' });
  const [program = '', ...args] = [...command, mark, ...given];
  const ended = await runProgram({
    command: [program, ...args],
    cwd: options.site,
    variables,
    timeoutMs: options.timeoutMs,
    maxOutput: MAX_OUTPUT,
  });
  const outcome = judged(ended);
  if (memory !== undefined && outcome.kind === 'answered' && ended.kind === 'ended')
    remember(memory, question, answerIn(ended.output, mark));
  return outcome;
}

interface Asked {
  readonly mark: string;
  readonly from: string;
  readonly given: boolean;
}

function judge(ended: ProgramOutcome, { mark, from, given }: Asked): Exclude<ProbeOutcome, { kind: 'off' }> {
  // Who names a Python means that one. Any other that does not work is none.
  const broken = (why: string): ProbeOutcome & { kind: 'failed' | 'none' } => ({
    kind: given ? 'failed' : 'none',
    why: given ? `${from} ${why}` : why,
  });
  switch (ended.kind) {
    case 'hung':
      return { kind: 'failed', why: `${from} did not answer in time` };
    case 'flooded':
      return { kind: 'failed', why: `${from} answered with more than ${String(MAX_OUTPUT)} bytes` };
    case 'not-started':
      return broken(`could not be started (${ended.why})`);
    case 'ended': {
      const answer = parseAnswer(ended.output, mark);
      if (answer.kind === 'facts') return { kind: 'answered', facts: answer.facts, from };
      if (answer.kind === 'missing') return broken(`has no Bengal (${answer.why})`);
      if (answer.kind === 'failed')
        return { kind: 'failed', why: `Bengal could not read the configuration: ${answer.why}` };
      return broken(`gave no answer (exit ${String(ended.status ?? 'by a signal')}${lastLine(ended.errors)})`);
    }
    default:
      return unreachable(ended);
  }
}

function lastLine(errors: string): string {
  const line = errors.trim().split(/\r?\n/).at(-1) ?? '';
  return line === '' ? '' : `: ${line.slice(0, 200)}`;
}
