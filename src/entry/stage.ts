import { prepareStage, publishStage } from '../stage-job/stage-action.ts';
import { stageHandoffToText } from '../stage-job/stage-handoff.ts';
import { actionsHost } from '../host/actions.ts';
import type { StageOutputName } from '../inputs/stage-spec.ts';
import { readRunner } from './runner.ts';
import { runStep } from './step.ts';
import { keepListing, parsedStageInputs, readRawStageInputs, readWorkflowFile } from './stage-runner.ts';

/** The action in `stage/`: says whether a later step can be skipped. Only bad input fails it. */
const host = actionsHost();
const outputs = (reason: string): Record<StageOutputName, string> => ({ skip: 'false', reason, key: '', age: '' });
await runStep({ host, otherwise: 'The guarded step runs', outputs }, async () => {
  const runner = readRunner();
  const raw = readRawStageInputs();
  const inputs = parsedStageInputs(raw, runner.workspace);
  const workflow = inputs.countWorkflow ? readWorkflowFile(runner.workspace) : undefined;
  if (inputs.countWorkflow && workflow === undefined)
    host.info('The workflow file is not in the checkout, so a change of it is not seen');
  const platform = `${process.platform}-${process.arch}`;
  const prepared = await prepareStage({ ...runner, inputs, raw, platform, workflow });
  await publishStage(prepared, host);
  const listing = keepListing(runner.temp, prepared.handoff.fingerprint.key, prepared.listing);
  host.saveHandoff(stageHandoffToText({ ...prepared.handoff, listing }));
});
