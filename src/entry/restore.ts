import { actionsHost } from '../host/actions.ts';
import { endProcess } from './end-process.ts';
import { writeHandoff } from './handoff-file.ts';
import { failOnTrouble, prepareBuild } from './prepare-build.ts';

/** The action that restores and reports, and leaves saving to `save/`. */
await failOnTrouble(async () => {
  const { runner, handoff } = await prepareBuild(actionsHost());
  writeHandoff(runner.temp, handoff);
});
endProcess();
