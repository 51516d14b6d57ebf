import { UserError } from '../core/user-error.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import type { Report } from '../report/report.ts';
import { verdictSentence } from '../report/words.ts';

type Expectation = Pick<SiteInputs, 'expectedModes'>;

/** What is wrong when the workflow asserts another mode than the one that was found. */
export function expectedModeProblem(report: Report, { expectedModes = [] }: Expectation): string | undefined {
  const { mode } = report.gate;
  if (expectedModes.length === 0 || expectedModes.includes(mode)) return undefined;
  return `Input \`expect-mode\`: expected ${expectedModes.join(' or ')}, and the build mode is ${mode}: ${verdictSentence(report)}`;
}

/** Fails the step then. Everything else has been said by that time. */
export function requireExpectedMode(report: Report, expectation: Expectation): void {
  const problem = expectedModeProblem(report, expectation);
  if (problem !== undefined) throw new UserError([problem]);
}
