import { handoffToText } from '../preparation/handoff.ts';
import { actionsHost } from '../host/actions.ts';
import { buildEverything, prepareBuild } from './prepare-build.ts';
import { runStep } from './step.ts';

/**
 * The post step of an action runs or not by an expression that sees no inputs, but it does see the variables of the job.
 * The name must not begin as Bengal's own do: Bengal would take it for configuration.
 */
const SAVE_ALWAYS = 'SAVE_BENGAL_CACHE_ALWAYS';

/** The main step of the action. Only bad input fails it. */
const host = actionsHost();
await runStep(buildEverything(host), async () => {
  const { inputs, handoff } = await prepareBuild(host);
  if (inputs.saveAlways) host.setVariable(SAVE_ALWAYS, 'true');
  host.saveHandoff(handoffToText(handoff));
});
