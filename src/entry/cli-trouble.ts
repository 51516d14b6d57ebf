import type { Variables } from '../config/environment.ts';
import { describeTrouble } from '../telling/trouble.ts';
import { printable, printableLines } from '../host/terminal.ts';

export interface DebugSwitch {
  readonly args: readonly string[];
  readonly debug: boolean;
}

/** `--debug` goes with every command; what follows `--` belongs to a command of the user's. */
export function withoutDebug(given: readonly string[], variables: Variables): DebugSwitch {
  const own = given.includes('--') ? given.indexOf('--') : given.length;
  const args = given.filter((argument, index) => index >= own || argument !== '--debug');
  return { args, debug: args.length < given.length || variables['RUNNER_DEBUG'] === '1' };
}

/** One sentence for whoever typed the command, and the stack for whoever mends it. */
export function wordTrouble(thrown: unknown, debug: boolean): string {
  const { sentence, stack } = describeTrouble(
    thrown,
    debug ? 'its stack follows' : 'the option --debug shows its stack',
  );
  return `bengal-cache: ${printable(sentence)}\n${debug ? `${printableLines(stack)}\n` : ''}`;
}
