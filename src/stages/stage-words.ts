import { unreachable } from '../core/never.ts';
import type { FileChanges } from './file-record.ts';
import type { FileDoubt } from './find-files.ts';
import { renderDuration } from './ttl.ts';
import type { RunReason, Verdict } from './stage-verdict.ts';

/** As many names as a sentence bears. */
const MOST_NAMES = 3;

/** The names, the first few of them when they are many. Names are hostile text: whoever shows them escapes. */
export function renderNames(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and ${String(rest)} more` : ''}`;
}

/** `added a.md; changed b.md and c.md`. */
export function renderChanges({ added, modified, deleted }: FileChanges): string {
  const parts = [
    ['changed', modified],
    ['added', added],
    ['deleted', deleted],
  ] as const;
  const told = parts.flatMap(([verb, names]) => (names.length === 0 ? [] : [`${verb} ${renderNames(names)}`]));
  return told.length === 0 ? 'nobody knows which' : told.join('; ');
}

export function renderDoubts(doubts: readonly FileDoubt[]): string {
  return renderNames(doubts.map(({ path, why }) => `${path} cannot be checked, since ${why}`));
}

/** One reason as a sentence without its full stop. A new kind does not compile until it has words. */
export function renderReason(reason: RunReason): string {
  switch (reason.kind) {
    case 'forced':
      return 'it was asked to run';
    case 'no-record-counts':
      return `no record counts in this run: ${reason.why}`;
    case 'no-inputs':
      return 'it has no inputs, so nothing can prove that it need not run';
    case 'input-missing':
      return `no input matches ${renderNames(reason.patterns)}`;
    case 'code-missing':
      return `no code matches ${renderNames(reason.patterns)}`;
    case 'unverifiable':
      return renderDoubts(reason.files);
    case 'never-recorded':
      return 'no success of it is recorded';
    case 'record-damaged':
      return `its record is of no use: ${reason.why}`;
    case 'inputs-changed':
      return `its inputs changed: ${renderChanges(reason.changes)}`;
    case 'code-changed':
      return `its code changed: ${renderChanges(reason.changes)}`;
    case 'command-changed':
      return 'its command changed';
    case 'environment-changed':
      return `the environment changed: ${renderNames(reason.names)}`;
    case 'salt-changed':
      return 'its salt changed';
    case 'scope-changed':
      return 'its last success was in another job';
    case 'dependency-runs':
      return `it needs ${renderNames(reason.stages)}, which runs`;
    case 'dependency-ran':
      return `it needs ${renderNames(reason.stages)}, which has run since`;
    case 'output-missing':
      return `its output is missing: ${renderNames(reason.outputs)}`;
    case 'output-differs':
      return `its output is not what it made: ${renderChanges(reason.changes)}`;
    case 'expired':
      return `its last success is ${renderDuration(reason.age)} old, which is not under ${renderDuration(reason.ttl)}`;
    case 'from-the-future':
      return `its last success is ${renderDuration(reason.ahead)} ahead of the clock, so its age is unknown`;
    default:
      return unreachable(reason);
  }
}

/** The verdict in one sentence without its full stop: the first reason, and how many there are besides. */
export function renderVerdict(verdict: Verdict): string {
  if (verdict.kind === 'skip')
    return `nothing changed since its last success ${renderDuration(Math.max(0, verdict.age))} ago`;
  const [first, ...more] = verdict.reasons;
  const rest = more.length === 0 ? '' : ` (${String(more.length)} more ${more.length === 1 ? 'reason' : 'reasons'})`;
  return `${renderReason(first)}${rest}`;
}
