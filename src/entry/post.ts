import { messageOf } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { handoffFromText } from '../flow/handoff.ts';
import { actionsHost } from '../host/actions.ts';
import type { Host } from '../host/port.ts';
import { endProcess } from './end-process.ts';
import { parsedInputs, readRunner } from './runner.ts';
import { saveBuild, warnOfLateErrors } from './save-build.ts';

/** The post step of the action. Whatever goes wrong here, the build was good: it warns and never fails. */
async function post(host: Host): Promise<void> {
  const before = handoffFromText(host.loadHandoff());
  if (before === undefined) {
    host.info('Nothing to save: the main step did not finish');
    return;
  }
  const runner = readRunner();
  const inputs = parsedInputs(before.rawInputs, runner);
  await saveBuild({ host, runner, inputs, access: { access: before.access, why: before.accessWhy }, before });
}

const host = actionsHost();
warnOfLateErrors(host);
try {
  await post(host);
} catch (thrown) {
  const why = thrown instanceof UserError ? thrown.problems.join('; ') : messageOf(thrown);
  host.warning(`Nothing saved: ${why}`);
}
endProcess();
