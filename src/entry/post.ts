import { messageOf } from '../core/result.ts';
import { handoffFromText, type Handoff } from '../flow/handoff.ts';
import { persist } from '../flow/persist.ts';
import { actionsHost } from '../host/actions.ts';
import type { Host } from '../host/port.ts';
import { parseSiteInputs } from '../inputs/parse.ts';
import { headCommit } from './commit.ts';
import { endProcess } from './end-process.ts';
import { readRunner } from './runner.ts';
import { folderKind } from './site-folder.ts';

/** The post step of the action. Whatever goes wrong here, the build was good: it warns and never fails. */
async function post(host: Host): Promise<void> {
  const handoff = handoffFromText(host.loadHandoff());
  if (handoff === undefined) {
    host.info('Nothing to save: the main step did not finish');
    return;
  }
  await save(handoff, host);
}

async function save(handoff: Handoff, host: Host): Promise<void> {
  const runner = readRunner();
  const inputs = parseSiteInputs(handoff.rawInputs, { workspace: runner.workspace, folder: folderKind });
  if (!inputs.ok) {
    host.warning(`Nothing saved: ${inputs.problems.join('; ')}`);
    return;
  }
  const persisted = await persist({
    handoff,
    inputs: inputs.value,
    variables: process.env,
    store: runner.store,
    commit: process.env['GITHUB_SHA'] ?? headCommit(handoff.site),
    now: new Date().toISOString(),
  });
  if (persisted.kind === 'trouble') host.warning(persisted.sentence);
  else host.info(persisted.sentence);
}

const host = actionsHost();
// The cache client can throw from an event handler, after its own promise has settled.
process.on('uncaughtException', (error) => {
  host.warning(`Saving the cache: ${error.message}`);
});
try {
  await post(host);
} catch (thrown) {
  host.warning(`Nothing saved: ${messageOf(thrown)}`);
}
endProcess();
