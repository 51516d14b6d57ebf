import { digestMemory } from '../core/digest-memory.ts';
import { handoffFromText } from '../preparation/handoff.ts';
import { describeTrouble } from '../telling/trouble.ts';
import { actionsHost, readInput } from '../host/actions.ts';
import type { Host } from '../host/port.ts';
import { tellBuiltDelta } from './built-delta.ts';
import { endProcess } from './end-process.ts';
import { parsedInputs, readJobStatus, readRunner } from './runner.ts';
import { saveBuild } from './save-build.ts';
import { warnOfLateErrors } from './step.ts';

/** The post step of the action. Whatever goes wrong here, the build was good: it warns and never fails. */
async function post(host: Host): Promise<void> {
  const before = handoffFromText(host.loadHandoff());
  if (before === undefined) {
    host.info('Nothing to save: the main step did not finish');
    return;
  }
  const runner = readRunner();
  const inputs = parsedInputs(before.rawInputs, runner);
  const token = readInput('token');
  const asked = token === '' ? inputs : { ...inputs, token };
  const memory = digestMemory();
  await tellBuiltDelta({ host, runner, inputs: asked, before, memory });
  const access = { access: before.access, why: before.accessWhy };
  await saveBuild({ host, runner, inputs, access, before, jobStatus: readJobStatus(), memory });
}

const host = actionsHost();
warnOfLateErrors(host, 'Saving the cache');
try {
  await post(host);
} catch (thrown) {
  const { sentence, stack } = describeTrouble(thrown);
  host.warning(`Nothing saved: ${sentence}`);
  host.debug(stack);
}
endProcess();
