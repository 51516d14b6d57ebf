import { accessFor } from '../flow/run.ts';
import { saveOutputs } from '../telling/action-outputs.ts';
import { actionsHost } from '../host/actions.ts';
import { readHandoff } from './handoff-file.ts';
import { parsedInputs, readJobStatus, readRawInputs, readRunner } from './runner.ts';
import { saveBuild } from './save-build.ts';
import { runStep } from './step.ts';

/** The action that records and saves, as a step of its own: its `if` says after which jobs. Only bad input fails it. */
const host = actionsHost();
const outputs = (sentence: string): Record<string, string> =>
  saveOutputs({ kind: 'trouble', key: '', why: sentence }, 'off');
await runStep({ host, otherwise: 'Nothing saved', outputs, toldWhenLate: 'Saving the cache' }, async () => {
  const runner = readRunner();
  const inputs = parsedInputs({ ...readRawInputs(), 'save-always': 'true' }, runner);
  const access = accessFor(runner.run, inputs);
  const before = readHandoff(runner.temp, inputs.site);
  const report = await saveBuild({ host, runner, inputs, access, before, jobStatus: readJobStatus() });
  for (const [name, value] of Object.entries(saveOutputs(report, access.access))) host.setOutput(name, value);
});
