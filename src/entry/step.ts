import { UserError } from '../core/user-error.ts';
import { describeTrouble } from '../telling/trouble.ts';
import { failStep } from '../host/actions.ts';
import type { Host } from '../host/port.ts';
import { endProcess } from './end-process.ts';

/** What is left to say where a step came to no end. */
export interface Rescue {
  readonly host: Host;
  /** What comes of it, without its full stop, such as: Everything is built. */
  readonly otherwise: string;
  /** The outputs that later steps go by then. */
  readonly outputs?: (sentence: string) => Readonly<Record<string, string>>;
  /** The build has ended by now: what comes from nowhere (a socket, say) is told, and the step goes on. */
  readonly toldWhenLate?: string;
}

/**
 * Runs a step to its end, and the process with it. Only bad input fails it. Everything else that is thrown, by whomever and
 * however late, is one warning, and its stack goes to the debug log: a mistake of ours must not cost anybody their job.
 */
export async function runStep(rescue: Rescue, step: () => Promise<void>): Promise<void> {
  // Also what an emitter throws that nobody listens to, such as a process that cannot be started.
  if (rescue.toldWhenLate !== undefined) warnOfLateErrors(rescue.host, rescue.toldWhenLate);
  else
    process.once('uncaughtException', (thrown) => {
      giveUp(rescue, thrown);
      endProcess();
    });
  try {
    await step();
  } catch (thrown) {
    giveUp(rescue, thrown);
  }
  endProcess();
}

function giveUp({ host, otherwise, outputs }: Rescue, thrown: unknown): void {
  if (thrown instanceof UserError) {
    failStep(thrown.message);
    return;
  }
  const { sentence, stack } = describeTrouble(thrown);
  try {
    for (const [name, value] of Object.entries(outputs?.(sentence) ?? {})) host.setOutput(name, value);
    host.warning(`${otherwise}: ${sentence}`);
    host.debug(stack);
  } catch (again) {
    // Without the outputs the later steps would do as if nothing had been said.
    failStep(`${otherwise}: ${sentence}; and that could not be told: ${describeTrouble(again).sentence}`);
  }
}

/** After the build: what nobody caught, whoever threw it, does not fail the job any more. */
export function warnOfLateErrors(host: Host, doing: string): void {
  process.on('uncaughtException', (thrown) => {
    const { sentence, stack } = describeTrouble(thrown);
    host.warning(`${doing}: ${sentence}`);
    host.debug(stack);
  });
}
