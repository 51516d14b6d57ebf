import { finishAction } from '../stage-job/stage-action.ts';
import { stageHandoffFromText } from '../stage-job/stage-handoff.ts';
import { describeTrouble } from '../telling/trouble.ts';
import { actionsHost, readInput } from '../host/actions.ts';
import type { Host } from '../host/port.ts';
import { parseOutcome } from '../inputs/stage-parse.ts';
import { endProcess } from './end-process.ts';
import { readRunner } from './runner.ts';
import { warnOfLateErrors } from './step.ts';
import { loadListing, parsedStageInputs } from './stage-runner.ts';

/** The post step of the action in `stage/`: records the success of the guarded step. It warns and never fails. */
async function post(host: Host): Promise<void> {
  const handoff = stageHandoffFromText(host.loadHandoff());
  if (handoff === undefined) {
    host.info('Nothing to record: the step of the stage did not finish');
    return;
  }
  const runner = readRunner();
  const inputs = parsedStageInputs(handoff.rawInputs, runner.workspace);
  // The runner evaluates inputs anew for a post step, and by now the guarded step has ended.
  const outcome = parseOutcome(readInput('outcome'));
  const notes = await finishAction({ ...runner, handoff, inputs, outcome, listing: loadListing(handoff.listing) });
  for (const { kind, sentence } of notes) host[kind](sentence);
}

const host = actionsHost();
warnOfLateErrors(host, 'Recording the stage');
try {
  await post(host);
} catch (thrown) {
  const { sentence, stack } = describeTrouble(thrown);
  host.warning(`The stage is not recorded: ${sentence}`);
  host.debug(stack);
}
endProcess();
