import { actionsHost } from '../host/actions.ts';
import { buildEverything, prepareBuild } from './prepare-build.ts';
import { runStep } from './step.ts';

/** The action that restores and reports, and leaves saving to `save/`. */
const host = actionsHost();
await runStep(buildEverything(host), async () => {
  await prepareBuild(host);
});
